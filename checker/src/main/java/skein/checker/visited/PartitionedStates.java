package skein.checker.visited;

import java.util.Arrays;
import skein.checker.workers.Crew;

/**
 * The set of all states seen, in partitions by hash. Each partition has one owner at a time, so
 * that nothing in it is shared between threads. How many there are depends on the number of states
 * alone, never on the workers: the order of every log is part of the result.
 */
public final class PartitionedStates {
  private static final int MOST_BITS = 20;
  private static final int FIXED_BITS = 9; // of fingerprints, whose partitions are never split

  private final int words;
  private int bits;
  private StatePartition[] partitions;
  private boolean intact = true;

  /**
   * @param words longs a state
   */
  public PartitionedStates(int words) {
    this.words = words;
    this.partitions = new StatePartition[] {new LogPartition(words)};
  }

  /**
   * States of which only fingerprints are kept when they have been explored. There are as many
   * partitions from the beginning as there ever will be.
   *
   * @param archive where the states go
   */
  public PartitionedStates(int words, Archive archive) {
    this.words = words;
    this.bits = FIXED_BITS;
    this.partitions = new StatePartition[1 << FIXED_BITS];
    BlockPool pool = StateLog.pool(1);
    Arrays.setAll(partitions, i -> new FingerprintPartition(words, pool, archive));
  }

  public int words() {
    return words;
  }

  /** Number of partitions: a power of two. */
  public int count() {
    return partitions.length;
  }

  /** False if memory ran out in the middle of a split, which leaves nothing of use. */
  public boolean intact() {
    return intact;
  }

  /** How many of a hash's highest bits choose the partition. */
  public int bits() {
    return bits;
  }

  public StatePartition partition(int number) {
    return partitions[number];
  }

  /** Number of the partition that a state of this hash belongs to. */
  public static int route(long hash, int bits) {
    return (int) (hash >>> 1 >>> 63 - bits);
  }

  public long size() {
    long size = 0;
    for (StatePartition partition : partitions) {
      size += partition.size();
    }
    return size;
  }

  public long bytes() {
    long bytes = 0;
    for (StatePartition partition : partitions) {
      bytes += partition.bytes();
    }
    return bytes;
  }

  /**
   * What {@link #bytes} will be at most when so many states more have been added. A hash spreads
   * them evenly, but for an eighth and a few.
   */
  public long bytesWith(long more) {
    long each = more / partitions.length;
    int most = (int) Math.min(StatePartition.CAPACITY, each + (bits > 0 ? each / 8 + 8 : 0));
    long bytes = 0;
    for (StatePartition partition : partitions) {
      bytes += partition.bytesWith(most);
    }
    return bytes;
  }

  /** States of a level and the ones after it. */
  public long sizeFrom(int level) {
    long size = 0;
    for (StatePartition partition : partitions) {
      size += partition.size() - partition.levelStart(level);
    }
    return size;
  }

  /** States added from now on belong to this level. */
  public void enterLevel(int level) {
    for (StatePartition partition : partitions) {
      partition.enterLevel(level);
    }
  }

  /**
   * How many bits suit a number of states: one partition up to 16,384, while everything fits a
   * core's cache; 32 up to 16 million, 256 up to 16 thousand million. That keeps workers busy; more
   * would not do, as each has a fixed cost a level, and of a deep search's level a partition gets
   * few states. A partition that reaches its capacity for all that is to be split by the search.
   */
  public static int bitsFor(long states) {
    int result = 0;
    for (long limit = 1 << 14; states > limit && result < MOST_BITS; limit <<= 10) {
      result = result == 0 ? 5 : result + 3;
    }
    return result;
  }

  /** Splits every partition until there are {@code 1 << wanted}; of exact states only. */
  public void split(int wanted, Crew crew) {
    int more = wanted - bits;
    if (more <= 0) {
      return;
    }
    StatePartition[] old = partitions;
    boolean together = size() > 1 << 16;
    partitions = new StatePartition[1 << wanted];
    intact = false;
    crew.run(
        old.length,
        together,
        (worker, number) -> {
          StatePartition[] parts = old[number].split(bits, more);
          System.arraycopy(parts, 0, partitions, number << more, parts.length);
          old[number] = null; // so that only one partition at a time is in memory twice
        });
    bits = wanted;
    intact = true;
  }
}
