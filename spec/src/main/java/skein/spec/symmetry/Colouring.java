package skein.spec.symmetry;

import java.util.Arrays;

/**
 * Refines colours of points until those of equal colour have, colour by colour, as many relations
 * of each kind (colour refinement; McKay, Practical graph isomorphism, 1981). Colours depend on
 * nothing that a renaming changes: renaming a state permutes them.
 */
final class Colouring {
  private final Tuples tuples;
  private final int[] firsts;
  private final long[] sums;

  /** The points, sort by sort, in ascending order of colour; set by {@link #refine}. */
  final int[] order;

  private int distinct;
  private boolean open;

  Colouring(Relations relations, Tuples tuples) {
    this.tuples = tuples;
    this.firsts = relations.firsts;
    this.sums = new long[relations.points];
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
      if (distinct == before) {
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
      colours[point] = Hash.mix(colours[point] + 3 * sums[point]);
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
      for (int i = firsts[sort - 1]; i < firsts[sort]; i++) {
        insert(i, firsts[sort - 1], colours);
      }
      distinct++;
      for (int i = firsts[sort - 1] + 1; i < firsts[sort]; i++) {
        if (colours[order[i]] != colours[order[i - 1]]) {
          distinct++;
        } else {
          open |= (tuples.degree[order[i]] | tuples.degree[order[i - 1]]) != 0;
        }
      }
    }
  }

  private void insert(int i, int first, long[] colours) {
    int point = order[i];
    long colour = colours[point];
    int hole = i;
    while (hole > first && colours[order[hole - 1]] > colour) {
      order[hole] = order[hole - 1];
      hole--;
    }
    order[hole] = point;
  }
}
