package skein.cli.render;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import skein.checker.report.Trace;
import skein.checker.report.Violation;
import skein.spec.model.StepReport;

/**
 * The line above a diagram: what of the initial state the trace goes on to read; all of it if there
 * is no step.
 */
final class Initially {
  /** Values that a variable has unless a model says otherwise. */
  static final ImmutableSet<String> NOTHING = ImmutableSet.of("0", "false", "null", "{}", "[]");

  private static final String LEAD = "  Initially: ";

  private Initially() {}

  /** The line, broken where needed, and ended by a newline. */
  static String of(Violation violation, int width) {
    Trace trace = violation.trace();
    CellNames names = new CellNames(trace);
    LockSections locks = LockSections.of(violation);
    List<String> parts = new ArrayList<>();
    Set<String> shown = trace.steps().isEmpty() ? trace.initial().keySet() : readFirst(trace);
    for (String variable : shown) {
      String value = trace.initial().get(variable);
      boolean said = locks.isLock(variable) && locks.hides(0, variable);
      if (value != null && !NOTHING.contains(value) && !names.local(variable) && !said) {
        parts.add(names.shortName(variable) + " == " + value);
      }
    }
    if (parts.isEmpty()) {
      return LEAD + "all zero, null or empty\n";
    }
    String hanging = "\n" + " ".repeat(LEAD.length());
    return LEAD + String.join(hanging, Wrap.parts(parts, width - LEAD.length())) + "\n";
  }

  /** The variables whose first use in the trace sees their initial value. */
  private static Set<String> readFirst(Trace trace) {
    Set<String> seen = new LinkedHashSet<>();
    Set<String> written = new LinkedHashSet<>();
    for (Trace.Step step : trace.steps()) {
      for (StepReport.Line line : step.report().lines()) {
        for (StepReport.Access read : line.reads()) {
          if (!written.contains(read.variable())) {
            seen.add(read.variable());
          }
        }
        line.writes().forEach(write -> written.add(write.variable()));
      }
    }
    return seen;
  }
}
