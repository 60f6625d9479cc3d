package skein.checker.visited;

/**
 * A partition that keeps only fingerprints of what has been explored: 64 bits of hash a state, in a
 * {@link LogPartition} of them. A state whose fingerprint is there is taken for seen, so that a
 * state may be missed. The states themselves are in memory from when they are found until they have
 * been explored, then in a file, from where only the search for a trace reads them again.
 */
final class FingerprintPartition implements StatePartition {
  private static final int AHEAD = 64;

  private final int words;
  private final LogPartition seen;
  private final ArchivedLog states;
  private final long[] fingerprints = new long[AHEAD];

  /**
   * @param words longs a state
   * @param pool of blocks for fingerprints, shared by all partitions
   */
  FingerprintPartition(int words, BlockPool pool, Archive archive) {
    this.words = words;
    this.seen = new LogPartition(1, pool);
    this.states = new ArchivedLog(words, archive);
  }

  @Override
  public int size() {
    return seen.size();
  }

  @Override
  public void addAll(long[] from, int at, int count) {
    for (int done = 0; done < count; done += AHEAD) {
      addBlock(from, at + done * words, Math.min(AHEAD, count - done));
    }
  }

  private void addBlock(long[] from, int at, int count) {
    for (int i = 0; i < count; i++) {
      fingerprints[i] = StateHash.of(from, at + i * words, words);
    }
    seen.expect(fingerprints, count);
    for (int i = 0; i < count; i++) {
      add(i, from, at + i * words);
    }
  }

  private int add(int fingerprint, long[] from, int at) {
    int before = seen.size();
    int position = seen.add(fingerprints, fingerprint);
    if (position == before) {
      states.append(from, at);
    }
    return position;
  }

  @Override
  public int add(long[] from, int at) {
    fingerprints[0] = StateHash.of(from, at, words);
    return add(0, from, at);
  }

  @Override
  public int find(long[] from, int at, long hash) {
    long[] fingerprint = {hash};
    return seen.find(fingerprint, 0, StateHash.of(fingerprint, 0, 1));
  }

  @Override
  public long[] block(int position) {
    return states.block(position);
  }

  @Override
  public int offset(int position) {
    return states.offset(position);
  }

  /** States before the level that is left have been explored. */
  @Override
  public void enterLevel(int level) {
    seen.enterLevel(level);
    states.archive(seen.levelStart(level - 1));
  }

  @Override
  public int levelStart(int level) {
    return seen.levelStart(level);
  }

  @Override
  public int taken() {
    return seen.taken();
  }

  @Override
  public void take(int position) {
    seen.take(position);
  }

  @Override
  public StatePartition[] split(int depth, int bits) {
    throw new UnsupportedOperationException("there are as many from the beginning as ever");
  }

  @Override
  public long bytes() {
    return seen.bytes() + states.bytes();
  }

  @Override
  public long bytesWith(int more) {
    return seen.bytesWith(more) + states.bytesWith(more);
  }
}
