package skein.checker.explore;

import skein.checker.visited.StatePartition;
import skein.spec.model.Model;
import skein.spec.model.Successors;

/** Decides the properties of states, for one worker. */
final class Examiner {
  private final Model model;
  private final Checks checks;
  private final Tally tally;

  Examiner(Model model, Checks checks, Tally tally) {
    this.model = model;
    this.checks = checks;
    this.tally = tally;
  }

  /** Evaluates on new states what is to hold, or to be reached, in every state. */
  void examineNew(StatePartition partition, int from, int to, int depth) {
    if (checks.invariants.length + checks.covers.length == 0) {
      return;
    }
    for (int position = from; position < to; position++) {
      examineNew(partition.block(position), partition.offset(position), depth);
    }
  }

  private void examineNew(long[] states, int at, int depth) {
    for (int invariant : checks.invariants) {
      int result = model.evaluate(invariant, states, at);
      if (result != Model.HOLDS) {
        fails(Finding.Type.INVARIANT, invariant, result, depth);
      }
    }
    for (int cover : checks.covers) {
      int result = model.evaluate(cover, states, at);
      if (result != Model.FAILS) {
        covers(cover, result, depth);
      }
    }
  }

  private void fails(Finding.Type type, int property, int result, int depth) {
    if (result == Model.FAILS) {
      tally.findings.add(type, property, depth);
    } else {
      goesWrong(result, depth);
    }
  }

  private void goesWrong(int result, int depth) {
    if (!checks.coverIsGoal) {
      tally.findings.add(Finding.Type.EVALUATION_FAULT, -1 - result, depth);
    }
  }

  private void covers(int cover, int result, int depth) {
    if (result != Model.HOLDS) {
      goesWrong(result, depth);
    } else if (checks.coverIsGoal) {
      tally.findings.add(Finding.Type.COVER, cover, depth);
    } else {
      tally.reached[cover] = true;
    }
  }

  /** Whether a constraint keeps a state from being explored further. */
  boolean outside(long[] states, int at, int depth) {
    for (int constraint : checks.constraints) {
      int result = model.evaluate(constraint, states, at);
      if (result != Model.HOLDS) {
        if (result < 0) {
          goesWrong(result, depth);
        }
        tally.outside++;
        return true;
      }
    }
    return false;
  }

  /** Looks whether a run ends in a state, and if so how. */
  void examineEnd(long[] states, int at, Successors outcomes, int depth) {
    if (checks.deadlocked(states, at, outcomes)) {
      tally.findings.add(Finding.Type.DEADLOCK, 0, depth);
    } else if (checks.finished(states, at, outcomes)) {
      for (int property : checks.finals) {
        int result = model.evaluate(property, states, at);
        if (result != Model.HOLDS) {
          fails(Finding.Type.FINAL, property, result, depth);
        }
      }
    }
  }
}
