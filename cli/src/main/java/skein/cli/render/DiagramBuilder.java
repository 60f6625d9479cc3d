package skein.cli.render;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import skein.checker.report.Trace;
import skein.checker.report.Violation;
import skein.spec.model.Blocked;
import skein.spec.model.FaultKind;
import skein.spec.model.StepReport;
import skein.spec.model.StepReport.Frame;
import skein.spec.model.StepReport.Line;

/** Turns a trace into the rows of a race diagram. */
final class DiagramBuilder {
  private static final Pattern CLAIM = Pattern.compile("BUG_ON\\(|WARN_ON\\(|assert ");

  private final Violation violation;
  private final Trace trace;
  private final Cast cast;
  private final CellNames names;
  private final Wording wording;
  private final Map<Integer, CallStack> stacks = new HashMap<>();
  private final List<Row> rows = new ArrayList<>();

  DiagramBuilder(Violation violation) {
    this.violation = violation;
    this.trace = violation.trace();
    this.cast = Cast.of(violation);
    this.names = new CellNames(trace);
    this.wording = new Wording(trace, names, LockSections.of(violation));
  }

  Diagram build() {
    int last = trace.steps().size() - 1;
    for (int i = 0; i < last; i++) {
      addStep(i, ImmutableList.of());
    }
    if (last >= 0) {
      addLastStep(last);
    }
    trace.blocked().forEach(this::addBlocked);
    return new Diagram(cast.lanes(), ImmutableList.copyOf(rows));
  }

  private void addStep(int index, ImmutableList<Line> leftOut) {
    Trace.Step step = trace.steps().get(index);
    int lane = cast.laneOf(step.actor());
    boolean interrupt = cast.lanes().get(lane).interrupt();
    if (step.spontaneous() && interrupt) {
      stacks.put(lane, new CallStack());
      rows.add(new Row(lane, 0, new Phrase(step.action() + Wording.arguments(step.report())), ""));
    }
    int before = rows.size();
    ImmutableList<Line> lines = StatementLines.of(step.report());
    // What a step reads before it changes something is part of one atomic operation.
    boolean changes = lines.stream().anyMatch(line -> !wording.effects(index, line).isEmpty());
    for (Line line : lines) {
      if (leftOut.contains(line)) {
        continue;
      }
      stack(lane).returnTo(line.frames());
      if (!changes || !wording.effects(index, line).isEmpty() || !line.chosen().isEmpty()) {
        wording.of(index, line).ifPresent(phrase -> addRow(lane, line.frames(), phrase, ""));
      }
    }
    if (rows.size() == before && leftOut.isEmpty() && touchesNothing(step.report())) {
      addLine(lane, step.report().lines(), unchanged(step));
    }
  }

  /** What to say of a store of the value that the variable has already. */
  private static String unchanged(Trace.Step step) {
    ImmutableList<Line> lines = step.report().lines();
    String text = lines.isEmpty() ? "" : lastOf(lines).text();
    String variable = text.replaceFirst(" = .*", "");
    String value = step.after().get(variable);
    return value == null ? "no change" : variable + " stays " + value;
  }

  /** A step that neither reads nor changes anything says so; locks left out are another matter. */
  private static boolean touchesNothing(StepReport report) {
    return report.lines().stream()
        .allMatch(
            line ->
                line.reads().isEmpty()
                    && line.writes().isEmpty()
                    && line.chosen().isEmpty()
                    && line.outcome().isEmpty());
  }

  private void addLine(int lane, ImmutableList<Line> lines, String comment) {
    if (!lines.isEmpty()) {
      Line line = lines.get(lines.size() - 1);
      addRow(lane, line.frames(), new Phrase(wording.plain(line).text(), comment), "");
    }
  }

  /** The step that decides: its last row carries the arrow. */
  private void addLastStep(int index) {
    Trace.Step step = trace.steps().get(index);
    int lane = cast.laneOf(step.actor());
    ImmutableList<Line> lines = StatementLines.of(step.report());
    int before = rows.size();
    if (violation.kind() == Violation.Kind.FAULT && !step.report().fault().isEmpty()) {
      addStep(index, failing(lines));
      Optional<Line> last = lines.isEmpty() ? Optional.empty() : Optional.of(lastOf(lines));
      Phrase phrase = failingPhrase(last);
      addRow(lane, last.map(Line::frames).orElse(ImmutableList.of()), phrase, "");
    } else {
      addStep(index, ImmutableList.of());
      if (rows.size() == before) {
        addLine(lane, lines, "");
      }
    }
    if (violation.kind() != Violation.Kind.DEADLOCK && !rows.isEmpty()) {
      int end = rows.size() - 1;
      rows.set(end, rows.get(end).withMarker(Markers.of(violation)));
    }
  }

  /**
   * The claim that does not hold, as the source has it, for BUG_ON and its kin (as a comment if it
   * stands inside of an atomic function); for other mistakes the statement.
   */
  private Phrase failingPhrase(Optional<Line> last) {
    if (last.isEmpty()) {
      return new Phrase(violation.name());
    }
    Phrase statement = wording.plain(last.get());
    if (violation.word().equals(FaultKind.STEP_INVARIANT.word())) {
      return wording.of(trace.steps().size() - 1, last.get()).orElse(statement);
    }
    boolean here = Frames.innermost(last.get().frames()).equals(violation.function());
    boolean claim = CLAIM.matcher(violation.name()).lookingAt();
    if (!claim) {
      return new Phrase(statement.text());
    }
    return here ? new Phrase(violation.name()) : new Phrase(statement.text(), violation.name());
  }

  /** The lines of the statement that fails: the conditions that it evaluated belong to it. */
  private static ImmutableList<Line> failing(ImmutableList<Line> lines) {
    if (lines.isEmpty()) {
      return lines;
    }
    Line last = lastOf(lines);
    return lines.stream()
        .filter(line -> line.place().equals(last.place()) && line.frames().equals(last.frames()))
        .collect(ImmutableList.toImmutableList());
  }

  private static Line lastOf(ImmutableList<Line> lines) {
    return lines.get(lines.size() - 1);
  }

  private void addBlocked(Blocked blocked) {
    int lane = cast.laneOf(trace.actors().get(blocked.actor()));
    stack(lane).returnTo(blocked.frames());
    String marker =
        blocked.owner().map(owner -> "waits for " + whom(blocked, owner)).orElse("waits");
    addRow(lane, blocked.frames(), new Phrase(blocked.text()), marker);
  }

  private String whom(Blocked blocked, int owner) {
    return owner == blocked.actor() ? "itself" : cast.label(trace.actors().get(owner));
  }

  private void addRow(int lane, ImmutableList<Frame> frames, Phrase phrase, String marker) {
    CallStack stack = stack(lane);
    int depth = stack.depth();
    int base = cast.lanes().get(lane).interrupt() ? 1 : 0;
    for (Frame frame : stack.enter(frames)) {
      rows.add(new Row(lane, base + depth++, new Phrase(frame.function() + "()"), ""));
    }
    rows.add(new Row(lane, base + depth, phrase, marker));
  }

  private CallStack stack(int lane) {
    return stacks.computeIfAbsent(lane, key -> new CallStack());
  }
}
