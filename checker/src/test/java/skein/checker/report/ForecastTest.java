package skein.checker.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import skein.checker.report.Forecast.Trend;

/** What is said of the rest, for levels of which the rest is known. */
final class ForecastTest {
  private static final long SECOND = 1_000_000_000L;

  /** The sizes of the levels of a search of 40 levels: binomial coefficients. */
  private static ImmutableList<Long> bell(int levels) {
    ImmutableList.Builder<Long> sizes = ImmutableList.builder();
    long size = 1;
    for (int i = 0; i < levels; i++) {
      sizes.add(size);
      size = size * (40 - i) / (i + 1);
    }
    return sizes.build();
  }

  private static Forecast forecast(ImmutableList<Long> levels) {
    long distinct = levels.stream().mapToLong(Long::longValue).sum();
    long frontier = levels.get(levels.size() - 1);
    return Forecast.of(levels, distinct, frontier, distinct * 24, distinct * 72, 100 * SECOND);
  }

  @Test
  void nothingIsSaidAtFirst() {
    assertThat(forecast(bell(5))).isEqualTo(Forecast.UNKNOWN);
  }

  @Test
  void growingLevelsSayHowFarMemoryGoes() {
    Forecast forecast = forecast(bell(15));
    long distinct = bell(15).stream().mapToLong(Long::longValue).sum();
    assertThat(forecast.trend()).isEqualTo(Trend.GROWING);
    assertThat(forecast.states()).isEqualTo(2 * distinct);
    assertThat(forecast.nanos()).isEqualTo(200 * SECOND);
    assertThat(forecast.bytes()).isEqualTo(72 * distinct);
  }

  @Test
  void shrinkingLevelsSayWhatIsLeft() {
    for (int levels = 27; levels <= 36; levels++) {
      Forecast forecast = forecast(bell(levels));
      long left = LongStream.rangeClosed(levels - 1, 40).map(i -> bell(41).get((int) i)).sum();
      assertThat(forecast.trend()).isEqualTo(Trend.SHRINKING);
      assertThat((double) forecast.states()).isBetween(0.9 * left, 4.0 * left);
      assertThat(forecast.nanos()).isPositive();
    }
  }

  @Test
  void alternatingLevelsAreSmoothed() {
    ImmutableList.Builder<Long> levels = ImmutableList.builder();
    for (int i = 0; i < 64; i++) {
      levels.add((i % 2 == 0 ? 2L : 1L) * (1000 + 100 * i));
    }
    assertThat(forecast(levels.build()).trend()).isEqualTo(Trend.GROWING);
  }
}
