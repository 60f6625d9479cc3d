package skein.spec.symmetry;

import java.util.Arrays;

/**
 * Finds twins: points of one sort whose exchange leaves the state unchanged. That is an
 * equivalence, and colours never tell twins apart.
 */
final class Twins {
  private final Tuples tuples;
  private final Mover mover;
  private final int[] to;
  private final long[] exchanged;
  private long[] states;
  private int at;

  /**
   * One point of the class of each point, itself or another, or -1 if it was not asked for yet.
   * Points of equal colour that were asked for have the same one if and only if they are twins.
   */
  final int[] representative;

  Twins(int points, Tuples tuples, Mover mover, int words) {
    this.tuples = tuples;
    this.mover = mover;
    this.to = new int[points];
    Arrays.setAll(to, point -> point);
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
      return mover.sameColumns(point, other, states, at);
    }
    to[point] = other;
    to[other] = point;
    mover.apply(to, states, at, exchanged);
    to[point] = point;
    to[other] = other;
    return Arrays.equals(exchanged, 0, exchanged.length, states, at, at + exchanged.length);
  }
}
