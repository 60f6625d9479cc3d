package skein.checker.visited;

import java.util.ArrayDeque;

/**
 * Blocks of {@code long}s of one size, cut from arrays of a mebibyte. Those are so large that a
 * collector puts them where they can stay; what is allocated block by block it copies, every one
 * once or twice (measured, a quarter of a search's time).
 */
final class BlockPool {
  /** A mebibyte with the array's header of 16 bytes, so that it fits a collector's regions. */
  private static final int LONGS = (1 << 17) - 2;

  /**
   * A piece of an array.
   *
   * @param array the array, shared with other blocks
   * @param base index of the block's first element
   */
  record Block(long[] array, int base) {}

  private final int size;
  private final ArrayDeque<Block> free = new ArrayDeque<>();
  private long[] array = {};
  private int used;

  /**
   * @param size longs a block
   */
  BlockPool(int size) {
    this.size = size;
  }

  /** Longs a block. */
  int size() {
    return size;
  }

  /** A block that nobody else has; its contents are whatever they were. */
  synchronized Block take() {
    if (!free.isEmpty()) {
      return free.pop();
    }
    if (used + size > array.length) {
      array = new long[Math.max(LONGS, size)];
      used = 0;
    }
    used += size;
    return new Block(array, used - size);
  }

  /** Takes back a block that is no longer used. */
  synchronized void giveBack(Block block) {
    free.push(block);
  }
}
