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
  private final StateLog log;
  private final LevelMarks levels = new LevelMarks();
  private int[] slots;
  private int taken;
  private long touched;

  /**
   * @param words longs a state
   */
  public LogPartition(int words) {
    this(words, FIRST_SLOTS);
  }

  private LogPartition(int words, int slots) {
    this.words = words;
    this.log = new StateLog(words);
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
    for (int done = 0; done < count; done += AHEAD) {
      addBlock(states, at + done * words, Math.min(AHEAD, count - done), hashes);
    }
  }

  private void addBlock(long[] states, int at, int count, long[] hashes) {
    makeRoom(count);
    touch(states, at, count, hashes);
    for (int i = 0; i < count; i++) {
      insert(states, at + i * words, hashes[i]);
    }
  }

  private void touch(long[] states, int at, int count, long[] hashes) {
    long sum = 0;
    for (int i = 0; i < count; i++) {
      long hash = StateHash.of(states, at + i * words, words);
      hashes[i] = hash;
      sum += slots[slot(hash)];
    }
    for (int i = 0; i < count; i++) {
      int entry = slots[slot(hashes[i])];
      if (entry != 0 && (entry & TAG) == tag(hashes[i])) {
        int position = (entry & POSITION) - 1;
        sum += log.block(position)[log.offset(position)];
      }
    }
    touched = sum; // keeps the compiler from dropping the loads
  }

  @Override
  public int add(long[] states, int at) {
    makeRoom(1);
    levels.beforeGrowth(log.size());
    return insert(states, at, StateHash.of(states, at, words));
  }

  private int insert(long[] states, int at, long hash) {
    int tag = tag(hash);
    int slot = slot(hash);
    for (int entry = slots[slot]; entry != 0; entry = slots[slot]) {
      if ((entry & TAG) == tag && log.holds((entry & POSITION) - 1, states, at)) {
        return (entry & POSITION) - 1;
      }
      slot = slot + 1 == slots.length ? 0 : slot + 1;
    }
    log.append(states, at);
    slots[slot] = tag | log.size();
    return log.size() - 1;
  }

  @Override
  public int find(long[] states, int at, long hash) {
    int tag = tag(hash);
    int slot = slot(hash);
    for (int entry = slots[slot]; entry != 0; entry = slots[slot]) {
      if ((entry & TAG) == tag && log.holds((entry & POSITION) - 1, states, at)) {
        return (entry & POSITION) - 1;
      }
      slot = slot + 1 == slots.length ? 0 : slot + 1;
    }
    return -1;
  }

  private static int tag(long hash) {
    return (int) hash << 24;
  }

  private int slot(long hash) {
    return (int) ((hash >>> 8 & 0xFFFFFFFFL) * slots.length >>> 32);
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
      int slot = slot(hash);
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
    Arrays.setAll(parts, i -> new LogPartition(words, Math.max(FIRST_SLOTS, slots.length >> bits)));
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
