package skein.spec.symmetry;

import java.util.Arrays;
import skein.spec.ir.Sort;

/**
 * Finds twins: points of one sort whose exchange leaves the state unchanged. That is an
 * equivalence, and colours never tell twins apart.
 */
final class Twins {
  private final Tuples tuples;
  private final Mover mover;
  private final Piece[][] columns;
  private final int[] firsts;
  private final int[] order;
  private final long[] exchanged;
  private long[] states;
  private int at;

  /**
   * One point of the class of each point, itself or another, or -1 if it was not asked for yet.
   * Points of equal colour that were asked for have the same one if and only if they are twins.
   */
  final int[] representative;

  Twins(Component component, Tuples tuples, Mover mover, int words) {
    int points = component.points();
    this.tuples = tuples;
    this.mover = mover;
    this.columns = new Piece[points][];
    this.firsts = new int[points];
    for (Sort sort : component.sorts()) {
      int first = component.first(sort);
      Piece[] pieces = Piece.of(sort, component.columns(sort)).toArray(new Piece[0]);
      Arrays.fill(columns, first, first + sort.size(), pieces);
      Arrays.fill(firsts, first, first + sort.size(), first);
    }
    this.order = new int[points];
    Arrays.setAll(order, point -> point);
    this.exchanged = new long[words];
    this.representative = new int[points];
  }

  /** Begins with another state. */
  void start(long[] states, int at) {
    this.states = states;
    this.at = at;
    Arrays.fill(representative, -1);
  }

  /**
   * Classifies points of equal colour.
   *
   * @param order {@code order[from .. end-1]} are all of that colour
   * @return whether all are twins
   */
  boolean classify(int[] order, int from, int end) {
    boolean all = true;
    for (int i = from; i < end; i++) {
      if (representative[order[i]] < 0) {
        representative[order[i]] = find(order, from, i);
      }
      all &= representative[order[i]] == representative[order[from]];
    }
    return all;
  }

  private int find(int[] order, int from, int i) {
    int point = order[i];
    for (int j = from; j < i; j++) {
      int other = representative[order[j]];
      if (twins(point, other)) {
        return other;
      }
    }
    return point;
  }

  private boolean twins(int point, int other) {
    if (tuples.degree[point] == 0 && tuples.degree[other] == 0) {
      return sameColumns(point, other);
    }
    order[point] = other;
    order[other] = point;
    mover.apply(order, states, at, exchanged);
    order[point] = point;
    order[other] = other;
    return Arrays.equals(exchanged, 0, exchanged.length, states, at, at + exchanged.length);
  }

  private boolean sameColumns(int point, int other) {
    int first = firsts[point];
    for (Piece piece : columns[point]) {
      if (piece.load(point - first, states, at) != piece.load(other - first, states, at)) {
        return false;
      }
    }
    return true;
  }
}
