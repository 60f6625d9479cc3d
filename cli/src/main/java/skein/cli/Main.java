package skein.cli;

import java.io.PrintWriter;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import skein.cli.console.Console;
import skein.cli.console.Interruption;
import skein.spec.diagnostic.Suggestions;

/** Where the launcher starts. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Console console = Console.ofProcess();
    Interruption interruption =
        Interruption.listen(
            ExitStatus.STOPPED,
            () -> console.err().println("\nskein: interrupted; stopping the search ..."));
    int status = run(args, console, interruption.requested());
    interruption.finished(status);
    System.exit(status);
  }

  /**
   * Runs a command to its end.
   *
   * @param interrupted asked now and then whether to stop
   * @return the exit status
   */
  public static int run(String[] args, Console console, BooleanSupplier interrupted) {
    Session session = new Session(console, interrupted);
    int status = execute(args, session);
    return console
        .finish()
        .map(
            failure -> {
              console.complain("cannot write standard output: " + failure);
              return ExitStatus.STOPPED;
            })
        .orElse(status);
  }

  private static int execute(String[] args, Session session) {
    try {
      CommandLine line = SkeinCommand.commandLine(session, args);
      line.setOut(new PrintWriter(session.console().out(), true));
      line.setErr(new PrintWriter(session.console().err(), true));
      line.setParameterExceptionHandler((e, arguments) -> misused(e, session));
      line.setExecutionExceptionHandler((e, command, result) -> failed(e, session));
      return line.execute(args);
    } catch (Error e) {
      return failed(e, session);
    }
  }

  private static int misused(ParameterException e, Session session) {
    session.console().complain(message(e));
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    session.console().err().println("Try `" + command + " --help`.");
    return ExitStatus.USAGE;
  }

  private static String message(ParameterException e) {
    if (!(e instanceof UnmatchedArgumentException unmatched)
        || unmatched.getUnmatched().isEmpty()) {
      return e.getMessage();
    }
    String word = unmatched.getUnmatched().get(0);
    CommandSpec command = e.getCommandLine().getCommandSpec();
    if (word.startsWith("-")) {
      String option = word.replaceFirst("=.*", "");
      return "there is no option " + option + suggestion(option, command.optionsMap().keySet());
    } else if (command.parent() == null) {
      return "there is no command " + word + suggestion(word, command.subcommands().keySet());
    }
    return "`" + word + "` is one argument too many";
  }

  private static String suggestion(String word, Iterable<String> known) {
    return Suggestions.nearest(word, known).map(name -> "; did you mean " + name + "?").orElse("");
  }

  private static int failed(Throwable e, Session session) {
    if (e instanceof CliException cli) {
      if (!cli.getMessage().isEmpty()) {
        session.console().complain(cli.getMessage());
      }
      return cli.status();
    } else if (e instanceof OutOfMemoryError) {
      session.console().complain(SearchRun.outOfMemory());
      return ExitStatus.STOPPED;
    }
    session.console().complain("internal error: " + e);
    session
        .console()
        .err()
        .println(
            "This is a mistake in Skein, not in the model. Please report it with the model and the"
                + " output of --debug.");
    if (session.debug()) {
      e.printStackTrace(session.console().err());
    }
    return ExitStatus.INTERNAL;
  }
}
