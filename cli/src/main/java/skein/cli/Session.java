package skein.cli;

import java.util.function.BooleanSupplier;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import skein.cli.console.ColorMode;
import skein.cli.console.Console;
import skein.cli.console.ProgressMode;

/** What all commands share: where they print, whether to stop, and the common options. */
final class Session {
  private final Console console;
  private final BooleanSupplier interrupted;
  private ProgressMode progress = ProgressMode.AUTO;
  private boolean debug;

  Session(Console console, BooleanSupplier interrupted) {
    this.console = console;
    this.interrupted = interrupted;
  }

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      scope = ScopeType.INHERIT,
      description = {
        "auto, always or never (default: auto, on a terminal unless NO_COLOR is set).",
        "Example: --color=never"
      })
  void color(ColorMode mode) {
    console.setColor(mode);
  }

  @Option(
      names = "--progress",
      paramLabel = "HOW",
      scope = ScopeType.INHERIT,
      description = {
        "How to show progress on standard error: auto, line, json or none (default: auto, on a"
            + " terminal a line that renews itself, otherwise a line each 10 s).",
        "Example: --progress=none"
      })
  void progress(ProgressMode mode) {
    progress = mode;
  }

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = {
        "Show the stack trace of an internal error.",
        "Example: skein check --debug counter.skein"
      })
  void debug(boolean on) {
    debug = on;
  }

  Console console() {
    return console;
  }

  ProgressMode progress() {
    return progress;
  }

  boolean debug() {
    return debug;
  }

  /** Asked while a search runs: whether the user wants it to end. */
  BooleanSupplier interrupted() {
    return interrupted;
  }
}
