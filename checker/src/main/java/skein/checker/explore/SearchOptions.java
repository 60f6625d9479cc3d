package skein.checker.explore;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/**
 * How to search.
 *
 * @param workers threads, at least 1; no result depends on it
 * @param symmetry whether to explore one state of each orbit
 * @param keepGoing whether to go on after a violation, for the first of each property
 * @param memory bytes that states and buffers may take together; never more than most of the heap
 * @param property restricts the invariants that are checked to this one
 * @param archive the directory for a temporary file of explored states, if only fingerprints of
 *     them are to be kept in memory; a state may then be missed: {@link
 *     skein.checker.report.Statistics#missed}
 * @param interrupted polled between units of work; true ends the search with the figures so far
 */
public record SearchOptions(
    int workers,
    boolean symmetry,
    boolean keepGoing,
    OptionalLong maxStates,
    OptionalInt maxDepth,
    Optional<Duration> timeLimit,
    OptionalLong memory,
    Optional<String> property,
    Optional<Path> archive,
    BooleanSupplier interrupted) {

  /** One worker, symmetry, no limits. */
  public static final SearchOptions DEFAULT =
      new SearchOptions(
          1,
          true,
          false,
          OptionalLong.empty(),
          OptionalInt.empty(),
          Optional.empty(),
          OptionalLong.empty(),
          Optional.empty(),
          Optional.empty(),
          () -> false);

  public SearchOptions withWorkers(int count) {
    return new SearchOptions(
        count,
        symmetry,
        keepGoing,
        maxStates,
        maxDepth,
        timeLimit,
        memory,
        property,
        archive,
        interrupted);
  }

  public SearchOptions withSymmetry(boolean on) {
    return new SearchOptions(
        workers,
        on,
        keepGoing,
        maxStates,
        maxDepth,
        timeLimit,
        memory,
        property,
        archive,
        interrupted);
  }

  public SearchOptions withKeepGoing(boolean on) {
    return new SearchOptions(
        workers,
        symmetry,
        on,
        maxStates,
        maxDepth,
        timeLimit,
        memory,
        property,
        archive,
        interrupted);
  }

  public SearchOptions withMaxStates(long states) {
    return new SearchOptions(
        workers,
        symmetry,
        keepGoing,
        OptionalLong.of(states),
        maxDepth,
        timeLimit,
        memory,
        property,
        archive,
        interrupted);
  }

  public SearchOptions withMaxDepth(int depth) {
    return new SearchOptions(
        workers,
        symmetry,
        keepGoing,
        maxStates,
        OptionalInt.of(depth),
        timeLimit,
        memory,
        property,
        archive,
        interrupted);
  }

  public SearchOptions withTimeLimit(Duration limit) {
    return new SearchOptions(
        workers,
        symmetry,
        keepGoing,
        maxStates,
        maxDepth,
        Optional.of(limit),
        memory,
        property,
        archive,
        interrupted);
  }

  public SearchOptions withMemory(long bytes) {
    return new SearchOptions(
        workers,
        symmetry,
        keepGoing,
        maxStates,
        maxDepth,
        timeLimit,
        OptionalLong.of(bytes),
        property,
        archive,
        interrupted);
  }

  public SearchOptions withProperty(String name) {
    return new SearchOptions(
        workers,
        symmetry,
        keepGoing,
        maxStates,
        maxDepth,
        timeLimit,
        memory,
        Optional.of(name),
        archive,
        interrupted);
  }

  public SearchOptions withArchive(Path directory) {
    return new SearchOptions(
        workers,
        symmetry,
        keepGoing,
        maxStates,
        maxDepth,
        timeLimit,
        memory,
        property,
        Optional.of(directory),
        interrupted);
  }

  public SearchOptions withInterrupted(BooleanSupplier poll) {
    return new SearchOptions(
        workers, symmetry, keepGoing, maxStates, maxDepth, timeLimit, memory, property, archive,
        poll);
  }
}
