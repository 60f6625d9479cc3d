package skein.checker.trace;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import skein.checker.visited.LogPartition;

/**
 * All real states that runs of one length lead to, each with the actor of the last step, and the
 * best run to each. Better is: fewer switches, then the lesser sequence of actions, then the lesser
 * sequence of outcomes (which tells apart the choices within an action).
 *
 * <p>A run is kept as a link to its predecessor. Sequences are compared by ranks: {@code rank}
 * numbers the different sequences of actions of the layer in ascending order, {@code tie} those of
 * outcomes; so an extended sequence compares as the pair of its prefix' rank and its last element.
 */
final class Layer {
  private final int words;
  private final LogPartition entries;
  private int[] parents = new int[16];
  private int[] switches = new int[16];
  private long[] actions = new long[16];
  private long[] outcomes = new long[16];
  private int[] ranks;
  private int[] ties;

  /**
   * @param words longs a state
   */
  Layer(int words) {
    this.words = words;
    this.entries = new LogPartition(words + 1);
  }

  int size() {
    return entries.size();
  }

  long[] block(int entry) {
    return entries.block(entry);
  }

  int offset(int entry) {
    return entries.offset(entry);
  }

  /** The actor of the last step, or -1 before the first. */
  int actor(int entry) {
    return (int) block(entry)[offset(entry) + words];
  }

  /**
   * Offers a run.
   *
   * @param entry its last state, and after it the last actor
   * @param parent the entry of the layer before that it comes from
   * @param actions its sequence of actions, as {@link #extended} makes it
   * @param outcomes its sequence of outcomes, likewise
   */
  void offer(long[] entry, int parent, int changes, long actions, long outcomes) {
    int before = size();
    int number = entries.add(entry, 0);
    if (number == parents.length) {
      grow(number * 2);
    }
    if (number == before || better(changes, actions, outcomes, number)) {
      this.parents[number] = parent;
      this.switches[number] = changes;
      this.actions[number] = actions;
      this.outcomes[number] = outcomes;
    }
  }

  private boolean better(int changes, long run, long choices, int than) {
    if (changes != switches[than]) {
      return changes < switches[than];
    }
    return run != actions[than] ? run < actions[than] : choices < outcomes[than];
  }

  private void grow(int length) {
    parents = Arrays.copyOf(parents, length);
    switches = Arrays.copyOf(switches, length);
    actions = Arrays.copyOf(actions, length);
    outcomes = Arrays.copyOf(outcomes, length);
  }

  /** A sequence of which the prefix is known by its rank; ordered as the sequences are. */
  static long extended(int rank, int last) {
    return (long) rank << 32 | last;
  }

  /** Ends the layer: ranks the sequences, and gives back what is no longer needed. */
  void seal() {
    ranks = ranked(actions);
    ties = ranked(outcomes);
  }

  private int[] ranked(long[] sequences) {
    long[] sorted = Arrays.stream(sequences, 0, size()).sorted().distinct().toArray();
    int[] result = new int[size()];
    Arrays.setAll(result, entry -> Arrays.binarySearch(sorted, sequences[entry]));
    return result;
  }

  /** Switches of the best run to an entry. */
  int switches(int entry) {
    return switches[entry];
  }

  int rank(int entry) {
    return ranks[entry];
  }

  int tie(int entry) {
    return ties[entry];
  }

  /** The entries, or the best of them if there are more than {@code most}; not in order. */
  int[] best(int most) {
    IntStream all = IntStream.range(0, size());
    if (size() <= most) {
      return all.toArray();
    }
    return all.boxed()
        .sorted(
            Comparator.<Integer>comparingInt(entry -> switches[entry])
                .thenComparingInt(entry -> ranks[entry])
                .thenComparingInt(entry -> ties[entry]))
        .limit(most)
        .mapToInt(entry -> entry)
        .toArray();
  }

  /** The way back: what remains of the layer when the next one is complete. */
  Links links() {
    int[] last = new int[size()];
    Arrays.setAll(last, entry -> (int) outcomes[entry]);
    return new Links(Arrays.copyOf(parents, size()), last);
  }

  /**
   * @param parents for each entry, its predecessor in the layer before
   * @param outcomes for each entry, which outcome of the predecessor it is
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Links(int[] parents, int[] outcomes) {}
}
