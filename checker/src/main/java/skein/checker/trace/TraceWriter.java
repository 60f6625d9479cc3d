package skein.checker.trace;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import skein.checker.report.Trace;
import skein.spec.model.ActionInfo;
import skein.spec.model.Actor;
import skein.spec.model.Blocked;
import skein.spec.model.Model;
import skein.spec.model.VariableInfo;

/** Puts a run into words, with the model's help. */
final class TraceWriter {
  private final Model model;

  TraceWriter(Model model) {
    this.model = model;
  }

  /**
   * @param stuck whether to say what the processes wait for in the last state
   */
  Trace write(Run run, boolean stuck) {
    ImmutableList.Builder<Trace.Step> steps = ImmutableList.builder();
    long[] state = run.initial();
    for (Run.Step step : run.steps()) {
      steps.add(step(state, step));
      state = step.state();
    }
    ImmutableList<Blocked> blocked = stuck ? model.blocked(state, 0) : ImmutableList.of();
    return new Trace(values(run.initial()), steps.build(), blocked, actors(), locks());
  }

  private ImmutableList<String> actors() {
    return model.actors().stream().map(Actor::name).collect(ImmutableList.toImmutableList());
  }

  private ImmutableSet<String> locks() {
    return model.variables().stream()
        .filter(VariableInfo::lock)
        .map(VariableInfo::name)
        .collect(ImmutableSet.toImmutableSet());
  }

  private Trace.Step step(long[] before, Run.Step step) {
    ActionInfo action = model.actions().get(step.action());
    Actor actor = model.actors().get(action.actor());
    return new Trace.Step(
        actor.name(),
        actor.process(),
        action.spontaneous(),
        action.name(),
        model.explain(before, 0, step.action(), step.state(), 0, step.fault()),
        values(step.state()));
  }

  private ImmutableMap<String, String> values(long[] state) {
    ImmutableMap.Builder<String, String> values = ImmutableMap.builder();
    for (VariableInfo variable : model.variables()) {
      if (!variable.hidden()) {
        values.put(variable.name(), model.value(variable.id(), state, 0));
      }
    }
    return values.buildOrThrow();
  }
}
