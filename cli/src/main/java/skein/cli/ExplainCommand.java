package skein.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import skein.spec.diagnostic.Code;

/** {@code skein explain}. */
@Command(
    name = "explain",
    description = "Explains an error or a warning by its code; without a code lists them all.",
    footer = {"", "Example: skein explain E012"})
final class ExplainCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "CODE", arity = "0..1", description = "Such as E012.")
  private String code;

  ExplainCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (code == null) {
      for (Code each : Code.values()) {
        session.console().out().println(each + "  " + each.title());
      }
      return ExitStatus.OK;
    }
    List<String> names = Arrays.stream(Code.values()).map(Code::name).toList();
    String name = code.toUpperCase(Locale.ROOT);
    if (!names.contains(name)) {
      throw CliException.usage(
          "there is no code " + code + "; `skein explain` without a code lists all");
    }
    Code known = Code.valueOf(name);
    session.console().out().println(known + ": " + known.title() + "\n");
    session.console().out().println(known.explanation().stripTrailing());
    return ExitStatus.OK;
  }
}
