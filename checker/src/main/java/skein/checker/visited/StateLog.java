package skein.checker.visited;

import java.util.Arrays;

/**
 * States in the order found, of which none is ever changed. Kept in blocks of 2,048 states, so that
 * growing copies nothing; only the first block grows, so that a small log takes little.
 */
final class StateLog {
  private static final int SHIFT = 11;
  private static final int BLOCK = 1 << SHIFT;
  private static final int FIRST = 16;

  private final int words;
  private long[][] blocks;
  private int size;
  private long longs;

  StateLog(int words) {
    this.words = words;
    this.blocks = new long[1][];
    this.blocks[0] = new long[FIRST * words];
    this.longs = blocks[0].length;
  }

  int size() {
    return size;
  }

  long bytes() {
    return longs * Long.BYTES;
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
    long[] block = block(position);
    int offset = offset(position);
    for (int word = 0; word < words; word++) {
      if (block[offset + word] != states[at + word]) {
        return false;
      }
    }
    return true;
  }

  void append(long[] states, int at) {
    int offset = offset(size);
    long[] block = roomAt(size >>> SHIFT, offset);
    for (int word = 0; word < words; word++) {
      block[offset + word] = states[at + word];
    }
    size++;
  }

  private long[] roomAt(int number, int offset) {
    if (number < blocks.length) {
      long[] block = blocks[number];
      if (block != null && offset < block.length) {
        return block;
      }
    }
    return grow(number, offset);
  }

  private long[] grow(int number, int offset) {
    if (number == 0) {
      blocks[0] = Arrays.copyOf(blocks[0], Math.min(offset * 2, BLOCK * words));
      longs += blocks[0].length - offset;
      return blocks[0];
    }
    if (number == blocks.length) {
      blocks = Arrays.copyOf(blocks, number * 2);
    }
    blocks[number] = new long[BLOCK * words];
    longs += blocks[number].length;
    return blocks[number];
  }
}
