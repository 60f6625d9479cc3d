package skein.cli;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import skein.checker.report.CheckResult;
import skein.checker.report.Statistics;
import skein.checker.report.Violation;
import skein.cli.console.Figures;
import skein.cli.console.Paint;
import skein.cli.render.Format;
import skein.cli.render.Frames;
import skein.cli.render.KernelReport;
import skein.cli.render.Waits;
import skein.spec.model.ActionInfo;
import skein.spec.model.FaultKind;
import skein.spec.model.Model;
import skein.spec.model.Place;
import skein.spec.model.PropertyInfo;
import skein.spec.model.PropertyKind;

/** The result of a check as people read it. */
final class ResultText {
  /** Below, what states take says little of what many would. */
  private static final long MANY = 100_000;

  private final Model model;
  private final CheckResult result;
  private final boolean fused;
  private final Bounds bounds;
  private final Paint paint;

  ResultText(SearchRun.Outcome outcome, Bounds bounds, Paint paint) {
    this.model = outcome.model();
    this.result = outcome.result();
    this.fused = outcome.fused();
    this.bounds = bounds;
    this.paint = paint;
  }

  /** Everything: the verdict, the traces, the figures, the bounds. */
  String all(Format format, int width) {
    StringBuilder out = new StringBuilder();
    for (Violation violation : result.violations()) {
      out.append(violation(violation, format, width)).append('\n');
    }
    if (result.violations().isEmpty()) {
      out.append(verdict()).append('\n');
      properties(out);
    }
    return out.append(figures()).toString();
  }

  /** The verdict and the figures alone. */
  String summary() {
    StringBuilder out = new StringBuilder();
    for (Violation violation : result.violations()) {
      out.append(paint.red(Headline.of(violation))).append('\n');
    }
    if (result.violations().isEmpty()) {
      out.append(verdict()).append('\n');
    }
    return out.append(figures()).toString();
  }

  /** One violation: its headline, its trace, and the kernel's report. */
  private String violation(Violation violation, Format format, int width) {
    StringBuilder out = new StringBuilder(paint.red(Headline.of(violation)));
    Place place = Frames.place(violation);
    if (place.line() > 0) {
      out.append("      ").append(place);
    }
    out.append("\n\n");
    if (violation.trace().initial().isEmpty() && violation.trace().steps().isEmpty()) {
      return out.append("  No trace: the memory ran out before it was found.\n").toString();
    }
    out.append(format.renderer().render(violation, width));
    if (format == Format.COLUMNS) {
      report(violation, out);
    }
    return out.toString();
  }

  private static void report(Violation violation, StringBuilder out) {
    ImmutableList<String> waits = Waits.lines(violation);
    if (!waits.isEmpty()) {
      out.append('\n');
      waits.forEach(line -> out.append(line).append('\n'));
    }
    if (violation.kind() != Violation.Kind.FAULT
        || violation.word().equals(FaultKind.STEP_INVARIANT.word())) {
      return;
    }
    out.append('\n');
    KernelReport.located(violation).ifPresent(line -> out.append(line).append('\n'));
    ImmutableList<String> functions = Frames.ofFailure(violation);
    if (!functions.isEmpty()) {
      out.append("Call Trace (").append(Frames.whoFailed(violation)).append("):\n");
      functions.forEach(function -> out.append(' ').append(function).append('\n'));
    }
  }

  private String verdict() {
    List<String> missed = missedCovers();
    if (result.stopped().isPresent()) {
      String remedy =
          result.stopped().get() == CheckResult.Stop.MEMORY
              ? "; --memory SIZE gives more"
                  + (result.statistics().fingerprints() ? "" : ", --fingerprints needs less")
              : "";
      return paint.bold("stopped: " + result.stopped().get().text())
          + "; no violation so far"
          + remedy;
    } else if (!missed.isEmpty()) {
      return paint.red("cover never reached: " + String.join(", ", missed));
    }
    return result.statistics().outside() > 0
        ? paint.green("all hold within the constraints")
            + ": every state inside them that can be reached from one inside was explored"
        : paint.green("all hold") + ": every reachable state was explored";
  }

  /** Covers that no run can reach; known only of a complete search. */
  private List<String> missedCovers() {
    return result.covers().entrySet().stream()
        .filter(cover -> !cover.getValue())
        .map(Map.Entry::getKey)
        .toList();
  }

  private void properties(StringBuilder out) {
    for (PropertyKind kind : PropertyKind.values()) {
      List<String> names =
          model.properties().stream()
              .filter(p -> p.kind() == kind && kind != PropertyKind.COVER)
              .map(PropertyInfo::name)
              .toList();
      if (!names.isEmpty()) {
        out.append("  ").append(kind.word()).append(": ");
        out.append(String.join(", ", names)).append('\n');
      }
    }
    String reached =
        result.covers().entrySet().stream()
            .filter(Map.Entry::getValue)
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(", "));
    if (!reached.isEmpty()) {
      out.append("  cover reached: ").append(reached).append('\n');
    }
    if (result.stopped().isPresent() && !missedCovers().isEmpty()) {
      out.append("  cover not reached so far: ");
      out.append(String.join(", ", missedCovers())).append('\n');
    }
    result.untaken().forEach(step -> out.append("  never taken: ").append(step).append('\n'));
  }

  /** How large the search was, and of what. */
  private String figures() {
    Statistics statistics = result.statistics();
    return statistics(statistics)
        + "\n"
        + (statistics.fingerprints() ? fingerprints(statistics) + "\n" : "")
        + bounds.text(result, fused)
        + "\n";
  }

  private static String fingerprints(Statistics s) {
    return String.format(
        Locale.ROOT,
        "fingerprints: a state was missed with a probability of at most %.1e (n(n-1)/2^65 for n"
            + " distinct states, if hashes are as good as random)",
        s.missed());
  }

  private static String statistics(Statistics s) {
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            Locale.ROOT, "%,d states generated, %,d distinct", s.generated(), s.distinct()));
    if (s.symmetric() && s.distinct() > 0) {
      double factor = s.unreduced() / s.distinct();
      out.append(
          String.format(
              Locale.ROOT, factor < 99.95 ? " (symmetry ÷%.1f)" : " (symmetry ÷%.0f)", factor));
    }
    out.append(", depth ").append(s.depth());
    if (s.distinct() >= MANY) {
      double each = (double) s.bytes() / s.distinct();
      out.append(String.format(Locale.ROOT, ", %.1f bytes a state", each));
    }
    return out.append(", ").append(Figures.seconds(s.time().toNanos())).toString();
  }

  /** How often each step of the model was taken. */
  String coverage() {
    StringBuilder out = new StringBuilder("\ncoverage, times taken:\n");
    List<Long> taken = result.statistics().actions();
    int code = -1;
    for (ActionInfo action : model.actions()) {
      if (action.code() <= code || action.code() >= taken.size()) {
        continue;
      }
      code = action.code();
      String process = model.actors().get(action.actor()).process();
      String name = action.spontaneous() ? action.name() : process + ": " + action.name();
      out.append(String.format(Locale.ROOT, "%,15d  %s%n", taken.get(code), name));
    }
    return out.toString();
  }
}
