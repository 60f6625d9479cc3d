package skein.checker.trace;

/**
 * Says of most hashes that are not in a set that they are not: one bit for each of up to 8 million
 * buckets. Small sets fit a core's cache, so that few states need be looked up among all.
 */
final class HashFilter {
  private static final long MOST = 1L << 23;
  private static final int BUCKETS_EACH = 16;

  private final int[] bits;
  private final int mask;

  /**
   * @param expected how many hashes will be added
   */
  HashFilter(long expected) {
    int buckets = (int) Long.highestOneBit(Math.min(MOST, Math.max(64, expected * BUCKETS_EACH)));
    bits = new int[buckets / 32];
    mask = buckets - 1;
  }

  void add(long hash) {
    int bucket = (int) (hash >>> 8) & mask;
    bits[bucket >>> 5] |= 1 << bucket;
  }

  boolean mayHold(long hash) {
    int bucket = (int) (hash >>> 8) & mask;
    return (bits[bucket >>> 5] & 1 << bucket) != 0;
  }
}
