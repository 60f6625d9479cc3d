package skein.checker.trace;

import com.google.common.collect.ImmutableList;

/** A run of a model over real states, from an initial one. */
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
