package skein.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import skein.spec.Spec;
import skein.spec.diagnostic.DiagnosticPrinter;
import skein.spec.diagnostic.Diagnostics;
import skein.spec.types.CheckedModule;
import skein.spec.types.Linter;

/** {@code skein lint}. */
@Command(
    name = "lint",
    description = "Warns of what is allowed and still probably a mistake.",
    footer = {
      "",
      "The exit status is 4 if there is a warning.",
      "Example: skein lint counter.skein"
    })
final class LintCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "A model or a directory.")
  private List<Path> paths;

  LintCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    ModelFiles files = new ModelFiles();
    int warnings = 0;
    boolean broken = false;
    for (Path path : paths) {
      for (Path file : files.below(path)) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<CheckedModule> module = Spec.check(files.read(file), files, diagnostics);
        module.ifPresent(checked -> Linter.lint(checked, diagnostics));
        DiagnosticPrinter printer = new DiagnosticPrinter(session.console().outPaint().on());
        session.console().out().print(printer.render(diagnostics.all()));
        broken |= module.isEmpty();
        warnings += diagnostics.all().size();
      }
    }
    if (broken) {
      return ExitStatus.MODEL;
    }
    return warnings > 0 ? ExitStatus.UNEXPECTED : ExitStatus.OK;
  }
}
