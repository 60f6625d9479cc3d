package skein.checker.visited;

import java.util.Arrays;

/** States in the order found, of which the first are in an archive and the others in memory. */
final class ArchivedLog {
  private static final int SHIFT = 7;
  private static final int BLOCK = 1 << SHIFT;

  private final int words;
  private final Archive archive;
  private long[][] blocks = new long[1][];

  /** For each block in the archive, where it is there. */
  private long[] places = new long[1];

  private int archived;
  private int size;

  /** A block read back. A record, so that several threads may read it and replace it. */
  private Copy last = new Copy(-1, new long[0]);

  @SuppressWarnings("ArrayRecordComponent")
  private record Copy(int number, long[] block) {}

  ArchivedLog(int words, Archive archive) {
    this.words = words;
    this.archive = archive;
  }

  void append(long[] states, int at) {
    int number = size >>> SHIFT;
    if (number == blocks.length) {
      blocks = Arrays.copyOf(blocks, number * 2);
      places = Arrays.copyOf(places, number * 2);
    }
    if (blocks[number] == null) {
      blocks[number] = new long[BLOCK * words];
    }
    System.arraycopy(states, at, blocks[number], offset(size), words);
    size++;
  }

  long[] block(int position) {
    int number = position >>> SHIFT;
    if (number >= archived) {
      return blocks[number];
    }
    Copy copy = last;
    if (copy.number != number) {
      copy = new Copy(number, archive.read(places[number], BLOCK * words));
      last = copy;
    }
    return copy.block;
  }

  int offset(int position) {
    return (position & BLOCK - 1) * words;
  }

  /** Moves the full blocks before a position to the archive. */
  void archive(int end) {
    while (archived < end >>> SHIFT) {
      places[archived] = archive.write(blocks[archived]);
      blocks[archived++] = null;
    }
  }

  /** In memory. */
  long bytes() {
    long held = (size + BLOCK - 1 >>> SHIFT) - archived;
    return (held * BLOCK * words + places.length * 2L) * Long.BYTES;
  }

  long bytesWith(int more) {
    return bytes() + ((long) more + BLOCK) * words * Long.BYTES;
  }
}
