package skein.spec.model;

import java.util.Arrays;

/**
 * Takes the outcomes of a state's steps, or a model's initial states: packed states with a label
 * each. A buffer that grows and is used again; one for each worker.
 *
 * <p>A final class, and not an interface, so that generated code calls it directly.
 */
public final class Successors {
  /** The fault of an outcome without one. */
  public static final int NO_FAULT = -1;

  private final int words;
  private long[] states;
  private int[] actions;
  private int[] faults;
  private int count;
  private int failures; // 0 if no outcome has a fault

  private int[] choices = new int[8];
  private int[] limits = new int[8];
  private int depth;
  private int used;
  private long[] scratch = {};

  /**
   * @param words longs a state
   */
  public Successors(int words) {
    this.words = words;
    this.states = new long[words * 64];
    this.actions = new int[64];
    this.faults = new int[64];
  }

  /** Forgets all outcomes. */
  public void clear() {
    count = 0;
    failures = 0;
  }

  public int count() {
    return count;
  }

  /** Whether some outcome has a fault. */
  public boolean anyFault() {
    return failures != 0;
  }

  /** The packed states, one after the other; valid until the next {@link #add}. */
  public long[] states() {
    return states;
  }

  /** The action that led to outcome i: an id of {@link Model#actions()}; 0 for initial states. */
  public int action(int i) {
    return actions[i];
  }

  /** The fault of outcome i, an id of {@link Model#faults()}, or {@link #NO_FAULT}. */
  public int fault(int i) {
    return faults[i];
  }

  /**
   * Adds an outcome and returns where in {@link #states()} the caller is to write its words.
   *
   * @param fault an id of {@link Model#faults()} if the step failed, else {@link #NO_FAULT}
   */
  public int add(int action, int fault) {
    if (count == actions.length) {
      actions = Arrays.copyOf(actions, count * 2);
      faults = Arrays.copyOf(faults, count * 2);
      states = Arrays.copyOf(states, count * 2 * words);
    }
    actions[count] = action;
    faults[count] = fault;
    failures |= fault - NO_FAULT;
    return count++ * words;
  }

  /** Marks the outcome added last as one that failed. */
  public void failLast(int fault) {
    faults[count - 1] = fault;
    failures |= fault - NO_FAULT;
  }

  /**
   * An array of at least a length, for intermediate results of a step; its contents are whatever
   * they were, and last until the next call.
   */
  public long[] scratch(int length) {
    if (scratch.length < length) {
      scratch = new long[length];
    }
    return scratch;
  }

  /**
   * Starts the enumeration of a step's picks; then run the step until {@link #nextChoices} is
   * false.
   */
  public void startChoices() {
    depth = 0;
    used = 0;
  }

  /** The value of the next pick of this run, of the {@code size > 0} values 0..size-1. */
  public int choose(int size) {
    if (used == depth) {
      if (depth == choices.length) {
        choices = Arrays.copyOf(choices, depth * 2);
        limits = Arrays.copyOf(limits, depth * 2);
      }
      choices[depth] = 0;
      limits[depth] = size;
      depth++;
    }
    return choices[used++];
  }

  /** Advances to the next combination of picks; false if there is none. */
  public boolean nextChoices() {
    depth = used;
    used = 0;
    while (depth > 0) {
      if (++choices[depth - 1] < limits[depth - 1]) {
        return true;
      }
      depth--;
    }
    return false;
  }
}
