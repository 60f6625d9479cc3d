package skein.checker.visited;

/**
 * One part of the set of the states seen: all that a search asks of it, wherever it is kept. Each
 * state has a position, in the order in which the states were added; positions of a level follow
 * each other, as those of the levels do. So one thing is the set, the frontier, and the memory from
 * which traces are made.
 *
 * <p>Used by one thread at a time, or read by many.
 */
public interface StatePartition {

  /** Number of states, at most {@link #CAPACITY}. */
  int size();

  /** The most states that a partition can hold. */
  int CAPACITY = (1 << 24) - 1;

  /** Adds {@code count} states that lie one after the other; those not new are passed over. */
  void addAll(long[] states, int at, int count);

  /**
   * Adds one state.
   *
   * @return its position, which is the former size if it was new
   */
  int add(long[] states, int at);

  /** Position of a state of this hash, or -1. */
  int find(long[] states, int at, long hash);

  /** The array that holds the state at a position; only to be read. */
  long[] block(int position);

  /** Where in its {@link #block} the state at a position begins. */
  int offset(int position);

  /** States added from now on belong to this level; levels ascend. */
  void enterLevel(int level);

  /** Position of the first state of a level, or of the first after it if it has none. */
  int levelStart(int level);

  /** Up to where the states of the current frontier have been handed out. */
  int taken();

  /** Sets what {@link #taken} returns. */
  void take(int position);

  /**
   * The same states in {@code 1 << bits} partitions of the same order, levels and marks kept. This
   * one is of no more use.
   *
   * @param depth how many of a hash's highest bits chose this partition; the next ones choose among
   *     the new
   */
  StatePartition[] split(int depth, int bits);

  /** Memory in bytes. */
  long bytes();

  /** What {@link #bytes} will be at most when so many states more have been added. */
  long bytesWith(int more);
}
