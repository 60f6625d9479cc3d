package skein.checker.trace;

import skein.checker.visited.PartitionedStates;
import skein.checker.visited.StatePartition;
import skein.checker.workers.Crew;
import skein.spec.model.Model;
import skein.spec.model.Successors;

/**
 * Marks the states that lie on a shortest run to a goal. As no state knows its predecessors, each
 * level is generated again, from the last to the first, and those states are marked that have a
 * marked successor in the next level.
 */
final class BackwardSearch {
  private static final int ALONE = 8192;

  private final Model model;
  private final boolean symmetric;
  private final PartitionedStates states;
  private final Crew crew;
  private final Goal goal;
  private final Marks marks;
  private final Successors[] outcomes;

  /** Tells of a state whether it is to be marked. */
  private interface Test {
    boolean test(long[] states, int at, Successors outcomes);
  }

  BackwardSearch(Model model, boolean symmetric, PartitionedStates states, Crew crew, Goal goal) {
    this.model = model;
    this.symmetric = symmetric;
    this.states = states;
    this.crew = crew;
    this.goal = goal;
    this.marks = new Marks(states);
    this.outcomes = new Successors[crew.size()];
  }

  /**
   * Marks the states of the levels 0 to {@code last}.
   *
   * @param last the level of the goal, or of the states that the goal is a step from
   */
  Marks run(int last) {
    markLevel(last, goal.isStep() ? this::endsWithStep : goal::endsIn);
    for (int level = last - 1; level >= 0; level--) {
      MarkedLevel next = new MarkedLevel(states, marks, level + 1);
      markLevel(level, (block, at, scratch) -> leadsTo(next, block, at, scratch));
    }
    return marks;
  }

  private void markLevel(int level, Test test) {
    long size = states.sizeFrom(level) - states.sizeFrom(level + 1);
    crew.run(
        states.count(), size > ALONE, (worker, number) -> markPart(worker, number, level, test));
  }

  private void markPart(int worker, int number, int level, Test test) {
    if (outcomes[worker] == null) {
      outcomes[worker] = new Successors(model.words());
    }
    StatePartition partition = states.partition(number);
    int end = partition.levelStart(level + 1);
    for (int position = partition.levelStart(level); position < end; position++) {
      if (test.test(partition.block(position), partition.offset(position), outcomes[worker])) {
        marks.set(number, position);
      }
    }
  }

  private boolean endsWithStep(long[] block, int at, Successors scratch) {
    if (!goal.goesOn(block, at)) {
      return false;
    }
    scratch.clear();
    model.successors(block, at, scratch);
    for (int i = 0; i < scratch.count(); i++) {
      if (scratch.fault(i) != Successors.NO_FAULT && goal.endsWith(scratch.fault(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean leadsTo(MarkedLevel next, long[] block, int at, Successors scratch) {
    if (!goal.goesOn(block, at)) {
      return false;
    }
    scratch.clear();
    model.successors(block, at, scratch);
    for (int i = 0; i < scratch.count(); i++) {
      if (goal.goesOnAfter(scratch.fault(i))) {
        if (symmetric) {
          model.canonicalize(scratch.states(), i * model.words());
        }
        if (next.holds(scratch.states(), i * model.words())) {
          return true;
        }
      }
    }
    return false;
  }
}
