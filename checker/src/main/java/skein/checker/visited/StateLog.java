package skein.checker.visited;

import java.util.Arrays;

/**
 * States in the order found, of which none is ever changed. Kept in blocks of 2,048 states, so that
 * growing copies nothing and half an empty block in each of many partitions is little; only the
 * first block grows, so that a small log takes little.
 */
final class StateLog {
  private static final int SHIFT = 11;
  private static final int BLOCK = 1 << SHIFT;
  private static final int FIRST = 16;

  private final int words;
  private final BlockPool pool;
  private long[][] blocks = new long[1][];
  private int size;
  private int room = FIRST;

  /**
   * @param words longs a state
   * @param pool of blocks as {@link #pool} makes it, for all but the first
   */
  StateLog(int words, BlockPool pool) {
    this.words = words;
    this.pool = pool;
    this.blocks[0] = new long[FIRST * words];
  }

  /** A pool for logs of states of so many words. */
  static BlockPool pool(int words) {
    return new BlockPool(BLOCK * words);
  }

  int size() {
    return size;
  }

  long bytes() {
    return (long) room * words * Long.BYTES;
  }

  /** What {@link #bytes} will be at most when so many states more have been appended. */
  long bytesWith(int more) {
    long after = (long) size + more;
    long small = Math.min(BLOCK, 2 * after);
    long states = after <= BLOCK ? small : after + BLOCK - 1 >>> SHIFT << SHIFT;
    return Math.max(room, states) * words * Long.BYTES;
  }

  /** The array that holds the state at a position. */
  long[] block(int position) {
    return blocks[position >>> SHIFT];
  }

  /** Where in its block the state at a position begins. */
  int offset(int position) {
    return (position & BLOCK - 1) * words;
  }

  boolean holds(int position, long[] states, int at) {
    return StateWords.same(block(position), offset(position), states, at, words);
  }

  /** 0 if a state is the same as another. */
  long difference(int position, long[] states, int at) {
    return StateWords.difference(block(position), offset(position), states, at, words);
  }

  void append(long[] states, int at) {
    if (size == room) {
      grow();
    }
    StateWords.copy(states, at, block(size), offset(size), words);
    size++;
  }

  private void grow() {
    if (room < BLOCK) {
      room *= 2;
      blocks[0] = Arrays.copyOf(blocks[0], room * words);
      return;
    }
    int number = room >>> SHIFT;
    if (number == blocks.length) {
      blocks = Arrays.copyOf(blocks, number * 2);
    }
    blocks[number] = pool.take();
    room += BLOCK;
  }

  /** Gives the blocks back to the pool; the log is of no more use. */
  void free() {
    for (int number = 0; number < room >>> SHIFT; number++) {
      pool.giveBack(blocks[number]);
    }
  }
}
