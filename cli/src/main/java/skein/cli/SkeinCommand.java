package skein.cli;

import com.google.common.collect.ImmutableMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code skein} itself: names the commands. */
@Command(
    name = "skein",
    description = {
      "Checks models of concurrent code: explores every interleaving and shows the race."
    },
    versionProvider = SkeinCommand.Version.class,
    exitCodeListHeading = "%nExit status:%n",
    footer = {"", "Start with: skein check examples/btrfs/readahead.skein"})
final class SkeinCommand implements Callable<Integer> {
  @Mixin private final Session session;

  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = {"Show this help.", "Example: skein check --help"})
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      scope = ScopeType.INHERIT,
      description = {"Show the version.", "Example: skein --version"})
  private boolean version;

  SkeinCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  /** The version of the build. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = SkeinCommand.class.getPackage().getImplementationVersion();
      String java = System.getProperty("java.version");
      return new String[] {
        "skein " + (version == null ? "(not packaged)" : version) + ", Java " + java
      };
    }
  }

  /** The commands by name, in the order of the help. */
  private static final ImmutableMap<String, Function<Session, Object>> COMMANDS =
      ImmutableMap.of(
          "check", CheckCommand::new,
          "test", TestCommand::new,
          "fmt", FmtCommand::new,
          "lint", LintCommand::new,
          "info", InfoCommand::new,
          "explain", ExplainCommand::new);

  /**
   * The commands, ready to be executed once. If the first argument is one of them, then that alone:
   * to read the annotations of all takes longer than a small model's search.
   */
  static CommandLine commandLine(Session session, String... arguments) {
    CommandLine line = new CommandLine(new SkeinCommand(session));
    boolean one = arguments.length > 0 && COMMANDS.containsKey(arguments[0]);
    COMMANDS.forEach(
        (name, command) -> {
          if (!one || name.equals(arguments[0])) {
            line.addSubcommand(command.apply(session));
          }
        });
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpWidth(100);
    line.setHelpFactory(PlainHelp::new);
    line.getCommandSpec().usageMessage().exitCodeList(ExitStatus.legend());
    return line;
  }
}
