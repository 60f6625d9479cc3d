package skein.spec.symmetry;

/**
 * A place of the search at which colours cannot tell apart some points that are no twins: the
 * colours, and the choice among the classes of twins of one colour.
 */
final class Branching {
  final long[] colours;

  /** One point of each class to choose from. */
  final int[] classes;

  /** Number of classes. */
  int count;

  /** Union-find over points: those that known automorphisms that keep the colours map together. */
  private final int[] parents;

  Branching(int points) {
    this.colours = new long[points];
    this.classes = new int[points];
    this.parents = new int[points];
  }

  /**
   * Chooses the first colour whose points are not all twins, and forgets what was known of orbits.
   *
   * @param order the points in order of colour, sort by sort
   * @param firsts where each sort begins in it, and its end
   * @return false if there is none
   */
  boolean choose(int[] order, int[] firsts, Twins twins) {
    for (int sort = 1; sort < firsts.length; sort++) {
      int from = firsts[sort - 1];
      while (from < firsts[sort]) {
        int end = from + 1;
        while (end < firsts[sort] && colours[order[end]] == colours[order[from]]) {
          end++;
        }
        if (end - from > 1 && !twins.classify(order, from, end)) {
          list(order, from, end, twins.representative);
          return true;
        }
        from = end;
      }
    }
    return false;
  }

  private void list(int[] order, int from, int end, int[] representative) {
    count = 0;
    for (int i = from; i < end; i++) {
      if (representative[order[i]] == order[i]) {
        classes[count++] = order[i];
      }
    }
    for (int point = 0; point < parents.length; point++) {
      parents[point] = representative[point] < 0 ? point : representative[point];
    }
  }

  /** Whether an automorphism maps an earlier class to the i-th. */
  boolean tried(int i) {
    for (int j = 0; j < i; j++) {
      if (orbit(classes[j]) == orbit(classes[i])) {
        return true;
      }
    }
    return false;
  }

  /** A point that stands for all that a point is known to be mapped to. */
  int orbit(int point) {
    int root = point;
    while (parents[root] != root) {
      root = parents[root];
    }
    return root;
  }

  /** How many of the classes a class is known to be mapped to, itself included. */
  int orbitSize(int chosen) {
    int size = 0;
    for (int i = 0; i < count; i++) {
      size += orbit(classes[i]) == orbit(chosen) ? 1 : 0;
    }
    return size;
  }

  /**
   * Takes in the automorphism that maps each point {@code from[i]} to {@code to[i]}, if it keeps
   * the colours.
   */
  void join(int[] from, int[] to) {
    for (int i = 0; i < from.length; i++) {
      if (colours[from[i]] != colours[to[i]]) {
        return;
      }
    }
    for (int i = 0; i < from.length; i++) {
      parents[orbit(from[i])] = orbit(to[i]);
    }
  }
}
