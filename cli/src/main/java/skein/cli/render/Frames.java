package skein.cli.render;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.List;
import skein.checker.report.Trace;
import skein.checker.report.Violation;
import skein.spec.model.FaultKind;
import skein.spec.model.Place;
import skein.spec.model.StepReport;
import skein.spec.model.StepReport.Frame;

/** Call stacks as reports show them. */
public final class Frames {
  private Frames() {}

  /** The innermost function, or empty. */
  static String innermost(ImmutableList<Frame> frames) {
    return frames.isEmpty() ? "" : Iterables.getLast(frames).function();
  }

  /** The names of the functions, innermost first. */
  static ImmutableList<String> innermostFirst(ImmutableList<Frame> frames) {
    return frames.reverse().stream().map(Frame::function).collect(ImmutableList.toImmutableList());
  }

  /**
   * Where the failing step failed, innermost function first; the process is last. Empty if the
   * trace has no step.
   */
  public static ImmutableList<String> ofFailure(Violation violation) {
    Trace trace = violation.trace();
    if (trace.steps().isEmpty()) {
      return ImmutableList.of();
    }
    ImmutableList<StepReport.Line> lines = Iterables.getLast(trace.steps()).report().lines();
    List<String> functions = new ArrayList<>();
    if (!lines.isEmpty()) {
      functions.addAll(innermostFirst(Iterables.getLast(lines).frames()));
    }
    // An atomic function runs as part of its caller's line and has no frame of its own there.
    if (!violation.function().isEmpty()
        && !functions.contains(violation.function())
        && !violation.word().equals(FaultKind.STEP_INVARIANT.word())) {
      functions.add(0, violation.function());
    }
    return ImmutableList.copyOf(functions);
  }

  /** Where in the model the failing step stands: not in the prelude, if that is where it failed. */
  public static Place place(Violation violation) {
    Trace trace = violation.trace();
    boolean step = violation.kind() == Violation.Kind.FAULT && !trace.steps().isEmpty();
    if (!step || violation.word().equals(FaultKind.STEP_INVARIANT.word())) {
      return violation.place();
    }
    ImmutableList<StepReport.Line> lines = Iterables.getLast(trace.steps()).report().lines();
    boolean elsewhere =
        !lines.isEmpty()
            && !Iterables.getLast(lines).place().file().equals(violation.place().file());
    return elsewhere ? Iterables.getLast(lines).place() : violation.place();
  }

  /** The CPU and the task of the failing step: {@code CPU0, reada_for_search}. */
  public static String whoFailed(Violation violation) {
    Trace.Step last = Iterables.getLast(violation.trace().steps());
    Lane lane = Cast.of(violation).lane(last.actor());
    return lane.role().isEmpty() ? last.actor() : lane.label() + ", " + lane.role();
  }
}
