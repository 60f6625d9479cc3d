package skein.spec.model;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** Step reports for models that know no more than their variables. */
final class StepReports {
  private StepReports() {}

  /** One line: the action's name, and every variable that differs. */
  static StepReport ofChanges(
      Model model, long[] states, int at, int action, long[] nextStates, int nextAt, int fault) {
    ImmutableList.Builder<StepReport.Change> changes = ImmutableList.builder();
    for (VariableInfo variable : model.variables()) {
      String before = model.value(variable.id(), states, at);
      String after = model.value(variable.id(), nextStates, nextAt);
      if (!before.equals(after) && !variable.hidden()) {
        changes.add(new StepReport.Change(variable.name(), variable.name(), before, after));
      }
    }
    ActionInfo info = model.actions().get(action);
    String actor = model.actors().get(info.actor()).process();
    StepReport.Line line =
        new StepReport.Line(
            ImmutableList.of(new StepReport.Frame(actor, Place.UNKNOWN)),
            info.name(),
            Place.UNKNOWN,
            "",
            ImmutableList.of(),
            changes.build(),
            Optional.empty(),
            ImmutableList.of());
    return new StepReport(
        ImmutableList.of(line),
        fault == Successors.NO_FAULT ? Optional.empty() : Optional.of(model.faults().get(fault)));
  }
}
