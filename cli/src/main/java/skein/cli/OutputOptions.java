package skein.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import skein.cli.render.Format;

/** Options that say what to show of a result, and where. */
final class OutputOptions {
  private static final int NARROWEST = 40;

  @Option(
      names = "--format",
      paramLabel = "NAME",
      defaultValue = "columns",
      description = {
        "How to show a trace: ${COMPLETION-CANDIDATES} (default: columns). With json the trace"
            + " alone goes to standard output.",
        "Example: --format steps"
      })
  private Format format;

  @Option(
      names = "--width",
      paramLabel = "N",
      defaultValue = "72",
      description = {
        "Columns that a diagram may take (default: 72, as changelogs do).",
        "Example: --width 100"
      })
  private int width;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = {
        "Write the result to a file instead of standard output. The file appears when it is"
            + " complete.",
        "Example: --output race.txt"
      })
  private Path output;

  @Option(
      names = "--save-trace",
      paramLabel = "FILE",
      description = {
        "Save the trace of the first violation as JSON.",
        "Example: --save-trace race.json"
      })
  private Path saveTrace;

  @Option(
      names = "--json",
      description = {
        "Give the whole result as JSON (schema: cli/skein-result-1.schema.json).",
        "Example: skein check --json counter.skein | jq .statistics.distinct"
      })
  private boolean json;

  @Option(
      names = "--coverage",
      description = {
        "Show how often each step of the model was taken.",
        "Example: skein check --coverage counter.skein"
      })
  private boolean coverage;

  Format format() {
    return format;
  }

  int width() {
    if (width < NARROWEST) {
      throw CliException.usage("--width must be at least " + NARROWEST + ", not " + width);
    }
    return width;
  }

  Optional<Path> output() {
    return Optional.ofNullable(output);
  }

  Optional<Path> saveTrace() {
    return Optional.ofNullable(saveTrace);
  }

  boolean json() {
    return json;
  }

  boolean coverage() {
    return coverage;
  }
}
