package skein.checker.visited;

import java.util.Arrays;

/**
 * A partition on the heap: a log of exact states, and an index over it by open addressing with
 * linear probing. A slot of the index is an {@code int}: 8 bits of the state's hash over its
 * position plus one in 24 bits; 0 is free. So most probes are decided without a look at the log.
 *
 * <p>States are looked up in blocks of 64: first every slot is touched, then every state is
 * compared with the first one of its tag, then those that were not found there are looked for
 * further on, and added. Cache misses then overlap instead of following each other, which is worth
 * more than any other arrangement of the table (measured, a factor of up to 10).
 */
public final class LogPartition implements StatePartition {
  private static final int AHEAD = 64;
  private static final int POSITION = (1 << 24) - 1;
  private static final int TAG = ~POSITION;
  private static final int SMALL = 1 << 12;

  private final int words;
  private final BlockPool pool;
  private final StateLog log;
  private final LevelMarks levels = new LevelMarks();
  private final SlotTable slots;
  private int taken;
  private long touched;

  /**
   * @param words longs a state
   */
  public LogPartition(int words) {
    this(words, StateLog.pool(words));
  }

  /**
   * @param pool of blocks as {@link StateLog#pool} makes it, to be shared with other partitions
   */
  LogPartition(int words, BlockPool pool) {
    this(words, pool, 0);
  }

  private LogPartition(int words, BlockPool pool, int slots) {
    this.words = words;
    this.pool = pool;
    this.log = new StateLog(words, pool);
    this.slots = new SlotTable(slots);
  }

  @Override
  public int size() {
    return log.size();
  }

  @Override
  public void addAll(long[] states, int at, int count) {
    levels.beforeGrowth(log.size());
    long[] hashes = new long[Math.min(count, AHEAD)];
    int[] candidates = new int[hashes.length];
    for (int done = 0; done < count; done += AHEAD) {
      addBlock(states, at + done * words, Math.min(AHEAD, count - done), hashes, candidates);
    }
  }

  private void addBlock(long[] states, int at, int count, long[] hashes, int[] candidates) {
    makeRoom(count);
    touched += touchIndex(states, at, count, hashes);
    int left = passOverKnown(states, at, count, hashes, candidates);
    for (int i = 0; i < left; i++) {
      long hash = hashes[candidates[i]];
      insert(states, at + candidates[i] * words, hash, SlotTable.within(slots.first(hash)));
    }
  }

  /** Says which states are about to be looked up or added one by one, so that misses overlap. */
  void expect(long[] states, int count) {
    makeRoom(count);
    long[] hashes = new long[count];
    touched += touchIndex(states, 0, count, hashes);
    touched += passOverKnown(states, 0, count, hashes, new int[count]);
  }

  private long touchIndex(long[] states, int at, int count, long[] hashes) {
    long sum = 0;
    for (int i = 0; i < count; i++) {
      long hash = StateHash.of(states, at + i * words, words);
      hashes[i] = hash;
      int slot = slots.first(hash);
      sum += slots.page(slot)[SlotTable.within(slot)];
    }
    return sum;
  }

  /**
   * Compares each state with the first one of its tag. Whether they are the same is not branched
   * on, as nobody can predict it.
   *
   * @param rest is set to the numbers of those that were not found
   * @return how many they are
   */
  private int passOverKnown(long[] states, int at, int count, long[] hashes, int[] rest) {
    int left = 0;
    for (int i = 0; i < count; i++) {
      int slot = slots.first(hashes[i]);
      int[] page = slots.page(slot);
      int entry = page[candidate(page, SlotTable.within(slot), tag(hashes[i]))];
      int position = Math.max(0, (entry & POSITION) - 1);
      long difference = log.difference(position, states, at + i * words);
      rest[left] = i;
      left += (int) ((difference | -difference) >>> 63) | (entry | -entry) >>> 31 ^ 1;
    }
    return left;
  }

  /** The first place in a page, from one on, that has a tag or is free. */
  private static int candidate(int[] page, int from, int tag) {
    int place = from;
    for (int entry = page[place]; entry != 0 && (entry & TAG) != tag; entry = page[place]) {
      place = next(page, place);
    }
    return place;
  }

  /** Probing stays in the page. */
  private static int next(int[] page, int place) {
    return place + 1 == page.length ? 0 : place + 1;
  }

  @Override
  public int add(long[] states, int at) {
    makeRoom(1);
    levels.beforeGrowth(log.size());
    long hash = StateHash.of(states, at, words);
    return insert(states, at, hash, SlotTable.within(slots.first(hash)));
  }

  private int insert(long[] states, int at, long hash, int from) {
    int[] page = slots.page(slots.first(hash));
    int place = place(page, from, states, at, hash);
    if (page[place] != 0) {
      return (page[place] & POSITION) - 1;
    }
    log.append(states, at);
    page[place] = tag(hash) | log.size();
    return log.size() - 1;
  }

  @Override
  public int find(long[] states, int at, long hash) {
    int slot = slots.first(hash);
    int[] page = slots.page(slot);
    return (page[place(page, SlotTable.within(slot), states, at, hash)] & POSITION) - 1;
  }

  /** The place of a state, or the free one where it is to be. */
  private int place(int[] page, int from, long[] states, int at, long hash) {
    int tag = tag(hash);
    int place = candidate(page, from, tag);
    while (page[place] != 0 && !log.holds((page[place] & POSITION) - 1, states, at)) {
      place = candidate(page, next(page, place), tag);
    }
    return place;
  }

  private static int tag(long hash) {
    return (int) hash << 24;
  }

  /** Grows the index if the next states could fill it beyond three quarters. */
  private void makeRoom(int more) {
    if (log.size() + more > CAPACITY) {
      throw new IllegalStateException("partition full");
    }
    if (isFull(more)) {
      slots.grow(grown(more));
      index();
    }
  }

  private boolean isFull(int more) {
    return (long) log.size() + more > (long) slots.size() * 3 / 4;
  }

  /** By three fifths, so that few slots are free and few states entered anew; by more at first. */
  private int grown(int more) {
    long wanted = slots.size() < SMALL ? slots.size() * 4L : slots.size() * 8L / 5;
    return (int) Math.max(wanted, ((long) log.size() + more) * 3 / 2 + 1);
  }

  private void index() {
    for (int position = 0; position < log.size(); position++) {
      long hash = StateHash.of(log.block(position), log.offset(position), words);
      int slot = slots.first(hash);
      int[] page = slots.page(slot);
      int place = SlotTable.within(slot);
      while (page[place] != 0) {
        place = next(page, place);
      }
      page[place] = tag(hash) | position + 1;
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
    Arrays.setAll(parts, i -> new LogPartition(words, pool, slots.size() >> bits));
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
    return log.bytes() + levels.bytes() + slots.bytes();
  }

  @Override
  public long bytesWith(int more) {
    // It may grow in several steps, of which the last goes too far by as much as three fifths.
    long index = isFull(more) ? SlotTable.bytesOf(grown(more) / 5 * 8) : slots.bytes();
    return log.bytesWith(more) + levels.bytes() + index;
  }

  /** A value that depends on all that was touched; of no other use. */
  long touched() {
    return touched;
  }
}
