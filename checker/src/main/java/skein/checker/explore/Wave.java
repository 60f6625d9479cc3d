package skein.checker.explore;

import java.util.Arrays;
import skein.checker.visited.PartitionedStates;
import skein.checker.visited.StatePartition;

/**
 * A bounded piece of a level, to be explored before the next: the next states of the frontier,
 * partition by partition, cut into units of at most 4,096 states for the workers to take. Units are
 * made of slices, as a partition may hold only few states of a level.
 */
final class Wave {
  /** States a unit. */
  static final int UNIT = 4096;

  private int[] partitions = new int[16];
  private int[] starts = new int[16];
  private int[] ends = new int[16];
  private int sliceCount;
  private int[] unitEnds = new int[4];
  private int unitCount;
  private int states;

  private Wave() {}

  /**
   * Takes the next states of a level.
   *
   * @param most states at most, at least 1
   */
  static Wave next(PartitionedStates all, int level, long most) {
    Wave wave = new Wave();
    for (int number = 0; number < all.count() && wave.states < most; number++) {
      StatePartition partition = all.partition(number);
      int end = partition.levelStart(level + 1);
      while (partition.taken() < end && wave.states < most) {
        int from = partition.taken();
        int room = UNIT - wave.states % UNIT;
        int to = (int) Math.min(Math.min(end, (long) from + room), from + most - wave.states);
        wave.add(number, from, to);
        partition.take(to);
      }
    }
    wave.endUnit();
    return wave;
  }

  private void add(int partition, int from, int to) {
    if (sliceCount == partitions.length) {
      partitions = Arrays.copyOf(partitions, sliceCount * 2);
      starts = Arrays.copyOf(starts, sliceCount * 2);
      ends = Arrays.copyOf(ends, sliceCount * 2);
    }
    partitions[sliceCount] = partition;
    starts[sliceCount] = from;
    ends[sliceCount++] = to;
    states += to - from;
    if (states % UNIT == 0) {
      endUnit();
    }
  }

  private void endUnit() {
    if (sliceCount > unitStart(unitCount)) {
      if (unitCount == unitEnds.length) {
        unitEnds = Arrays.copyOf(unitEnds, unitCount * 2);
      }
      unitEnds[unitCount++] = sliceCount;
    }
  }

  int states() {
    return states;
  }

  int units() {
    return unitCount;
  }

  /** The first slice of a unit. */
  int unitStart(int unit) {
    return unit == 0 ? 0 : unitEnds[unit - 1];
  }

  /** The first slice after a unit. */
  int unitEnd(int unit) {
    return unitEnds[unit];
  }

  int partition(int slice) {
    return partitions[slice];
  }

  int start(int slice) {
    return starts[slice];
  }

  int end(int slice) {
    return ends[slice];
  }
}
