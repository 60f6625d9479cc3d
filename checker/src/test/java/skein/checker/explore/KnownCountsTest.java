package skein.checker.explore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import skein.checker.models.CounterGrid;
import skein.checker.models.FilterLock;
import skein.checker.report.CheckResult;
import skein.checker.report.ProgressListener;
import skein.checker.report.Statistics;
import skein.spec.model.Model;

/** Models whose numbers of states are known from elsewhere. */
final class KnownCountsTest {
  private static CheckResult check(Model model) {
    return Search.run(model, SearchOptions.DEFAULT, ProgressListener.NONE);
  }

  /** BEEM's peterson.1: 12,498 states and 33,369 transitions. */
  @Test
  void filterLockForThree() {
    CheckResult result = check(new FilterLock(3));
    Statistics statistics = result.statistics();
    assertThat(result.passed()).isTrue();
    assertThat(statistics.distinct()).isEqualTo(12_498);
    assertThat(statistics.generated()).isEqualTo(1 + 33_369);
    assertThat(statistics.depth()).isEqualTo(53);
    assertThat(statistics.levels().stream().mapToLong(Long::longValue).sum()).isEqualTo(12_498);
    assertThat(result.untaken()).isEmpty();
  }

  /**
   * A grid has (limit + 1) ^ counters states, each with a step for each counter not at the limit.
   */
  @Test
  void counterGrid() {
    Statistics statistics =
        Search.run(
                new CounterGrid(5, 6),
                SearchOptions.DEFAULT.withSymmetry(false),
                ProgressListener.NONE)
            .statistics();
    assertThat(statistics.distinct()).isEqualTo(7 * 7 * 7 * 7 * 7);
    assertThat(statistics.generated()).isEqualTo(1 + 5 * 6 * 7 * 7 * 7 * 7);
    assertThat(statistics.depth()).isEqualTo(30);
    assertThat(statistics.unreduced()).isEqualTo(16_807.0);
  }

  /** Its orbits are the multisets of 5 of 7 values. */
  @Test
  void counterGridByOrbits() {
    Statistics statistics = check(new CounterGrid(5, 6)).statistics();
    assertThat(statistics.distinct()).isEqualTo(462);
    assertThat(statistics.unreduced()).isEqualTo(16_807.0);
    assertThat(statistics.symmetric()).isTrue();
  }
}
