package skein.checker.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import skein.checker.models.CounterGrid;
import skein.checker.models.ExplicitGraph;
import skein.checker.report.CheckResult;
import skein.checker.report.CheckResult.Stop;
import skein.checker.report.ProgressListener;
import skein.checker.report.Statistics;
import skein.spec.model.Model;
import skein.spec.model.PropertyKind;

/** Every limit ends a search with figures that agree with each other. */
final class LimitsTest {
  private static final SearchOptions PLAIN = SearchOptions.DEFAULT.withSymmetry(false);

  private static CheckResult check(Model model, SearchOptions options) {
    return Search.run(model, options, ProgressListener.NONE);
  }

  private static CheckResult grid(SearchOptions options) {
    CheckResult result = check(new CounterGrid(6, 6), options);
    Statistics statistics = result.statistics();
    assertThat(statistics.levels().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(statistics.distinct());
    assertThat(statistics.depth()).isEqualTo(statistics.levels().size() - 1);
    assertThat(statistics.generated()).isGreaterThanOrEqualTo(statistics.distinct());
    assertThat(result.complete()).isEqualTo(result.stopped().isEmpty());
    return result;
  }

  @Test
  void states() {
    CheckResult result = grid(PLAIN.withMaxStates(10_000));
    assertThat(result.stopped()).contains(Stop.STATES);
    assertThat(result.statistics().distinct()).isBetween(10_000L, 11_000L);
    for (int workers : new int[] {2, 7}) {
      assertThat(grid(PLAIN.withMaxStates(10_000).withWorkers(workers)).statistics().distinct())
          .isEqualTo(result.statistics().distinct());
    }
  }

  @Test
  void limitThatIsNotReached() {
    assertThat(grid(PLAIN.withMaxStates(117_650).withMaxDepth(37)).passed()).isTrue();
    assertThat(grid(PLAIN).statistics().distinct()).isEqualTo(117_649);
  }

  @Test
  void depth() {
    CheckResult result = grid(PLAIN.withMaxDepth(2));
    assertThat(result.stopped()).contains(Stop.DEPTH);
    assertThat(result.statistics().levels()).containsExactly(1L, 6L, 21L);
    assertThat(grid(PLAIN.withMaxDepth(0)).statistics().distinct()).isEqualTo(1);
  }

  @Test
  void depthIsCheckedButNotExplored() {
    ExplicitGraph graph =
        new ExplicitGraph(2)
            .processes(1, 1)
            .initial(0)
            .edge(0, 0, 1)
            .with(PropertyKind.INVARIANT, "zero", s -> ExplicitGraph.holdsIf(s == 0));
    CheckResult result = check(graph, PLAIN.withMaxDepth(1));
    assertThat(result.violations()).hasSize(1);
    assertThat(result.stopped()).isEmpty();
  }

  @Test
  void time() {
    CheckResult result = grid(PLAIN.withTimeLimit(Duration.ZERO));
    assertThat(result.stopped()).contains(Stop.TIME);
    assertThat(result.statistics().distinct()).isEqualTo(1);
  }

  @Test
  void memory() {
    CheckResult result = grid(PLAIN.withMemory(1 << 20));
    assertThat(result.stopped()).contains(Stop.MEMORY);
    assertThat(result.statistics().distinct()).isBetween(10_000L, 100_000L);
  }

  /** Nothing ever takes more than was allowed, and most of it is used. */
  @Test
  void memoryIsNeverExceeded() {
    for (int workers : new int[] {1, 2}) {
      for (int shift = 20; shift <= 24; shift++) {
        long limit = 1L << shift;
        List<Long> bytes = new ArrayList<>();
        CheckResult result =
            Search.run(
                new CounterGrid(8, 9),
                PLAIN.withMemory(limit).withWorkers(workers),
                progress -> bytes.add(progress.bytes()));
        assertThat(result.stopped()).contains(Stop.MEMORY);
        assertThat(result.statistics().bytes()).isBetween(limit / 3, limit);
        assertThat(bytes).allMatch(each -> each <= limit);
      }
    }
  }

  @Test
  void memoryForNothing() {
    CheckResult result = grid(PLAIN.withMemory(1));
    assertThat(result.stopped()).contains(Stop.MEMORY);
    assertThat(result.statistics().distinct()).isEqualTo(1);
  }

  @Test
  void interrupted() {
    for (int workers : new int[] {1, 2}) {
      AtomicInteger polls = new AtomicInteger();
      CheckResult result =
          grid(PLAIN.withWorkers(workers).withInterrupted(() -> polls.incrementAndGet() > 50));
      assertThat(result.stopped()).contains(Stop.INTERRUPTED);
      assertThat(result.statistics().distinct()).isBetween(10L, 117_648L);
    }
  }

  /** Memory that runs out in the middle of a level, in whichever worker. */
  @Test
  void outOfMemory() {
    for (int workers : new int[] {1, 2}) {
      AtomicInteger polls = new AtomicInteger();
      CheckResult result =
          grid(
              PLAIN
                  .withWorkers(workers)
                  .withInterrupted(
                      () -> {
                        if (polls.incrementAndGet() > 50) {
                          throw new OutOfMemoryError("as if");
                        }
                        return false;
                      }));
      assertThat(result.stopped()).contains(Stop.MEMORY);
      assertThat(result.statistics().distinct()).isBetween(10L, 117_648L);
    }
  }

  @Test
  void errorInAModelReachesTheCaller() {
    for (int workers : new int[] {1, 2}) {
      AtomicInteger polls = new AtomicInteger();
      SearchOptions options =
          PLAIN
              .withWorkers(workers)
              .withInterrupted(
                  () -> {
                    if (polls.incrementAndGet() > 60) {
                      throw new ArithmeticException("in the model");
                    }
                    return false;
                  });
      assertThatThrownBy(() -> grid(options)).isInstanceOf(ArithmeticException.class);
    }
  }

  @Test
  void violationFoundBeforeTheLimitIsReported() {
    CheckResult result =
        check(new CounterGrid(4, 9, true), PLAIN.withKeepGoing(true).withMaxStates(5000));
    assertThat(result.stopped()).contains(Stop.STATES);
    assertThat(result.violations()).hasSize(1);
    assertThat(result.violations().get(0).trace().steps()).hasSize(10);
  }

  @Test
  void progressIsTold() {
    List<ProgressListener.Progress> heard = new ArrayList<>();
    SearchOptions slow =
        PLAIN.withInterrupted(
            () -> {
              try {
                Thread.sleep(20);
              } catch (InterruptedException e) {
                return true;
              }
              return false;
            });
    Search.run(new CounterGrid(3, 6), slow, heard::add);
    assertThat(heard).isNotEmpty();
    assertThat(heard.get(0).distinct()).isBetween(2L, 343L);
    assertThat(heard.get(0).frontier()).isBetween(1L, 343L);
    assertThat(heard.get(0).bytes()).isPositive();
  }
}
