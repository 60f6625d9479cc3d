package skein.checker.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import skein.spec.model.Blocked;
import skein.spec.model.StepReport;

/**
 * A run of the model from an initial state to where a property is decided: a counterexample, or the
 * witness of a cover. All that a renderer needs, and nothing that needs the model.
 *
 * @param initial value of every variable that is not hidden before the first step, by full name, in
 *     the model's order
 * @param steps in order; a violation by a step is the last step's fault
 * @param blocked who waits for what in the last state, if the trace ends in a deadlock
 * @param actors stable names of all actors, in the model's order: {@link Blocked#actor} is a
 *     position in it
 * @param locks full names of the variables that say whether a lock is held
 */
public record Trace(
    ImmutableMap<String, String> initial,
    ImmutableList<Step> steps,
    ImmutableList<Blocked> blocked,
    ImmutableList<String> actors,
    ImmutableSet<String> locks) {

  /** A trace of a model that has no locks, and that does not end in a deadlock. */
  public Trace(
      ImmutableMap<String, String> initial,
      ImmutableList<Step> steps,
      ImmutableList<Blocked> blocked) {
    this(initial, steps, blocked, ImmutableList.of(), ImmutableSet.of());
  }

  /**
   * One step.
   *
   * @param actor stable name of who acts: {@code reclaim}, {@code reada_for_search.1}
   * @param process the name of its process or action: {@code reada_for_search}
   * @param spontaneous whether it is an action declaration, not a process
   * @param action the action's name
   * @param report what happened, line by line
   * @param after value of the same variables after the step; if it ended with a fault, as the fault
   *     left them
   */
  public record Step(
      String actor,
      String process,
      boolean spontaneous,
      String action,
      StepReport report,
      ImmutableMap<String, String> after) {}
}
