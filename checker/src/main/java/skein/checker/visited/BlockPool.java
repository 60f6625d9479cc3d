package skein.checker.visited;

import java.util.ArrayDeque;

/** Arrays of one size, to be used again: memory that is new is slow the first time. */
final class BlockPool {
  private final int size;
  private final ArrayDeque<long[]> free = new ArrayDeque<>();

  /**
   * @param size longs a block
   */
  BlockPool(int size) {
    this.size = size;
  }

  /** A block that nobody else has; its contents are whatever they were. */
  synchronized long[] take() {
    return free.isEmpty() ? new long[size] : free.pop();
  }

  /** Takes back a block that is no longer used. */
  synchronized void giveBack(long[] block) {
    free.push(block);
  }
}
