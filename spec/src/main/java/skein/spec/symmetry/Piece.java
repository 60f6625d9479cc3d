package skein.spec.symmetry;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import skein.spec.ir.Sort;

/**
 * Bits that lie in one word for each point of a sort, in the same pattern for all of them, so that
 * one shift and one mask fetch or move them together: cells of one or more columns.
 */
final class Piece {
  /** The bits, at the low end. */
  final long mask;

  /** Where the bits of each point lie: 64 times the word, plus the shift. */
  final int[] places;

  private Piece(long mask, int[] places) {
    this.mask = mask;
    this.places = places;
  }

  /** The fewest pieces that hold columns of one sort. */
  static ImmutableList<Piece> of(Sort sort, List<Family> columns) {
    List<Piece> pieces = new ArrayList<>();
    columns.stream()
        .sorted(Comparator.comparingInt((Family family) -> family.place(0)))
        .map(family -> column(sort, family))
        .forEach(column -> add(pieces, column));
    return ImmutableList.copyOf(pieces);
  }

  private static Piece column(Sort sort, Family family) {
    int[] places = new int[sort.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = family.place(i);
    }
    return new Piece(family.mask(), places);
  }

  private static void add(List<Piece> pieces, Piece column) {
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (piece.keepsDistance(column)) {
        int distance = column.places[0] - piece.places[0];
        pieces.set(i, new Piece(piece.mask | column.mask << distance, piece.places));
        return;
      }
    }
    pieces.add(column);
  }

  /** Whether a column that starts no earlier lies in the same words at a constant distance. */
  private boolean keepsDistance(Piece column) {
    int distance = column.places[0] - places[0];
    for (int i = 0; i < places.length; i++) {
      boolean sameWord = column.places[i] / Long.SIZE == places[i] / Long.SIZE;
      if (!sameWord || column.places[i] - places[i] != distance) {
        return false;
      }
    }
    return true;
  }

  /** Whether a column that was put into one of several pieces is in this one. */
  boolean holds(Family column) {
    int distance = column.place(0) - places[0];
    return 0 <= distance
        && distance < Long.SIZE
        && (column.mask() << distance & ~mask) == 0
        && column.place(0) / Long.SIZE == places[0] / Long.SIZE;
  }

  /** Bits from the lowest to the highest. */
  int span() {
    return Long.SIZE - Long.numberOfLeadingZeros(mask);
  }

  /** The bits of a point. */
  long load(int point, long[] states, int at) {
    int place = places[point];
    return (states[at + (place >>> 6)] >>> place) & mask;
  }
}
