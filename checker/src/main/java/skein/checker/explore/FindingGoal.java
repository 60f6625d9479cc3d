package skein.checker.explore;

import skein.checker.trace.Goal;
import skein.spec.model.Model;
import skein.spec.model.Successors;

/** A finding as the goal of a trace. */
final class FindingGoal implements Goal {
  private final Model model;
  private final Checks checks;
  private final Finding finding;

  FindingGoal(Model model, Checks checks, Finding finding) {
    this.model = model;
    this.checks = checks;
    this.finding = finding;
  }

  @Override
  public boolean goesOn(long[] states, int at) {
    return !checks.outside(states, at);
  }

  @Override
  public boolean goesOnAfter(int fault) {
    return checks.goesOn(fault);
  }

  @Override
  public boolean isStep() {
    return finding.type() == Finding.Type.STEP_FAULT;
  }

  @Override
  public boolean endsWith(int fault) {
    return fault == finding.id();
  }

  @Override
  public boolean endsIn(long[] states, int at, Successors outcomes) {
    switch (finding.type()) {
      case INVARIANT:
        return model.evaluate(finding.id(), states, at) == Model.FAILS;
      case COVER:
        return model.evaluate(finding.id(), states, at) == Model.HOLDS;
      case DEADLOCK:
        return isEnd(states, at, outcomes) && checks.deadlocked(states, at, outcomes);
      case FINAL:
        return isEnd(states, at, outcomes)
            && checks.finished(states, at, outcomes)
            && model.evaluate(finding.id(), states, at) == Model.FAILS;
      case EVALUATION_FAULT:
        return evaluationFails(states, at, outcomes);
      default:
        return false;
    }
  }

  /** Generates the successors; false for a state that is not explored. */
  private boolean isEnd(long[] states, int at, Successors outcomes) {
    if (checks.outside(states, at)) {
      return false;
    }
    outcomes.clear();
    model.successors(states, at, outcomes);
    return true;
  }

  private boolean evaluationFails(long[] states, int at, Successors outcomes) {
    return fails(checks.invariants, states, at)
        || fails(checks.covers, states, at)
        || fails(checks.constraints, states, at)
        || (checks.finals.length > 0
            && isEnd(states, at, outcomes)
            && checks.finished(states, at, outcomes)
            && fails(checks.finals, states, at));
  }

  private boolean fails(int[] properties, long[] states, int at) {
    for (int property : properties) {
      if (model.evaluate(property, states, at) == -1 - finding.id()) {
        return true;
      }
    }
    return false;
  }
}
