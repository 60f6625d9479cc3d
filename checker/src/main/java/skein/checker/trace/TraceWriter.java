package skein.checker.trace;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.function.Predicate;
import skein.checker.report.Trace;
import skein.spec.model.ActionInfo;
import skein.spec.model.Actor;
import skein.spec.model.Blocked;
import skein.spec.model.Model;
import skein.spec.model.Passage;
import skein.spec.model.VariableInfo;

/** Puts a run into words, with the model's help. */
final class TraceWriter {
  private final Model model;

  TraceWriter(Model model) {
    this.model = model;
  }

  /**
   * @param stuck whether to say what the processes wait for in the last state
   * @param reached whether the run could have ended in a state in the midst of its last step
   */
  Trace write(Run run, boolean stuck, Predicate<long[]> reached) {
    ImmutableList.Builder<Trace.Step> steps = ImmutableList.builder();
    long[] state = run.initial();
    for (Run.Step step : run.steps()) {
      boolean last = step == run.steps().get(run.steps().size() - 1);
      for (Passage passage : passages(state, step)) {
        steps.add(step(step, passage));
        if (last && reached.test(passage.after().toArray())) {
          break;
        }
      }
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

  private ImmutableList<Passage> passages(long[] before, Run.Step step) {
    return model.retrace(before, 0, step.action(), step.state(), 0, step.fault());
  }

  private Trace.Step step(Run.Step step, Passage passage) {
    ActionInfo action = model.actions().get(step.action());
    Actor actor = model.actors().get(action.actor());
    return new Trace.Step(
        actor.name(),
        actor.process(),
        action.spontaneous(),
        passage.action(),
        passage.report(),
        values(passage.after().toArray()));
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
