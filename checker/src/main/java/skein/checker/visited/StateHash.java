package skein.checker.visited;

/**
 * The hash of a state: 64 bits with a fixed seed, so that every run puts every state at the same
 * place. The highest bits choose the partition, bits 8 to 39 the slot in its index, bits 0 to 7 are
 * the tag kept there.
 *
 * <p>Two words go into one 64 by 64 bit product whose halves are folded, after Wang Yi's wyhash:
 * fewer dependent multiplications than one a word.
 */
public final class StateHash {
  private static final long EVEN = 0x243F6A8885A308D3L;
  private static final long ODD = 0x9E3779B97F4A7C15L;
  private static final long LAST = 0xD6E8FEB86659FD93L;

  private StateHash() {}

  /** The hash of the {@code words} longs from {@code at} on. */
  public static long of(long[] states, int at, int words) {
    long hash = fold(states[at] ^ EVEN, (words > 1 ? states[at + 1] : 0) ^ ODD);
    if (words > 2) {
      hash = fold(states[at + 2] ^ hash, (words > 3 ? states[at + 3] : 0) ^ ODD);
    }
    if (words > 4) {
      hash = rest(hash, states, at, words);
    }
    hash *= LAST;
    return hash ^ hash >>> 32;
  }

  private static long rest(long first, long[] states, int at, int words) {
    long hash = first;
    for (int word = 4; word < words; word += 2) {
      long odd = word + 1 < words ? states[at + word + 1] : 0;
      hash = fold(states[at + word] ^ hash, odd ^ ODD);
    }
    return hash;
  }

  private static long fold(long a, long b) {
    return a * b ^ Math.multiplyHigh(a, b);
  }
}
