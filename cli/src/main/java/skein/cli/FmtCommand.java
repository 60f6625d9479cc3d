package skein.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import skein.cli.console.OutputFile;
import skein.spec.diagnostic.Diagnostics;
import skein.spec.source.SourceFile;
import skein.spec.syntax.Formatter;

/** {@code skein fmt}. */
@Command(
    name = "fmt",
    description = "Lays models out in the one way; names the files that it changed.",
    footer = {
      "",
      "With --check the exit status is 4 if a file is not laid out so.",
      "Examples:",
      "  skein fmt examples",
      "  skein fmt --check counter.skein"
    })
final class FmtCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--check",
      description = {"Change nothing; name the files that would change.", "Example: --check"})
  private boolean check;

  @Option(
      names = "--stdout",
      description = {
        "Print the text instead of changing the file.",
        "Example: skein fmt --stdout counter.skein"
      })
  private boolean stdout;

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "A model or a directory.")
  private List<Path> paths;

  FmtCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    ModelFiles files = new ModelFiles();
    int changed = 0;
    boolean broken = false;
    for (Path path : paths) {
      for (Path file : files.below(path)) {
        SourceFile source = files.read(file);
        Diagnostics diagnostics = new Diagnostics();
        Optional<String> text = Formatter.format(source, diagnostics);
        new Models(session.console()).report(diagnostics);
        broken |= text.isEmpty();
        if (text.isPresent() && stdout) {
          session.console().out().print(text.get());
        } else if (text.isPresent() && !text.get().equals(source.text())) {
          changed++;
          write(file, text.get());
        }
      }
    }
    if (broken) {
      return ExitStatus.MODEL;
    }
    return check && changed > 0 ? ExitStatus.UNEXPECTED : ExitStatus.OK;
  }

  private void write(Path file, String text) {
    session.console().out().println(check ? file + " is not formatted" : file);
    if (check) {
      return;
    }
    try (OutputFile output = OutputFile.open(file)) {
      output.commit(text);
    } catch (IOException e) {
      throw new CliException(
          ExitStatus.STOPPED,
          "cannot write " + file + ": " + OutputFile.reason(e) + "; it is as it was");
    }
  }
}
