package skein.cli.render;

import com.google.common.collect.HashBasedTable;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Table;
import java.util.HashMap;
import java.util.Map;
import skein.checker.report.Trace;
import skein.checker.report.Violation;
import skein.spec.model.Blocked;
import skein.spec.model.FaultKind;
import skein.spec.model.StepReport;

/**
 * Tells the locks that matter to a race from those that do not: a section, from where a lock is
 * taken to where it is given back, matters if somebody else comes to the lock meanwhile (a trylock
 * that fails), or stands before it in the end. {@link Memberships} are hidden here too.
 */
final class LockSections {
  private final ImmutableSet<String> locks;
  private final Memberships memberships;
  private final Table<Integer, String, Boolean> matters = HashBasedTable.create();
  private final boolean all;

  private LockSections(Violation violation) {
    this.locks = violation.trace().locks();
    this.memberships = Memberships.of(violation);
    this.all = violation.word().equals(FaultKind.LOCK_MISUSE.word());
  }

  static LockSections of(Violation violation) {
    Trace trace = violation.trace();
    LockSections sections = new LockSections(violation);
    for (String lock : trace.locks()) {
      sections.split(trace, lock);
    }
    return sections;
  }

  /** Whether a variable is a lock's, and one that nobody cares for at that step. */
  boolean hides(int step, String variable) {
    if (all) {
      return false;
    }
    return locks.contains(variable)
        ? !matters.contains(step, variable)
        : memberships.hides(step, variable);
  }

  boolean isLock(String variable) {
    return locks.contains(variable);
  }

  /**
   * Splits the uses of one lock into sections. A section ends with the step that frees the lock.
   */
  private void split(Trace trace, String lock) {
    String free = free(trace.initial().getOrDefault(lock, "null"));
    Map<Integer, String> users = new HashMap<>();
    for (int i = 0; i < trace.steps().size(); i++) {
      Trace.Step step = trace.steps().get(i);
      if (!uses(step, lock)) {
        continue;
      }
      users.put(i, step.actor());
      if (free.equals(step.after().get(lock))) {
        close(users, lock, false);
      }
    }
    close(users, lock, awaited(trace, lock));
  }

  /** The value of a lock's variable, given any value of it, that means that nobody holds it. */
  private static String free(String value) {
    if (value.startsWith("{")) {
      return "{}";
    }
    return value.equals("true") || value.equals("false") ? "false" : "null";
  }

  private void close(Map<Integer, String> users, String lock, boolean awaited) {
    if (ImmutableSet.copyOf(users.values()).size() > 1 || awaited) {
      users.keySet().forEach(step -> matters.put(step, lock, true));
    }
    users.clear();
  }

  private static boolean awaited(Trace trace, String lock) {
    for (Blocked blocked : trace.blocked()) {
      if (blocked.lock().isPresent() && lock.startsWith(blocked.lock().get() + ".")) {
        return true;
      }
    }
    return false;
  }

  private static boolean uses(Trace.Step step, String lock) {
    for (StepReport.Line line : step.report().lines()) {
      if (line.reads().stream().anyMatch(read -> read.variable().equals(lock))
          || line.writes().stream().anyMatch(write -> write.variable().equals(lock))) {
        return true;
      }
    }
    return false;
  }
}
