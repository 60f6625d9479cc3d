package skein.cli.render;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.util.LinkedHashMap;
import java.util.Map;
import skein.checker.report.Trace;
import skein.checker.report.Violation;
import skein.spec.model.Blocked;
import skein.spec.model.StepReport.Frame;

/** A report as the kernel prints one, of what is modelled: the call traces of all tasks. */
final class OopsRenderer implements TraceRenderer {

  @Override
  public String render(Violation violation, int width) {
    StringBuilder out = new StringBuilder("------------[ cut here ]------------\n");
    KernelReport.headline(violation).ifPresent(line -> out.append(line).append('\n'));
    Waits.lines(violation).forEach(line -> out.append("INFO: ").append(line).append('\n'));
    Trace trace = violation.trace();
    Cast cast = Cast.of(violation);
    String failing = violation.kind() == Violation.Kind.DEADLOCK ? "" : failing(trace);
    if (!failing.isEmpty()) {
      ImmutableList<String> functions = Frames.ofFailure(violation);
      out.append(task(cast, failing));
      out.append("RIP: ").append(Iterables.getFirst(functions, "?")).append('\n');
      callTrace(functions.subList(Math.min(1, functions.size()), functions.size()), out);
    }
    lastFrames(trace)
        .forEach(
            (actor, frames) -> {
              if (!actor.equals(failing)) {
                out.append('\n').append(task(cast, actor));
                callTrace(Frames.innermostFirst(frames), out);
              }
            });
    return out.append("---[ end trace ]---\n").toString();
  }

  private static String failing(Trace trace) {
    return trace.steps().isEmpty() ? "" : Iterables.getLast(trace.steps()).actor();
  }

  private static String task(Cast cast, String actor) {
    String cpu = cast.label(actor).replace("CPU", "");
    return cpu.matches("\\d+")
        ? "CPU: " + cpu + " Task: " + actor + "\n"
        : "Action: " + actor + "\n";
  }

  private static void callTrace(Iterable<String> functions, StringBuilder out) {
    out.append("Call Trace:\n");
    functions.forEach(function -> out.append(' ').append(function).append('\n'));
  }

  /** Where each process was last seen, or stands in a deadlock. */
  private static Map<String, ImmutableList<Frame>> lastFrames(Trace trace) {
    Map<String, ImmutableList<Frame>> last = new LinkedHashMap<>();
    for (Trace.Step step : trace.steps()) {
      if (!step.spontaneous() && !step.report().lines().isEmpty()) {
        last.put(step.actor(), Iterables.getLast(step.report().lines()).frames());
      }
    }
    for (Blocked blocked : trace.blocked()) {
      last.put(trace.actors().get(blocked.actor()), blocked.frames());
    }
    return last;
  }
}
