package skein.checker.trace;

import skein.spec.model.Successors;

/** Where the runs that are looked for may go, and where they are to end. */
public interface Goal {

  /** Whether a run may go on from a state: it is inside all constraints. */
  boolean goesOn(long[] states, int at);

  /** Whether an outcome with this fault, or {@link Successors#NO_FAULT}, is a state. */
  boolean goesOnAfter(int fault);

  /** Whether the runs end with a step, and not in a state. */
  boolean isStep();

  /** If the goal is a step: whether it ends with this fault. */
  boolean endsWith(int fault);

  /**
   * If the goal is a state: whether it is this one.
   *
   * @param outcomes to be overwritten at will
   */
  boolean endsIn(long[] states, int at, Successors outcomes);
}
