package skein.checker.visited;

import java.util.Arrays;

/**
 * A partition on the heap: a log of exact states, and an index over it by open addressing with
 * linear probing. A slot of the index is an {@code int}: 8 bits of the state's hash over its
 * position plus one in 24 bits; 0 is free. So most probes are decided without a look at the log.
 *
 * <p>States are looked up in blocks of 64: first every slot is touched, then every log entry, then
 * they are compared. Cache misses then overlap instead of following each other, which is worth more
 * than any other arrangement of the table (measured, a factor of up to 10).
 */
public final class LogPartition implements StatePartition {
  private static final int AHEAD = 64;
  private static final int POSITION = (1 << 24) - 1;
  private static final int TAG = ~POSITION;
  private static final int FIRST_SLOTS = 64;
  private static final int SMALL = 1 << 12;

  private final int words;
  private final BlockPool pool;
  private final StateLog log;
  private final LevelMarks levels = new LevelMarks();
  private int[] slots;
  private int taken;
  private long touched;

  /**
   * @param words longs a state
   */
  public LogPartition(int words) {
    this(words, StateLog.pool(words), FIRST_SLOTS);
  }

  private LogPartition(int words, BlockPool pool, int slots) {
    this.words = words;
    this.pool = pool;
    this.log = new StateLog(words, pool);
    this.slots = new int[slots];
  }

  @Override
  public int size() {
    return log.size();
  }

  @Override
  public void addAll(long[] states, int at, int count) {
    levels.beforeGrowth(log.size());
    long[] hashes = new long[Math.min(count, AHEAD)];
    int[] places = new int[hashes.length];
    for (int done = 0; done < count; done += AHEAD) {
      addBlock(states, at + done * words, Math.min(AHEAD, count - done), hashes, places);
    }
  }

  private void addBlock(long[] states, int at, int count, long[] hashes, int[] places) {
    makeRoom(count);
    touched += touchIndex(states, at, count, hashes);
    touched += touchLog(count, hashes, places);
    for (int i = 0; i < count; i++) {
      insert(states, at + i * words, hashes[i], places[i]);
    }
  }

  private long touchIndex(long[] states, int at, int count, long[] hashes) {
    int[] index = slots;
    long sum = 0;
    for (int i = 0; i < count; i++) {
      long hash = StateHash.of(states, at + i * words, words);
      hashes[i] = hash;
      sum += index[slot(hash, index.length)];
    }
    return sum;
  }

  /** Finds the slots at which to compare, and touches what is to be compared. */
  private long touchLog(int count, long[] hashes, int[] places) {
    long sum = 0;
    for (int i = 0; i < count; i++) {
      int place = candidate(slot(hashes[i], slots.length), tag(hashes[i]));
      places[i] = place;
      int position = Math.max(0, (slots[place] & POSITION) - 1);
      sum += log.block(position)[log.offset(position)];
    }
    return sum;
  }

  /** The first slot from one on that has a tag or is free. */
  private int candidate(int slot, int tag) {
    int[] index = slots;
    for (int entry = index[slot]; entry != 0 && (entry & TAG) != tag; entry = index[slot]) {
      slot = slot + 1 == index.length ? 0 : slot + 1;
    }
    return slot;
  }

  @Override
  public int add(long[] states, int at) {
    makeRoom(1);
    levels.beforeGrowth(log.size());
    long hash = StateHash.of(states, at, words);
    return insert(states, at, hash, slot(hash, slots.length));
  }

  private int insert(long[] states, int at, long hash, int from) {
    int slot = place(states, at, hash, from);
    if (slots[slot] != 0) {
      return (slots[slot] & POSITION) - 1;
    }
    log.append(states, at);
    slots[slot] = tag(hash) | log.size();
    return log.size() - 1;
  }

  @Override
  public int find(long[] states, int at, long hash) {
    return (slots[place(states, at, hash, slot(hash, slots.length))] & POSITION) - 1;
  }

  /** The slot of a state, or the free one where it is to be. */
  private int place(long[] states, int at, long hash, int from) {
    int tag = tag(hash);
    int slot = candidate(from, tag);
    for (int entry = slots[slot]; entry != 0; entry = slots[slot]) {
      if (log.holds((entry & POSITION) - 1, states, at)) {
        break;
      }
      slot = candidate(slot + 1 == slots.length ? 0 : slot + 1, tag);
    }
    return slot;
  }

  private static int tag(long hash) {
    return (int) hash << 24;
  }

  private static int slot(long hash, int slots) {
    return (int) ((hash >>> 8 & 0xFFFFFFFFL) * slots >>> 32);
  }

  /** Grows the index if the next states could fill it beyond two thirds. */
  private void makeRoom(int more) {
    if (log.size() + more > CAPACITY) {
      throw new IllegalStateException("partition full");
    }
    if (log.size() + more > (long) slots.length * 2 / 3) {
      long wanted = slots.length < SMALL ? slots.length * 4L : slots.length * 3L / 2;
      index(new int[(int) Math.max(wanted, (log.size() + more) * 2L)]);
    }
  }

  private void index(int[] empty) {
    slots = empty;
    for (int position = 0; position < log.size(); position++) {
      long hash = StateHash.of(log.block(position), log.offset(position), words);
      int slot = slot(hash, slots.length);
      while (slots[slot] != 0) {
        slot = slot + 1 == slots.length ? 0 : slot + 1;
      }
      slots[slot] = tag(hash) | position + 1;
    }
  }

  @Override
  public long[] block(int position) {
    return log.block(position);
  }

  @Override
  public int offset(int position) {
    return log.offset(position);
  }

  @Override
  public void enterLevel(int level) {
    levels.enter(level);
  }

  @Override
  public int levelStart(int level) {
    return levels.start(level, log.size());
  }

  @Override
  public int taken() {
    return taken;
  }

  @Override
  public void take(int position) {
    taken = position;
  }

  @Override
  public LogPartition[] split(int depth, int bits) {
    LogPartition[] parts = new LogPartition[1 << bits];
    Arrays.setAll(
        parts, i -> new LogPartition(words, pool, Math.max(FIRST_SLOTS, slots.length >> bits)));
    for (int position = 0; position < log.size(); position++) {
      if (position == taken) {
        markTaken(parts);
      }
      long[] block = log.block(position);
      int offset = log.offset(position);
      long hash = StateHash.of(block, offset, words);
      LogPartition part = parts[(int) (hash << depth >>> 1 >>> 63 - bits)];
      part.enterLevel(levels.levelOf(position));
      part.add(block, offset);
    }
    if (taken == log.size()) {
      markTaken(parts);
    }
    for (LogPartition part : parts) {
      part.enterLevel(levels.current());
    }
    log.free();
    return parts;
  }

  private static void markTaken(LogPartition[] parts) {
    for (LogPartition part : parts) {
      part.taken = part.size();
    }
  }

  @Override
  public long bytes() {
    return log.bytes() + levels.bytes() + (long) slots.length * Integer.BYTES;
  }

  /** A value that depends on all that was touched; of no other use. */
  long touched() {
    return touched;
  }
}
