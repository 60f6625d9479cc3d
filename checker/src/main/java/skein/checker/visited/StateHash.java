package skein.checker.visited;

/**
 * The hash of a state: 64 bits with a fixed seed, so that every run puts every state at the same
 * place. The highest bits choose the partition, bits 8 to 39 the slot in its index, bits 0 to 7 are
 * the tag kept there.
 */
public final class StateHash {
  private static final long SEED = 0x243F6A8885A308D3L;
  private static final long FIRST = 0x9E3779B97F4A7C15L;
  private static final long LAST = 0xD6E8FEB86659FD93L;

  private StateHash() {}

  /** The hash of the {@code words} longs from {@code at} on. */
  public static long of(long[] states, int at, int words) {
    long hash = SEED;
    for (int end = at + words; at < end; at++) {
      hash = (hash ^ states[at]) * FIRST;
      hash ^= hash >>> 32;
    }
    hash *= LAST;
    return hash ^ hash >>> 32;
  }
}
