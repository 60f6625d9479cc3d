package skein.checker.models;

import com.google.common.collect.ImmutableList;
import skein.checker.explore.Search;
import skein.checker.explore.SearchOptions;
import skein.checker.report.CheckResult;
import skein.checker.report.ProgressListener;
import skein.checker.report.Trace;
import skein.spec.model.ActionInfo;
import skein.spec.model.Actor;
import skein.spec.model.Model;
import skein.spec.model.Place;
import skein.spec.model.PropertyInfo;
import skein.spec.model.PropertyKind;
import skein.spec.model.Successors;
import skein.spec.model.VariableInfo;

/**
 * Two tasks that each add one to a counter, with a load and a store. A state is one long: two bits
 * for the counter, then four for each task: where it stands (0 load, 1 store, 2 done), and the
 * value loaded.
 */
public final class LostUpdate implements Model {

  public static void main(String[] args) {
    CheckResult result = Search.run(new LostUpdate(), SearchOptions.DEFAULT, ProgressListener.NONE);
    System.out.println(result.statistics().distinct() + " states");
    for (Trace.Step step : result.violations().get(0).trace().steps()) {
      System.out.println(step.actor() + ": " + step.action() + ", counter " + step.after());
    }
  }

  @Override
  public String name() {
    return "lost update";
  }

  @Override
  public int words() {
    return 1;
  }

  @Override
  public void initialStates(Successors out) {
    int at = out.add(0, Successors.NO_FAULT);
    out.states()[at] = 0;
  }

  private static int place(long state, int task) {
    return (int) (state >>> 2 + task * 4) & 3;
  }

  private static long loaded(long state, int task) {
    return state >>> 4 + task * 4 & 3;
  }

  /** A task's next step: what a step must do is call add, then write the words of the state. */
  @Override
  public void successors(long[] states, int at, Successors out) {
    long state = states[at];
    for (int task = 0; task < 2; task++) {
      long others = state & ~(15L << 2 + task * 4);
      if (place(state, task) == 0) {
        int to = out.add(task * 2, Successors.NO_FAULT);
        out.states()[to] = others | (1 | (state & 3) << 2) << 2 + task * 4;
      } else if (place(state, task) == 1) {
        int to = out.add(task * 2 + 1, Successors.NO_FAULT);
        out.states()[to] = others & ~3L | loaded(state, task) + 1 | 2L << 2 + task * 4;
      }
    }
  }

  /** The position in the list is the id that successors() names. */
  @Override
  public ImmutableList<ActionInfo> actions() {
    return ImmutableList.of(
        new ActionInfo(0, "load", 0, 0, false),
        new ActionInfo(1, "store", 0, 1, false),
        new ActionInfo(2, "load", 1, 0, false),
        new ActionInfo(3, "store", 1, 1, false));
  }

  @Override
  public ImmutableList<Actor> actors() {
    return ImmutableList.of(
        new Actor(0, "task.0", "task", false), new Actor(1, "task.1", "task", false));
  }

  @Override
  public ImmutableList<PropertyInfo> properties() {
    return ImmutableList.of(
        new PropertyInfo(0, PropertyKind.FINAL_INVARIANT, "both_counted", Place.UNKNOWN));
  }

  @Override
  public int evaluate(int property, long[] states, int at) {
    return (states[at] & 3) == 2 ? HOLDS : FAILS;
  }

  @Override
  public boolean ended(long[] states, int at) {
    return place(states[at], 0) == 2 && place(states[at], 1) == 2;
  }

  @Override
  public ImmutableList<VariableInfo> variables() {
    return ImmutableList.of(new VariableInfo(0, "counter", "", "counter", false));
  }

  @Override
  public String value(int variable, long[] states, int at) {
    return Long.toString(states[at] & 3);
  }
}
