package skein.cli;

import com.google.common.base.Strings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import skein.checker.report.Statistics;
import skein.cli.console.Figures;
import skein.cli.console.Paint;
import skein.cli.render.Format;
import skein.spec.CompileOptions;
import skein.spec.ir.Configuration;
import skein.spec.ir.TransitionSystem;
import skein.spec.syntax.Declaration;
import skein.spec.types.CheckedModule;

/** {@code skein test}. */
@Command(
    name = "test",
    description = {
      "Runs every `check` of the models and compares its outcome with what it expects.",
      "A model without a check is passed over."
    },
    footer = {"", "Examples:", "  skein test examples", "  skein test counter.skein::race"})
final class TestCommand implements Callable<Integer> {
  private static final int OUTCOME_WIDTH = 24;

  private final Session session;

  @Mixin private ModelOptions modelOptions;
  @Mixin private SearchFlags searchFlags;

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "A model, a directory with models below it, or FILE::CHECK for one check.")
  private List<String> paths;

  private int passed;
  private int failed;
  private int broken;
  private final List<String> details = new ArrayList<>();

  TestCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    ModelFiles files = new ModelFiles();
    for (String path : paths) {
      Target target = Target.parse(path);
      if (target.check().isPresent()) {
        testFile(target.file(), target.check());
      } else {
        files.below(target.file()).forEach(file -> testFile(file, Optional.empty()));
      }
    }
    details.forEach(session.console().out()::print);
    session.console().out().println(summary());
    if (broken > 0) {
      return ExitStatus.MODEL;
    }
    return failed > 0 ? ExitStatus.UNEXPECTED : interruptedOr(ExitStatus.OK);
  }

  private int interruptedOr(int status) {
    return session.interrupted().getAsBoolean() ? ExitStatus.STOPPED : status;
  }

  private String summary() {
    String bad = failed + " failed";
    String result = passed + " passed, " + (failed > 0 ? paint().red(bad) : bad);
    if (broken > 0) {
      result += ", " + paint().red(broken + " with errors");
    }
    return session.interrupted().getAsBoolean() ? result + ", interrupted" : result;
  }

  private Paint paint() {
    return session.console().outPaint();
  }

  private void testFile(Path file, Optional<String> only) {
    if (session.interrupted().getAsBoolean()) {
      return;
    }
    Models models = new Models(session.console());
    try {
      CheckedModule module = models.check(new Target(file, only));
      List<Declaration.Check> checks =
          only.isPresent() ? List.of(Models.named(module, only.get())) : Models.checks(module);
      for (Declaration.Check check : checks) {
        if (!session.interrupted().getAsBoolean()) {
          test(models, module, check);
        }
      }
    } catch (CliException e) {
      if (e.status() != ExitStatus.MODEL) {
        throw e;
      }
      broken++;
      session.console().out().println(paint().red("ERROR") + " " + file + ": see above");
      session.console().out().flush();
    }
  }

  private SearchRun.Outcome search(TransitionSystem system, CompileOptions compile) {
    return new SearchRun(session.console(), session.progress())
        .run(system, compile, searchFlags.toOptions(session.interrupted()));
  }

  private void test(Models models, CheckedModule module, Declaration.Check check) {
    String name = module.root().span().file().name() + "::" + check.name().text();
    Configuration configuration = models.configure(module, Optional.of(check), modelOptions);
    TransitionSystem system = models.lower(module, configuration);
    Expected expected = new Expected(check);
    SearchRun.Outcome outcome = search(system, modelOptions.compile());
    // Of several violations a fused search may meet another first.
    if (outcome.fused()
        && !outcome.result().violations().isEmpty()
        && !expected.matches(outcome.result())) {
      outcome = search(system, CompileOptions.NO_FUSION);
    }
    boolean good = expected.matches(outcome.result());
    String happened = Expected.happened(outcome.result());
    Statistics statistics = outcome.result().statistics();
    String figures =
        String.format(
            Locale.ROOT,
            "%,d generated, %,d distinct, %s",
            statistics.generated(),
            statistics.distinct(),
            Figures.seconds(statistics.time().toNanos()));
    String what = good ? expected.toString() : "expected " + expected + ", got " + happened;
    String word = good ? paint().green("ok   ") : paint().red("FAIL ");
    session
        .console()
        .out()
        .println(word + name + "  " + Strings.padEnd(what, OUTCOME_WIDTH, ' ') + "  " + figures);
    session.console().out().flush();
    if (good) {
      passed++;
    } else {
      failed++;
      Bounds bounds = new Bounds(module, configuration);
      String text = new ResultText(outcome, bounds, paint()).all(Format.COLUMNS, 72);
      details.add("\n" + paint().bold("--- " + name + ": " + what) + "\n" + text + "\n");
    }
  }
}
