package skein.checker.trace;

import com.google.common.collect.ImmutableList;

/**
 * A run of a model over real states.
 *
 * @param initial the initial state
 * @param fault the fault of the initial state itself, or {@code NO_FAULT}
 */
@SuppressWarnings("ArrayRecordComponent")
record Run(long[] initial, ImmutableList<Step> steps) {

  /**
   * One step.
   *
   * @param state the state after it
   */
  record Step(int action, int fault, long[] state) {}

  /** The last state. */
  long[] last() {
    return steps.isEmpty() ? initial : steps.get(steps.size() - 1).state();
  }
}
