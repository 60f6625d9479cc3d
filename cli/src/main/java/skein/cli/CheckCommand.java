package skein.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import skein.checker.explore.SearchOptions;
import skein.checker.report.CheckResult;
import skein.cli.console.OutputFile;
import skein.cli.console.Paint;
import skein.cli.render.Format;
import skein.spec.ir.Configuration;
import skein.spec.ir.TransitionSystem;
import skein.spec.syntax.Declaration;
import skein.spec.types.CheckedModule;

/** {@code skein check}. */
@Command(
    name = "check",
    description = "Explores every reachable state of a model; shows the first violation.",
    footer = {
      "",
      "Examples:",
      "  skein check examples/btrfs/readahead.skein",
      "  skein check examples/btrfs/readahead.skein::fixed",
      "  skein check --apply fix_read -D READERS=3 examples/btrfs/readahead.skein"
    })
final class CheckCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private ModelOptions modelOptions;
  @Mixin private SearchFlags searchFlags;
  @Mixin private OutputOptions outputOptions;

  @Parameters(
      paramLabel = "FILE[::CHECK]",
      description =
          "The model; with ::CHECK as one of its checks sets it, otherwise with its own constants"
              + " and no hunk.")
  private String target;

  CheckCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    SearchOptions options = searchFlags.toOptions(session.interrupted());
    Target where = Target.parse(target);
    Models models = new Models(session.console());
    CheckedModule module = models.check(where);
    Optional<Declaration.Check> check = where.check().map(name -> Models.named(module, name));
    Configuration configuration = models.configure(module, check, modelOptions);
    TransitionSystem system = models.lower(module, configuration);
    int width = outputOptions.width();
    try (Outputs outputs = Outputs.open(outputOptions)) {
      SearchRun.Outcome outcome =
          new SearchRun(session.console(), session.progress())
              .run(system, modelOptions.compile(), options);
      requireInitialState(outcome.result());
      Bounds bounds = new Bounds(module, configuration);
      saveTrace(outputs, outcome, bounds);
      String shown =
          outputOptions.json()
              ? ResultJson.of(outcome, bounds, where.file().toString(), where.check().orElse(""))
              : text(outcome, bounds, width);
      if (outputs.result().isPresent()) {
        Outputs.write(outputs.result().get(), shown, summary(outcome, bounds));
      } else {
        session.console().out().print(shown);
      }
      return ExitStatus.of(outcome.result());
    }
  }

  /** A model that cannot start would pass whatever its properties say. */
  private static void requireInitialState(CheckResult result) {
    if (result.statistics().initial() == 0
        && result.violations().isEmpty()
        && result.stopped().isEmpty()) {
      throw new CliException(
          ExitStatus.MODEL,
          "the model has no initial state: an `await` in its `init` is never true");
    }
  }

  private String text(SearchRun.Outcome outcome, Bounds bounds, int width) {
    boolean toFile = outputOptions.output().isPresent();
    Paint paint = toFile ? new Paint(false) : session.console().outPaint();
    ResultText text = new ResultText(outcome, bounds, paint);
    if (outputOptions.format() == Format.JSON) {
      session.console().err().print(summary(outcome, bounds));
      return outcome.result().violations().stream()
          .map(violation -> Format.JSON.renderer().render(violation, width))
          .collect(Collectors.joining());
    }
    String all = text.all(outputOptions.format(), width);
    return outputOptions.coverage() ? all + text.coverage() : all;
  }

  private static String summary(SearchRun.Outcome outcome, Bounds bounds) {
    return new ResultText(outcome, bounds, new Paint(false)).summary();
  }

  private void saveTrace(Outputs outputs, SearchRun.Outcome outcome, Bounds bounds) {
    if (outputs.trace().isEmpty()) {
      return;
    }
    OutputFile file = outputs.trace().get();
    if (outcome.result().violations().isEmpty()) {
      session.console().err().println("no violation: no trace to save in " + file.target());
      return;
    }
    String trace = Format.JSON.renderer().render(outcome.result().violations().get(0), 0);
    Outputs.write(file, trace, summary(outcome, bounds));
  }
}
