package skein.cli.render;

import com.google.common.collect.HashBasedTable;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.google.common.collect.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import skein.checker.report.Trace;
import skein.checker.report.Violation;
import skein.spec.model.StepReport;
import skein.spec.model.StepReport.Change;

/**
 * Tasks that enter a set of tasks and leave it again, such as RCU's readers. As with locks, it
 * matters only if somebody else looks at the set meanwhile.
 */
final class Memberships {
  private final Trace trace;
  private final Table<Integer, String, Boolean> hidden = HashBasedTable.create();

  private Memberships(Trace trace) {
    this.trace = trace;
  }

  static Memberships of(Violation violation) {
    Memberships memberships = new Memberships(violation.trace());
    if (violation.kind() != Violation.Kind.DEADLOCK) {
      memberships.setsOfTasks().forEach(memberships::follow);
    }
    return memberships;
  }

  boolean hides(int step, String variable) {
    return hidden.contains(step, variable);
  }

  private Set<String> setsOfTasks() {
    Set<String> tasks = ImmutableSet.copyOf(trace.actors());
    ImmutableSet.Builder<String> sets = ImmutableSet.builder();
    for (Trace.Step step : trace.steps()) {
      for (StepReport.Line line : step.report().lines()) {
        for (Change write : line.writes()) {
          if (Changes.isSet(write.before())
              && tasks.containsAll(Changes.elements(write.before()))
              && tasks.containsAll(Changes.elements(write.after()))) {
            sets.add(write.variable());
          }
        }
      }
    }
    return sets.build();
  }

  /** Hides what each task does to the set alone, from where it enters to where it leaves. */
  private void follow(String variable) {
    Map<String, Integer> entered = new HashMap<>();
    for (int i = 0; i < trace.steps().size(); i++) {
      Trace.Step step = trace.steps().get(i);
      if (changesItselfOnly(step, variable)) {
        hidden.put(i, variable, true);
        entered.remove(step.actor());
        if (Changes.elements(step.after().get(variable)).contains(step.actor())) {
          entered.put(step.actor(), i);
        }
      } else if (uses(step, variable)) {
        entered.values().forEach(at -> hidden.remove(at, variable));
      }
    }
  }

  private static boolean changesItselfOnly(Trace.Step step, String variable) {
    for (StepReport.Line line : step.report().lines()) {
      for (Change write : line.writes()) {
        if (write.variable().equals(variable)) {
          Set<String> before = Changes.elements(write.before());
          Set<String> after = Changes.elements(write.after());
          return Sets.symmetricDifference(before, after).equals(ImmutableSet.of(step.actor()));
        }
      }
    }
    return false;
  }

  private static boolean uses(Trace.Step step, String variable) {
    return step.report().lines().stream()
        .anyMatch(
            line ->
                line.reads().stream().anyMatch(read -> read.variable().equals(variable))
                    || line.writes().stream().anyMatch(w -> w.variable().equals(variable)));
  }
}
