package skein.cli.render;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Objects;
import skein.checker.report.Trace;
import skein.checker.report.Violation;
import skein.spec.model.Blocked;
import skein.spec.model.StepReport;

/** State by state: who did what where, and the variables that changed. */
final class StepsRenderer implements TraceRenderer {

  @Override
  public String render(Violation violation, int width) {
    StringBuilder out = new StringBuilder();
    Trace trace = violation.trace();
    out.append("State 0 (initial)\n");
    trace.initial().entrySet().stream()
        .filter(variable -> !Initially.NOTHING.contains(variable.getValue()))
        .forEach(v -> out.append("    " + v.getKey() + " = " + v.getValue() + "\n"));
    out.append("    all else zero, false, null or empty\n");
    ImmutableMap<String, String> before = trace.initial();
    for (int i = 0; i < trace.steps().size(); i++) {
      Trace.Step step = trace.steps().get(i);
      out.append("\nState ").append(i + 1).append(": ").append(step.actor());
      out.append(step.spontaneous() ? Wording.arguments(step.report()) : "").append('\n');
      step.report().lines().forEach(line -> appendLine(line, out));
      step.report()
          .fault()
          .ifPresent(
              fault -> out.append("  <-- " + fault.kind().word() + ": " + fault.message() + "\n"));
      appendChanges(before, step.after(), out);
      before = step.after();
    }
    for (Blocked blocked : trace.blocked()) {
      out.append("\n").append(Waits.describe(blocked, trace)).append("\n");
    }
    return out.toString();
  }

  private static void appendLine(StepReport.Line line, StringBuilder out) {
    out.append("  ").append(line.text());
    line.outcome().ifPresent(outcome -> out.append("  // ").append(outcome));
    out.append('\n');
    out.append("      in ").append(Joiner.on(" <- ").join(Frames.innermostFirst(line.frames())));
    if (line.place().line() > 0) {
      out.append(", ").append(line.place());
    }
    out.append(line.location().isEmpty() ? "" : " (" + line.location() + ")").append('\n');
    line.reads().forEach(r -> out.append("      read " + r.variable() + " = " + r.value() + "\n"));
    line.chosen()
        .forEach(c -> out.append("      chosen " + c.variable() + " = " + c.value() + "\n"));
  }

  private static void appendChanges(
      Map<String, String> before, Map<String, String> after, StringBuilder out) {
    after.forEach(
        (name, value) -> {
          if (!Objects.equals(before.get(name), value)) {
            out.append("    " + name + ": " + before.get(name) + " -> " + value + "\n");
          }
        });
  }
}
