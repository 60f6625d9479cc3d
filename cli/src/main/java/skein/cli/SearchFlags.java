package skein.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Option;
import skein.checker.explore.SearchOptions;

/** Options that say how to search, and how far. */
final class SearchFlags {
  @Option(
      names = "--workers",
      paramLabel = "N",
      description = {
        "Threads to search with (default: all cores). No result depends on it.",
        "Example: --workers 4"
      })
  private Integer workers;

  @Option(
      names = "--no-symmetry",
      description = {
        "Explore every state, not one of each set of states that differ only by the names of"
            + " interchangeable instances.",
        "Example: skein check --no-symmetry counter.skein"
      })
  private boolean noSymmetry;

  @Option(
      names = "--max-states",
      paramLabel = "N",
      converter = Units.Count.class,
      description = {"Stop after so many distinct states.", "Example: --max-states 10M"})
  private Long maxStates;

  @Option(
      names = "--max-depth",
      paramLabel = "N",
      description = {"Stop after so many steps from an initial state.", "Example: --max-depth 40"})
  private Integer maxDepth;

  @Option(
      names = "--time-limit",
      paramLabel = "TIME",
      converter = Units.Time.class,
      description = {"Stop after so long.", "Example: --time-limit 1h30m"})
  private Duration timeLimit;

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      converter = Units.Bytes.class,
      description = {
        "Stop before states and buffers take more than this. The heap is made large enough"
            + " (default: a heap of three quarters of the machine's memory).",
        "Example: --memory 20g"
      })
  private Long memory;

  @Option(
      names = "--fingerprints",
      description = {
        "Keep 64 bits of hash of each state instead of the state. This takes less memory, but a state"
            + " may be missed; the result says how likely that is. The states go to a temporary"
            + " file in TMPDIR (default: /tmp).",
        "Example: skein check --fingerprints --memory 20g large.skein"
      })
  private boolean fingerprints;

  @Option(
      names = "--invariant",
      paramLabel = "NAME",
      description = {
        "Of the invariants check only this one. Mistakes such as BUG_ON and deadlocks are found as"
            + " ever.",
        "Example: --invariant tree_ref_is_counted"
      })
  private String invariant;

  @Option(
      names = "--keep-going",
      description = {
        "Go on after a violation and report the first of each property.",
        "Example: skein check --keep-going counter.skein"
      })
  private boolean keepGoing;

  Optional<String> invariant() {
    return Optional.ofNullable(invariant);
  }

  SearchOptions toOptions(BooleanSupplier interrupted) {
    int threads = workers == null ? Runtime.getRuntime().availableProcessors() : workers;
    if (threads < 1 || threads > 1024) {
      throw CliException.usage("--workers must be from 1 to 1024, not " + threads);
    }
    if (maxDepth != null && maxDepth < 0) {
      throw CliException.usage("--max-depth must not be negative");
    }
    if (memory != null) {
      HeapCheck.require(memory);
    }
    return new SearchOptions(
        threads,
        !noSymmetry,
        keepGoing,
        maxStates == null ? OptionalLong.empty() : OptionalLong.of(maxStates),
        maxDepth == null ? OptionalInt.empty() : OptionalInt.of(maxDepth),
        Optional.ofNullable(timeLimit),
        memory == null ? OptionalLong.empty() : OptionalLong.of(memory),
        Optional.ofNullable(invariant),
        fingerprints ? Optional.of(temporary()) : Optional.empty(),
        interrupted);
  }

  private static Path temporary() {
    String set = System.getenv("TMPDIR");
    return Path.of(set == null || set.isEmpty() ? System.getProperty("java.io.tmpdir") : set);
  }
}
