package skein.checker.visited;

/**
 * Copies and compares the words of states. Most states have few words, and a loop over so few costs
 * more than it does; so the first four go without.
 */
public final class StateWords {
  private static final int STRAIGHT = 4;

  private StateWords() {}

  /** Copies a state of {@code words} longs. */
  public static void copy(long[] from, int at, long[] to, int offset, int words) {
    to[offset] = from[at];
    if (words > 1) {
      to[offset + 1] = from[at + 1];
    }
    if (words > 2) {
      to[offset + 2] = from[at + 2];
    }
    if (words > 3) {
      to[offset + 3] = from[at + 3];
    }
    if (words > STRAIGHT) {
      System.arraycopy(from, at + STRAIGHT, to, offset + STRAIGHT, words - STRAIGHT);
    }
  }

  /**
   * 0 if two states of {@code words} longs are the same; of up to four, no branch depends on them.
   */
  static long difference(long[] one, int at, long[] other, int offset, int words) {
    long difference = one[at] ^ other[offset];
    if (words > 1) {
      difference |= one[at + 1] ^ other[offset + 1];
    }
    if (words > 2) {
      difference |= one[at + 2] ^ other[offset + 2];
    }
    if (words > 3) {
      difference |= one[at + 3] ^ other[offset + 3];
    }
    if (words > STRAIGHT && difference == 0) {
      difference = sameFrom(STRAIGHT, one, at, other, offset, words) ? 0 : 1;
    }
    return difference;
  }

  /** Whether two states of {@code words} longs are the same. */
  static boolean same(long[] one, int at, long[] other, int offset, int words) {
    return one[at] == other[offset]
        && (words < 2 || one[at + 1] == other[offset + 1])
        && (words < 3 || one[at + 2] == other[offset + 2])
        && (words < 4 || one[at + 3] == other[offset + 3])
        && (words <= STRAIGHT || sameFrom(STRAIGHT, one, at, other, offset, words));
  }

  private static boolean sameFrom(
      int from, long[] one, int at, long[] other, int offset, int words) {
    for (int word = from; word < words; word++) {
      if (one[at + word] != other[offset + word]) {
        return false;
      }
    }
    return true;
  }
}
