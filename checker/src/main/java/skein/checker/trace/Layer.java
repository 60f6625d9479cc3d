package skein.checker.trace;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;
import skein.checker.visited.LogPartition;

/**
 * All real states that runs of one length lead to, and for each of them and each actor of the last
 * step the best run. Better is: fewer switches, then the lesser sequence of actions, then the
 * lesser sequence of outcomes (which tells apart the choices within an action).
 *
 * <p>A run is kept as a link to its predecessor. Sequences are compared by ranks: {@code rank}
 * numbers the different sequences of actions of the layer in ascending order, {@code tie} those of
 * outcomes; so an extended sequence compares as the pair of its prefix' rank and its last element.
 */
final class Layer {
  private static final int NONE = -1;

  private final LogPartition states;
  private int[] firstRuns = new int[16];
  private int runCount;
  private int[] following = new int[16];
  private int[] actors = new int[16];
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
    this.states = new LogPartition(words);
  }

  int stateCount() {
    return states.size();
  }

  long[] block(int state) {
    return states.block(state);
  }

  int offset(int state) {
    return states.offset(state);
  }

  /** The number of a state here, which is added if it is new. */
  int state(long[] from, int at) {
    int before = states.size();
    int state = states.add(from, at);
    if (state == before) {
      if (state == firstRuns.length) {
        firstRuns = Arrays.copyOf(firstRuns, state * 2);
      }
      firstRuns[state] = NONE;
    }
    return state;
  }

  /**
   * Offers a run to a state.
   *
   * @param actor of the last step
   * @param parent the run of the layer before that it extends
   * @param changes its switches
   * @param run its sequence of actions, as {@link #extended} makes it
   * @param choices its sequence of outcomes, likewise
   */
  void offer(int state, int actor, int parent, int changes, long run, long choices) {
    int found = find(state, actor);
    if (found == NONE) {
      found = add(state, actor);
    } else if (!better(changes, run, choices, found)) {
      return;
    }
    parents[found] = parent;
    switches[found] = changes;
    actions[found] = run;
    outcomes[found] = choices;
  }

  private int find(int state, int actor) {
    int run = firstRuns[state];
    while (run != NONE && actors[run] != actor) {
      run = following[run];
    }
    return run;
  }

  private int add(int state, int actor) {
    if (runCount == parents.length) {
      grow(runCount * 2);
    }
    actors[runCount] = actor;
    following[runCount] = firstRuns[state];
    firstRuns[state] = runCount;
    return runCount++;
  }

  private boolean better(int changes, long run, long choices, int than) {
    if (changes != switches[than]) {
      return changes < switches[than];
    }
    return run != actions[than] ? run < actions[than] : choices < outcomes[than];
  }

  private void grow(int length) {
    following = Arrays.copyOf(following, length);
    actors = Arrays.copyOf(actors, length);
    parents = Arrays.copyOf(parents, length);
    switches = Arrays.copyOf(switches, length);
    actions = Arrays.copyOf(actions, length);
    outcomes = Arrays.copyOf(outcomes, length);
  }

  /** A sequence of which the prefix is known by its rank; ordered as the sequences are. */
  static long extended(int rank, int last) {
    return (long) rank << 32 | last;
  }

  /** Ranks the sequences; to be called when all runs have been offered. */
  void seal() {
    ranks = ranked(actions);
    ties = ranked(outcomes);
  }

  private int[] ranked(long[] sequences) {
    long[] sorted = Arrays.stream(sequences, 0, runCount).sorted().distinct().toArray();
    int[] result = new int[runCount];
    Arrays.setAll(result, run -> Arrays.binarySearch(sorted, sequences[run]));
    return result;
  }

  int runCount() {
    return runCount;
  }

  /** A run to a state, or -1. */
  int firstRun(int state) {
    return firstRuns[state];
  }

  /** Another run to the same state, or -1. */
  int nextRun(int run) {
    return following[run];
  }

  int actor(int run) {
    return actors[run];
  }

  int switches(int run) {
    return switches[run];
  }

  int rank(int run) {
    return ranks[run];
  }

  int tie(int run) {
    return ties[run];
  }

  /** All runs, or the best of them if there are more than {@code most}. */
  BitSet best(int most) {
    BitSet best = new BitSet(runCount);
    if (runCount <= most) {
      best.set(0, runCount);
      return best;
    }
    IntStream.range(0, runCount)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingInt(run -> switches[run])
                .thenComparingInt(run -> ranks[run])
                .thenComparingInt(run -> ties[run]))
        .limit(most)
        .forEach(best::set);
    return best;
  }

  /** The way back: what remains of the layer when the next one is complete. */
  Links links() {
    int[] last = new int[runCount];
    Arrays.setAll(last, run -> (int) outcomes[run]);
    return new Links(Arrays.copyOf(parents, runCount), last);
  }

  /**
   * For each run of a layer how it goes back.
   *
   * @param parents the run that it extends, in the layer before
   * @param outcomes which outcome of that run's last state its last step is
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Links(int[] parents, int[] outcomes) {}
}
