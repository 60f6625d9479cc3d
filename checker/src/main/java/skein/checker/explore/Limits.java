package skein.checker.explore;

import java.time.Duration;
import java.util.Optional;
import skein.checker.report.CheckResult.Stop;

/** Says when a search is to end before it is complete. May be asked by all workers. */
final class Limits {
  private final SearchOptions options;
  private final long start = System.nanoTime();
  private final long memory;
  private volatile Stop urgent;

  Limits(SearchOptions options) {
    this.options = options;
    this.memory = Math.min(options.memory().orElse(Long.MAX_VALUE), mostOfHeap());
  }

  /** Seven eighths less 16 MiB, or at least half: the rest of the heap is for all else. */
  private static long mostOfHeap() {
    long heap = Runtime.getRuntime().maxMemory();
    return Math.max(heap / 2, heap - heap / 8 - (16 << 20));
  }

  /** How many bytes states and buffers may take together. */
  long memory() {
    return memory;
  }

  /** To be asked between units of work: whether to stop at once. */
  boolean urgent() {
    if (urgent == null) {
      if (options.interrupted().getAsBoolean()) {
        urgent = Stop.INTERRUPTED;
      } else if (options.timeLimit().isPresent()
          && elapsed().compareTo(options.timeLimit().get()) >= 0) {
        urgent = Stop.TIME;
      }
    }
    return urgent != null;
  }

  /** To be asked between waves. */
  Optional<Stop> reached(long states) {
    if (urgent()) {
      return Optional.of(urgent);
    }
    if (states >= options.maxStates().orElse(Long.MAX_VALUE)) {
      return Optional.of(Stop.STATES);
    }
    return Optional.empty();
  }

  /** Whether states of this depth are not to be explored. */
  boolean tooDeep(int depth) {
    return depth >= options.maxDepth().orElse(Integer.MAX_VALUE);
  }

  /** How many more states may be found, at least 1. */
  long statesLeft(long states) {
    return Math.max(1, options.maxStates().orElse(Long.MAX_VALUE) - states);
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
