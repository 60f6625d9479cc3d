package skein.cli;

import java.io.UncheckedIOException;
import java.util.Optional;
import skein.checker.explore.Search;
import skein.checker.explore.SearchOptions;
import skein.checker.report.CheckResult;
import skein.checker.report.ProgressListener.Progress;
import skein.cli.console.Console;
import skein.cli.console.Figures;
import skein.cli.console.OutputFile;
import skein.cli.console.ProgressMode;
import skein.cli.console.ProgressPrinter;
import skein.spec.CompileOptions;
import skein.spec.Spec;
import skein.spec.ir.TransitionSystem;
import skein.spec.model.Model;
import skein.spec.model.PropertyInfo;
import skein.spec.model.PropertyKind;

/** Runs a search and shows its progress. */
final class SearchRun {
  private final Console console;
  private final ProgressMode progress;

  SearchRun(Console console, ProgressMode progress) {
    this.console = console;
    this.progress = progress;
  }

  /**
   * A model that has been searched, and the result.
   *
   * @param fused whether the states are those between fused steps
   */
  record Outcome(Model model, CheckResult result, boolean fused) {}

  /**
   * Compiles and searches. A search for one property, or one that goes on after a violation, is of
   * unfused steps: a violation that is not looked for could hide one that is.
   *
   * @throws CliException if the memory runs out, with the figures so far
   */
  Outcome run(TransitionSystem lowered, CompileOptions compile, SearchOptions options) {
    boolean all = options.property().isEmpty() && !options.keepGoing();
    TransitionSystem system = compile.fuse() && all ? Spec.fuse(lowered) : lowered;
    ProgressPrinter printer = new ProgressPrinter(console, progress);
    try {
      Model model = Spec.compile(system);
      options.property().ifPresent(name -> requireInvariant(model, name));
      CheckResult result = Search.run(model, options, printer);
      return new Outcome(model, result, system.isFused());
    } catch (OutOfMemoryError e) {
      throw new CliException(ExitStatus.STOPPED, outOfMemory(printer.last()));
    } catch (UncheckedIOException e) {
      throw new CliException(
          ExitStatus.STOPPED,
          e.getMessage()
              + ": "
              + OutputFile.reason(e.getCause())
              + "; set TMPDIR to a directory with more room"
              + soFar(printer.last()));
    } finally {
      printer.clear();
    }
  }

  private static void requireInvariant(Model model, String name) {
    java.util.List<String> known =
        model.properties().stream()
            .filter(p -> p.kind() != PropertyKind.COVER && p.kind() != PropertyKind.CONSTRAINT)
            .map(PropertyInfo::name)
            .toList();
    if (!known.contains(name)) {
      throw CliException.usage(
          "the model has no invariant `"
              + name
              + "`; "
              + (known.isEmpty() ? "it has none" : Models.didYouMean(name, known)));
    }
  }

  private static String outOfMemory(Optional<Progress> last) {
    return outOfMemory() + soFar(last);
  }

  private static String soFar(Optional<Progress> last) {
    return last.map(figures -> "\nso far: " + ProgressPrinter.line(figures)).orElse("");
  }

  /** What to do about a full heap. */
  static String outOfMemory() {
    return "out of memory: the heap of "
        + Figures.bytes(Runtime.getRuntime().maxMemory())
        + " is full; give it more (--memory SIZE), or make the model smaller";
  }
}
