package skein.checker.explore;

import skein.checker.visited.PartitionedStates;
import skein.checker.workers.Crew;

/**
 * Plans a search's memory, so that it ends before it is spent: waves get smaller as memory gets
 * scarce, and the search ends where not even a small one is sure to fit. What is planned follows
 * from counts alone, so that it is the same for any number of workers.
 */
final class Room {
  private static final long LEAST = 1 << 12;

  /** A buffer may be half empty, and while it grows there is the old one too. */
  private static final int SLACK = 2;

  private final long limit;
  private final long recordBytes;

  /**
   * @param limit bytes that states and buffers may take together
   * @param words longs a state
   */
  Room(long limit, int words) {
    this.limit = limit;
    this.recordBytes = (long) words * Long.BYTES;
  }

  /** The most that the buffers of a wave of so many successors are to take, in bytes. */
  long buffers(long records) {
    return records * recordBytes * SLACK;
  }

  /**
   * How many successors the next wave may have, if all of them were new.
   *
   * @param wanted that many at most, and at least if there is room
   * @return 0 if there is no room for any wave worth the while
   */
  long records(PartitionedStates states, long wanted) {
    long records = wanted;
    while (records >= LEAST && states.bytesWith(records) + buffers(records) > limit) {
      records /= 2;
    }
    return records >= LEAST ? records : 0;
  }

  /**
   * Splits the partitions if there are states for more. Not where that might not fit: while it is
   * split a partition is in memory twice, and more partitions have more blocks not yet full. Then
   * the search goes on with fewer.
   */
  void split(PartitionedStates states, long distinct, Crew crew) {
    int bits = PartitionedStates.bitsFor(distinct);
    if (bits > states.bits() && states.bytes() / 8 * 9 <= limit) {
      states.split(bits, crew);
    }
  }
}
