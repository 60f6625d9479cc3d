package skein.checker.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import skein.checker.models.CounterGrid;
import skein.checker.models.FilterLock;
import skein.checker.report.CheckResult;
import skein.checker.report.ProgressListener;
import skein.checker.report.Statistics;
import skein.checker.report.Trace;
import skein.checker.visited.PartitionedStates;
import skein.checker.visited.StateHash;
import skein.checker.visited.StatePartition;
import skein.checker.workers.Crew;
import skein.spec.model.Model;

/** Nothing that a search says depends on the number of workers. */
final class WorkersTest {
  /** Levels of this grid have many units, and there are enough states for two splits. */
  private static final Model LARGE = new CounterGrid(6, 8);

  private static final int[] COUNTS = {1, 2, 7};

  /** Everything about the logs: which states, in which partition, in which order. */
  private static String logs(Model model, int workers, boolean symmetry) {
    SearchOptions options = SearchOptions.DEFAULT.withSymmetry(symmetry);
    try (Crew crew = new Crew(workers)) {
      Exploration exploration =
          new Exploration(
              model,
              Checks.of(model, Optional.empty()),
              options,
              new Limits(options),
              crew,
              new Heartbeat(ProgressListener.NONE),
              Optional.empty());
      exploration.run();
      return "%s %s".formatted(exploration.levels(), orderHash(exploration.states()));
    }
  }

  private static String orderHash(PartitionedStates states) {
    long hash = 0;
    for (int number = 0; number < states.count(); number++) {
      StatePartition partition = states.partition(number);
      for (int position = 0; position < partition.size(); position++) {
        long state =
            StateHash.of(partition.block(position), partition.offset(position), states.words());
        hash = hash * 31 + state;
      }
    }
    return states.count() + " partitions " + hash;
  }

  private static CheckResult check(Model model, int workers) {
    return Search.run(
        model,
        SearchOptions.DEFAULT.withWorkers(workers).withSymmetry(false),
        ProgressListener.NONE);
  }

  private static CheckResult timeless(CheckResult result) {
    Statistics s = result.statistics();
    return new CheckResult(
        result.model(),
        result.violations(),
        result.stopped(),
        result.covers(),
        result.untaken(),
        result.bounds(),
        new Statistics(
            s.initial(),
            s.generated(),
            s.distinct(),
            s.depth(),
            s.unreduced(),
            s.levels(),
            s.actions(),
            s.outside(),
            s.bytes(),
            s.symmetric(),
            s.fingerprints(),
            0,
            Duration.ZERO));
  }

  @Test
  void logsAreTheSame() {
    String alone = logs(LARGE, 1, false);
    assertThat(alone).contains("32 partitions");
    for (int workers : COUNTS) {
      assertThat(logs(LARGE, workers, false)).isEqualTo(alone);
    }
  }

  @Test
  void resultsAreTheSame() {
    Model model = new FilterLock(3);
    CheckResult alone = timeless(check(model, 1));
    for (int workers : COUNTS) {
      assertThat(timeless(check(model, workers))).isEqualTo(alone);
    }
  }

  /**
   * The counters may count in any order; with the fewest switches each counts without a pause, and
   * in the least sequence the first counts furthest.
   */
  @Test
  void traceIsTheSameAndCanonical() {
    Model model = new CounterGrid(5, 7, true);
    String expected =
        IntStream.range(0, 5)
            .mapToObj(i -> Collections.nCopies(5 - i, "counter." + i))
            .flatMap(actors -> actors.stream())
            .collect(Collectors.joining(" "));
    for (int workers : COUNTS) {
      assertThat(actors(check(model, workers))).isEqualTo(expected);
    }
    CheckResult reduced = Search.run(model, SearchOptions.DEFAULT, ProgressListener.NONE);
    assertThat(actors(reduced)).isEqualTo(expected);
  }

  private static String actors(CheckResult result) {
    Trace trace = result.violations().get(0).trace();
    return trace.steps().stream().map(Trace.Step::actor).collect(Collectors.joining(" "));
  }
}
