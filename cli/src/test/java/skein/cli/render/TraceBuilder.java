package skein.cli.render;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import skein.checker.report.Trace;
import skein.checker.report.Violation;
import skein.spec.model.Blocked;
import skein.spec.model.FaultInfo;
import skein.spec.model.FaultKind;
import skein.spec.model.Place;
import skein.spec.model.StepReport;

/** Writes traces by hand, keeping the state as it goes. */
final class TraceBuilder {
  private final String file;
  private final Map<String, String> initial = new LinkedHashMap<>();
  private final Map<String, String> state = new LinkedHashMap<>();
  private final ImmutableList<String> actors;
  private final ImmutableSet<String> locks;
  private final List<Trace.Step> steps = new ArrayList<>();
  private final List<Blocked> blocked = new ArrayList<>();

  TraceBuilder(String file, ImmutableList<String> actors, ImmutableSet<String> locks) {
    this.file = file;
    this.actors = actors;
    this.locks = locks;
  }

  TraceBuilder initially(String variable, String value) {
    initial.put(variable, value);
    state.put(variable, value);
    return this;
  }

  /** One executed statement; see the methods. */
  final class L {
    private final String stack;
    private final int lineNumber;
    private final String text;
    private final List<StepReport.Access> reads = new ArrayList<>();
    private final List<StepReport.Change> writes = new ArrayList<>();
    private final List<StepReport.Access> chosen = new ArrayList<>();
    private Optional<Boolean> outcome = Optional.empty();
    private String location = "";

    private L(String stack, int lineNumber, String text) {
      this.stack = stack;
      this.lineNumber = lineNumber;
      this.text = text;
    }

    L reads(String variable, String expression) {
      reads.add(new StepReport.Access(variable, expression, state.get(variable)));
      return this;
    }

    L writes(String variable, String expression, String after) {
      writes.add(new StepReport.Change(variable, expression, state.put(variable, after), after));
      return this;
    }

    L updates(String variable, String expression, String after) {
      return reads(variable, expression).writes(variable, expression, after);
    }

    L holds(boolean value) {
      outcome = Optional.of(value);
      return this;
    }

    L chose(String variable, String value) {
      chosen.add(new StepReport.Access(variable, variable, value));
      return this;
    }

    L at(String place) {
      location = place;
      return this;
    }

    private StepReport.Line build() {
      return new StepReport.Line(
          frames(stack),
          text,
          new Place(file, lineNumber, 5),
          location,
          ImmutableList.copyOf(reads),
          ImmutableList.copyOf(writes),
          outcome,
          ImmutableList.copyOf(chosen));
    }
  }

  /**
   * @param stack functions, outermost first, divided by spaces; {@code f:7} was called in line 7
   */
  L line(String stack, int lineNumber, String text) {
    return new L(stack, lineNumber, text);
  }

  TraceBuilder step(String actor, L... lines) {
    return step(actor, Optional.empty(), lines);
  }

  TraceBuilder fails(
      String actor, FaultKind kind, String function, String message, L last, String location) {
    FaultInfo fault =
        new FaultInfo(0, kind, function, message, new Place(file, last.lineNumber, 5), location);
    return step(actor, Optional.of(fault), last);
  }

  private TraceBuilder step(String actor, Optional<FaultInfo> fault, L... lines) {
    ImmutableList.Builder<StepReport.Line> built = ImmutableList.builder();
    for (L line : lines) {
      built.add(line.build());
    }
    ImmutableList<StepReport.Line> all = built.build();
    String process = all.get(0).frames().get(0).function();
    steps.add(
        new Trace.Step(
            actor,
            process,
            actor.startsWith("end_"),
            actor.startsWith("end_") ? process : all.get(0).text(),
            new StepReport(all, fault),
            ImmutableMap.copyOf(state)));
    return this;
  }

  TraceBuilder blocked(
      String actor, String stack, int lineNumber, String text, String lock, String owner) {
    blocked.add(
        new Blocked(
            actors.indexOf(actor),
            frames(stack),
            text,
            lock + ".owner == null",
            new Place(file, lineNumber, 5),
            Optional.of(lock),
            Optional.of(actors.indexOf(owner))));
    return this;
  }

  Trace trace() {
    return new Trace(
        ImmutableMap.copyOf(initial),
        ImmutableList.copyOf(steps),
        ImmutableList.copyOf(blocked),
        actors,
        locks);
  }

  /** The violation that the last step's fault is. */
  Violation violation() {
    Trace trace = trace();
    FaultInfo fault = trace.steps().get(trace.steps().size() - 1).report().fault().orElseThrow();
    return new Violation(
        Violation.Kind.FAULT,
        fault.kind().word(),
        fault.message(),
        fault.function(),
        fault.place(),
        fault.location(),
        trace);
  }

  Violation violation(Violation.Kind kind, String word, String name) {
    return new Violation(kind, word, name, "", new Place(file, 99, 1), "", trace());
  }

  private ImmutableList<StepReport.Frame> frames(String stack) {
    return Splitter.on(' ')
        .splitToStream(stack)
        .map(
            frame -> {
              int colon = frame.indexOf(':');
              int call = colon < 0 ? 1 : Integer.parseInt(frame.substring(colon + 1));
              String function = colon < 0 ? frame : frame.substring(0, colon);
              return new StepReport.Frame(function, new Place(file, call, 5));
            })
        .collect(ImmutableList.toImmutableList());
  }
}
