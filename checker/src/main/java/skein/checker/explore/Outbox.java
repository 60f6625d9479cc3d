package skein.checker.explore;

import java.util.Arrays;
import skein.checker.visited.PartitionedStates;
import skein.checker.visited.StateHash;
import skein.checker.visited.StateWords;

/**
 * What one worker has generated in a wave: for each partition the states that belong there, in the
 * order of generation, and how far each unit of work filled it.
 */
final class Outbox {
  private static final int FIRST_STATES = 16;
  private static final long[] NONE = {};

  private final int words;
  private final int bits;
  private final long[][] buffers;
  private final int[] fill;
  private int[] marks = new int[0];
  private int[] units = new int[8];
  private int unitCount;

  /**
   * @param words longs a state
   * @param bits there are {@code 1 << bits} partitions
   */
  Outbox(int words, int bits) {
    this.words = words;
    this.bits = bits;
    this.buffers = new long[1 << bits][];
    Arrays.fill(buffers, NONE);
    this.fill = new int[1 << bits];
  }

  /** Adds states that lie one after the other, each to the buffer of its partition. */
  void appendAll(long[] states, int count) {
    for (int at = 0, end = count * words; at < end; at += words) {
      append(states, at);
    }
  }

  /** Adds the state to the buffer of its partition. */
  void append(long[] states, int at) {
    int partition = PartitionedStates.route(StateHash.of(states, at, words), bits);
    long[] buffer = buffers[partition];
    int offset = fill[partition];
    if (offset + words > buffer.length) {
      buffer = grow(partition);
    }
    StateWords.copy(states, at, buffer, offset, words);
    fill[partition] = offset + words;
  }

  private long[] grow(int partition) {
    long[] old = buffers[partition];
    long wanted = Math.max(FIRST_STATES, old.length / words * 3L / 2) * words;
    if (wanted > Integer.MAX_VALUE - 8) {
      throw new OutOfMemoryError("more successors in a wave than an array holds");
    }
    long[] grown = Arrays.copyOf(old, (int) wanted);
    buffers[partition] = grown;
    return grown;
  }

  /** Ends a unit of work; its states are all that were added since the last one's. */
  void endUnit(int unit) {
    int partitions = fill.length;
    if (unitCount == units.length) {
      units = Arrays.copyOf(units, unitCount * 2);
    }
    if ((unitCount + 1) * partitions > marks.length) {
      marks = Arrays.copyOf(marks, (unitCount + 1) * partitions * 2);
    }
    System.arraycopy(fill, 0, marks, unitCount * partitions, partitions);
    units[unitCount++] = unit;
  }

  /** Number of units done, in ascending order. */
  int unitCount() {
    return unitCount;
  }

  /** Number of the i-th unit done here. */
  int unit(int i) {
    return units[i];
  }

  /** Where in a partition's buffer the states of the i-th unit begin; i may be the count. */
  int start(int i, int partition) {
    return i == 0 ? 0 : marks[(i - 1) * fill.length + partition];
  }

  long[] buffer(int partition) {
    return buffers[partition];
  }

  /** Number of states for a partition. */
  int count(int partition) {
    return fill[partition] / words;
  }

  void clear() {
    Arrays.fill(fill, 0);
    unitCount = 0;
  }

  long bytes() {
    long longs = 0;
    for (long[] buffer : buffers) {
      longs += buffer.length;
    }
    return longs * Long.BYTES + (long) marks.length * Integer.BYTES;
  }

  /** The same, sorted into more partitions. */
  Outbox rerouted(int moreBits) {
    Outbox result = new Outbox(words, moreBits);
    for (int i = 0; i < unitCount; i++) {
      for (int partition = 0; partition < fill.length; partition++) {
        int end = start(i + 1, partition);
        for (int at = start(i, partition); at < end; at += words) {
          result.append(buffers[partition], at);
        }
      }
      result.endUnit(units[i]);
    }
    return result;
  }
}
