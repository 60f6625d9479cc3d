package skein.cli;

import java.util.concurrent.Callable;
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

  /** All commands, ready to be executed once. */
  static CommandLine commandLine(Session session) {
    CommandLine line = new CommandLine(new SkeinCommand(session));
    line.addSubcommand(new CheckCommand(session));
    line.addSubcommand(new TestCommand(session));
    line.addSubcommand(new FmtCommand(session));
    line.addSubcommand(new LintCommand(session));
    line.addSubcommand(new InfoCommand(session));
    line.addSubcommand(new ExplainCommand(session));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpWidth(100);
    line.setHelpFactory(PlainHelp::new);
    line.getCommandSpec().usageMessage().exitCodeList(ExitStatus.legend());
    return line;
  }
}
