package skein.spec.symmetry;

import java.util.Arrays;

/** The least leaf that a search has come to so far, and the branches that led to it. */
final class BestLeaf {
  /** The class chosen at each depth. */
  final int[] path;

  /** A hash of the colours after each choice, from index 1 on. */
  final long[] trace;

  /** At each depth, how many classes some automorphism maps the chosen one to, itself included. */
  final int[] orbits;

  /** By point, which point becomes it. */
  final int[] order;

  /**
   * For each point in order, the how manieth of its colour it is, from 1. Those of one colour are
   * twins.
   */
  final int[] runs;

  /** The leaf: the renamed state. */
  final long[] state;

  /** Number of choices of which the trace is known. */
  int depth;

  /** Whether the leaf is known; if not, it is still to come in the branch being searched. */
  boolean complete;

  BestLeaf(int points, int words) {
    this.path = new int[points + 1];
    this.trace = new long[points + 1];
    this.orbits = new int[points + 1];
    this.order = new int[points];
    this.runs = new int[points];
    this.state = new long[words];
  }

  /** Begins with another state. */
  void clear() {
    depth = 0;
    complete = false;
  }

  /**
   * Whether a branch whose trace agrees with the best one so far can lead to the least leaf. If it
   * is better than the best, that is forgotten.
   *
   * @param hash that of the branch's colours after {@code choices} choices
   */
  boolean admits(int choices, long hash) {
    if (choices <= depth) {
      if (hash > trace[choices]) {
        return false;
      }
      if (hash == trace[choices]) {
        return true;
      }
    }
    trace[choices] = hash;
    depth = choices;
    complete = false;
    return true;
  }

  /** Whether a leaf with an admitted trace comes before it: by length, then word by word. */
  boolean after(int choices, long[] leaf) {
    return !complete || depth > choices || Arrays.compare(leaf, state) < 0;
  }

  /** Replaces it by a leaf with an admitted trace. */
  void replace(int[] newPath, int choices, int[] newOrder, long[] leaf) {
    System.arraycopy(newPath, 0, path, 0, choices);
    System.arraycopy(newOrder, 0, order, 0, order.length);
    System.arraycopy(leaf, 0, state, 0, state.length);
    depth = choices;
    complete = true;
  }

  /** How many of the first choices of a path are those that led to it. */
  int common(int[] other, int choices) {
    int same = 0;
    while (same < choices && same < depth && other[same] == path[same]) {
      same++;
    }
    return same;
  }
}
