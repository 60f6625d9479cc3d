package skein.checker.trace;

import java.util.function.Predicate;
import skein.checker.report.Trace;
import skein.checker.visited.PartitionedStates;
import skein.checker.workers.Crew;
import skein.spec.model.Model;
import skein.spec.model.Successors;

/**
 * Finds the canonical trace to a goal among the states of a search: the shortest, of those the one
 * with the fewest changes of actor, of those the one with the least sequence of action ids.
 */
public final class TraceSearch {
  private final Model model;
  private final boolean symmetric;
  private final PartitionedStates states;
  private final Crew crew;

  /**
   * @param symmetric whether the states are representatives of orbits
   * @param states all states up to the goal's depth, each in the level of its depth
   */
  public TraceSearch(Model model, boolean symmetric, PartitionedStates states, Crew crew) {
    this.model = model;
    this.symmetric = symmetric;
    this.states = states;
    this.crew = crew;
  }

  /**
   * Finds the trace to a goal that is known to be reached.
   *
   * @param depth number of steps
   * @param stuck whether to say what the processes wait for at the end
   * @throws IllegalStateException if the model contradicts itself: a repeated call gives other
   *     successors, or a state has a property that another of its orbit has not
   */
  public Trace find(Goal goal, int depth, boolean stuck) {
    if (goal.isStep() && depth == 0) {
      return new TraceWriter(model).write(faultyStart(goal), stuck, state -> false);
    }
    int last = goal.isStep() ? depth - 1 : depth;
    Marks marks = new BackwardSearch(model, symmetric, states, crew, goal).run(last);
    int[] path = new ForwardSearch(model, symmetric, states, goal, marks).run(last);
    Run run = new Replay(model).run(path);
    verify(goal, run);
    Predicate<long[]> reached =
        state -> !goal.isStep() && !stuck && goal.endsIn(state, 0, new Successors(model.words()));
    return new TraceWriter(model).write(run, stuck, reached);
  }

  private Run faultyStart(Goal goal) {
    Successors outcomes = new Successors(model.words());
    model.initialStates(outcomes);
    int first = 0;
    while (outcomes.fault(first) == Successors.NO_FAULT || !goal.endsWith(outcomes.fault(first))) {
      first++;
    }
    return new Replay(model).run(new int[] {first});
  }

  private void verify(Goal goal, Run run) {
    boolean reached =
        goal.isStep()
            ? goal.endsWith(run.steps().get(run.steps().size() - 1).fault())
            : goal.endsIn(run.last(), 0, new Successors(model.words()));
    if (!reached) {
      throw new IllegalStateException(
          "a state of %s has a property that another of its orbit has not".formatted(model.name()));
    }
  }
}
