package skein.spec.symmetry;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import skein.spec.ir.Sort;

/**
 * Labelling for a sort whose instances are only indices: no cell relates two of them. All that a
 * state holds of an instance is its column and which references name it; this is its signature, and
 * the orbit is determined by how often each signature occurs. So the representative is the state
 * with the signatures sorted. Equal ones need no further care.
 */
final class SignatureSort implements Labelling {
  /** What is the same for all threads. */
  static final class Tables {
    private final int points;
    private final int words;
    private final int signatureWords;
    private final Mover mover;
    private final Piece[] pieces;
    private final int[] pieceWords;
    private final int[] pieceShifts;
    private final List<Mention> mentions = new ArrayList<>();

    Tables(Component component, int words) {
      Sort sort = component.sorts().get(0);
      this.points = sort.size();
      this.words = words;
      this.mover = new Mover(component, words);
      ImmutableList<Piece> all = Piece.of(sort, component.columns());
      this.pieces = all.toArray(new Piece[0]);
      this.pieceWords = new int[pieces.length];
      this.pieceShifts = new int[pieces.length];
      int end = 0;
      for (int i = 0; i < pieces.length; i++) {
        int start = fit(end, pieces[i].span());
        pieceWords[i] = start >>> 6;
        pieceShifts[i] = start & 63;
        end = start + pieces[i].span();
      }
      for (Family family : component.mentions()) {
        for (int place : Mover.places(family)) {
          mentions.add(
              new Mention(place, family.mask(), component.named(family), family.set(), end++));
        }
      }
      this.signatureWords = Math.max(1, (end + 63) >>> 6);
    }

    /** The first bit from {@code end} on at which so many bits lie in one word. */
    private static int fit(int end, int bits) {
      return (end & 63) + bits <= Long.SIZE ? end : (end + 63) & ~63;
    }
  }

  /** A global cell with references; bit {@code bit} of a signature says that it has this one. */
  private record Mention(int place, long mask, int[] named, boolean set, int bit) {}

  private final Tables tables;
  private final Mention[] mentions;
  private final long[] signatures;
  private final int[] order;
  private final int[] to;
  private final long[] renamed;

  SignatureSort(Tables tables) {
    this.tables = tables;
    this.mentions = tables.mentions.toArray(new Mention[0]);
    this.signatures = new long[tables.points * tables.signatureWords];
    this.order = new int[tables.points];
    this.to = new int[tables.points];
    this.renamed = new long[tables.words];
  }

  @Override
  public void canonicalize(long[] states, int at) {
    sign(states, at);
    if (!sort()) {
      return;
    }
    for (int i = 0; i < order.length; i++) {
      to[order[i]] = i;
    }
    tables.mover.apply(to, states, at, renamed);
    for (int word = 0; word < renamed.length; word++) {
      states[at + word] = renamed[word];
    }
  }

  private void sign(long[] states, int at) {
    int width = tables.signatureWords;
    Arrays.fill(signatures, 0);
    for (int k = 0; k < tables.pieces.length; k++) {
      Piece piece = tables.pieces[k];
      int shift = tables.pieceShifts[k];
      for (int i = 0, word = tables.pieceWords[k]; i < order.length; i++, word += width) {
        signatures[word] |= piece.load(i, states, at) << shift;
      }
    }
    for (Mention mention : mentions) {
      long value = (states[at + (mention.place >>> 6)] >>> mention.place) & mention.mask;
      if (!mention.set) {
        mark(mention, mention.named[(int) value]);
      } else {
        for (long rest = value; rest != 0; rest &= rest - 1) {
          mark(mention, mention.named[Long.numberOfTrailingZeros(rest)]);
        }
      }
    }
  }

  private void mark(Mention mention, int point) {
    if (point >= 0) {
      signatures[point * tables.signatureWords + (mention.bit >>> 6)] |= 1L << mention.bit;
    }
  }

  /** Orders the points by signature; false if they were in order. */
  private boolean sort() {
    boolean moved = false;
    for (int i = 0; i < order.length; i++) {
      int hole = i;
      while (hole > 0 && compare(i, order[hole - 1]) < 0) {
        order[hole] = order[hole - 1];
        hole--;
      }
      order[hole] = i;
      moved |= hole < i;
    }
    return moved;
  }

  private int compare(int point, int other) {
    int width = tables.signatureWords;
    for (int word = 0; word < width; word++) {
      int order = Long.compare(signatures[point * width + word], signatures[other * width + word]);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  @Override
  public long orbitSize(long[] states, int at) {
    sign(states, at);
    sort();
    long size = 1;
    int run = 0;
    for (int i = 0; i < order.length; i++) {
      run = i > 0 && compare(order[i - 1], order[i]) == 0 ? run + 1 : 1;
      size = Orbits.extend(size, i + 1, run);
    }
    return size;
  }
}
