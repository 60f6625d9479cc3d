package skein.spec.symmetry;

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
  /** A global cell with references; bit {@code bit} of a signature says that it has this one. */
  private record Mention(int place, long mask, int[] named, boolean set, int bit) {}

  /** A piece and where it goes in a signature. */
  private record Field(Piece piece, int word, int shift) {}

  private final Mover mover;
  private final Field[] fields;
  private final Mention[] mentions;

  /** Longs a signature. */
  private final int width;

  private final long[] signatures;
  private final int[] order;
  private final long[] renamed;

  /**
   * @param words longs a state
   */
  SignatureSort(Component component, int words) {
    Sort sort = component.sorts().get(0);
    this.mover = new Mover(component, words);
    List<Field> fieldList = new ArrayList<>();
    int end = 0;
    for (Piece piece : Piece.of(sort, component.columns())) {
      int start = fit(end, piece.span());
      fieldList.add(new Field(piece, start / Long.SIZE, start % Long.SIZE));
      end = start + piece.span();
    }
    List<Mention> mentionList = new ArrayList<>();
    for (Family family : component.mentions()) {
      int[] named = component.named(family);
      for (int place : family.places()) {
        mentionList.add(new Mention(place, family.mask(), named, family.set(), end++));
      }
    }
    this.fields = fieldList.toArray(new Field[0]);
    this.mentions = mentionList.toArray(new Mention[0]);
    this.width = Math.max(1, (end + Long.SIZE - 1) / Long.SIZE);
    this.signatures = new long[sort.size() * width];
    this.order = new int[sort.size()];
    this.renamed = new long[words];
  }

  /** The first bit from {@code end} on at which so many bits lie in one word. */
  private static int fit(int end, int bits) {
    int used = end % Long.SIZE;
    return used + bits <= Long.SIZE ? end : end - used + Long.SIZE;
  }

  @Override
  public void canonicalize(long[] states, int at) {
    sign(states, at);
    if (!sort()) {
      return;
    }
    mover.apply(order, states, at, renamed);
    for (int word = 0; word < renamed.length; word++) {
      states[at + word] = renamed[word];
    }
  }

  private void sign(long[] states, int at) {
    Arrays.fill(signatures, 0);
    for (Field field : fields) {
      for (int i = 0, word = field.word; i < order.length; i++, word += width) {
        signatures[word] |= field.piece.load(i, states, at) << field.shift;
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
      signatures[point * width + (mention.bit >>> 6)] |= 1L << mention.bit;
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
