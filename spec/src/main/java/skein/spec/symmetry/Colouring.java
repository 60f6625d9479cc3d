package skein.spec.symmetry;

import java.util.Arrays;

/**
 * Refines colours of points until those of equal colour have, colour by colour, as many relations
 * of each kind (colour refinement; McKay, Practical graph isomorphism, 1981). Colours depend on
 * nothing that a renaming changes: renaming a state permutes them.
 */
final class Colouring {
  /** Up to so many points of a sort, comparing all pairs is the fastest way to order them. */
  private static final int FEW = 10;

  private final Tuples tuples;
  private final int[] firsts;
  private final long[] sums;
  private final int[] places;

  /** The points, sort by sort, in ascending order of colour; set by {@link #refine}. */
  final int[] order;

  private int distinct;
  private boolean open;

  Colouring(Relations relations, Tuples tuples) {
    this.tuples = tuples;
    this.firsts = relations.firsts;
    this.sums = new long[relations.points];
    this.places = new int[relations.points];
    this.order = new int[relations.points];
    Arrays.setAll(order, point -> point);
  }

  /** Refines colours as far as it goes. */
  void refine(long[] colours) {
    sort(colours);
    while (open) {
      int before = distinct;
      step(colours);
      sort(colours);
      if (distinct <= before) {
        return;
      }
    }
  }

  private void step(long[] colours) {
    Arrays.fill(sums, 0);
    for (int i = 0; i < tuples.pairs; i++) {
      int left = tuples.left[i];
      int right = tuples.right[i];
      long kind = tuples.kinds[i];
      sums[left] += Hash.mix(colours[right] + kind);
      sums[right] += Hash.mix(colours[left] ^ ~kind);
    }
    for (int i = 0; i < tuples.longTuples; i++) {
      addLong(i, colours);
    }
    for (int point = 0; point < sums.length; point++) {
      colours[point] = Hash.colour(colours[point] + 3 * sums[point]);
    }
  }

  private void addLong(int tuple, long[] colours) {
    long hash = tuples.longKinds[tuple];
    for (int k = tuples.starts[tuple]; k < tuples.starts[tuple + 1]; k++) {
      hash = Hash.mix(hash + colours[tuples.members[k]]);
    }
    for (int k = tuples.starts[tuple]; k < tuples.starts[tuple + 1]; k++) {
      sums[tuples.members[k]] += Hash.mix(hash + k - tuples.starts[tuple]);
    }
  }

  /**
   * Orders the points; counts the colours of all sorts; {@code open} says whether some points of
   * equal colour are related to others, so that refining can tell something.
   */
  private void sort(long[] colours) {
    distinct = 0;
    open = false;
    for (int sort = 1; sort < firsts.length; sort++) {
      if (firsts[sort] - firsts[sort - 1] <= FEW) {
        rank(firsts[sort - 1], firsts[sort], colours);
      } else {
        insert(firsts[sort - 1], firsts[sort], colours);
      }
    }
  }

  /**
   * Finds each point's place by comparing it with every other, without a branch: which colour is
   * greater cannot be predicted. That the sign of a difference tells is why colours have 63 bits.
   */
  private void rank(int first, int end, long[] colours) {
    int related = 0;
    for (int i = first; i < end; i++) {
      long colour = colours[i];
      int place = i;
      int equal = 0;
      for (int j = first; j < i; j++) {
        long difference = colour - colours[j];
        int less = (int) (difference >>> 63);
        place -= less;
        places[j] += less;
        int same = (int) (((difference | -difference) >>> 63) ^ 1);
        equal |= same;
        related |= -same & (tuples.degree[i] | tuples.degree[j]);
      }
      places[i] = place;
      distinct += 1 - equal;
    }
    for (int i = first; i < end; i++) {
      order[places[i]] = i;
    }
    open |= related != 0;
  }

  private void insert(int first, int end, long[] colours) {
    for (int i = first; i < end; i++) {
      int point = order[i];
      int hole = i;
      while (hole > first && colours[order[hole - 1]] > colours[point]) {
        order[hole] = order[hole - 1];
        hole--;
      }
      order[hole] = point;
    }
    distinct++;
    for (int i = first + 1; i < end; i++) {
      if (colours[order[i]] != colours[order[i - 1]]) {
        distinct++;
      } else {
        open |= (tuples.degree[order[i]] | tuples.degree[order[i - 1]]) != 0;
      }
    }
  }

  /** Whether all points have different colours. */
  boolean discrete() {
    return distinct == order.length;
  }
}
