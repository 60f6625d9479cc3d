package skein.checker.visited;

import java.util.Arrays;

/**
 * Where in a partition's log each level begins. Only levels that hold a state of the partition take
 * room, so that many partitions and many levels go together.
 */
final class LevelMarks {
  private int[] levels = new int[8];
  private int[] starts = new int[8];
  private int count;
  private int current;

  /** States appended from now on belong to this level. */
  void enter(int level) {
    current = level;
  }

  /** To be called before the log grows, with its size. */
  void beforeGrowth(int size) {
    if (count > 0 && (levels[count - 1] == current || starts[count - 1] == size)) {
      levels[count - 1] = current; // the last level marked has no state, or is this one
      return;
    }
    if (count == levels.length) {
      levels = Arrays.copyOf(levels, count * 2);
      starts = Arrays.copyOf(starts, count * 2);
    }
    levels[count] = current;
    starts[count++] = size;
  }

  /** Position of the first state of a level or a later one; {@code size} if there is none. */
  int start(int level, int size) {
    int found = Arrays.binarySearch(levels, 0, count, level);
    int index = found >= 0 ? found : -1 - found;
    return index < count ? starts[index] : size;
  }

  /** The level of the state at a position. */
  int levelOf(int position) {
    int found = Arrays.binarySearch(starts, 0, count, position);
    return levels[found >= 0 ? found : -2 - found];
  }

  int current() {
    return current;
  }

  long bytes() {
    return (long) (levels.length + starts.length) * Integer.BYTES;
  }
}
