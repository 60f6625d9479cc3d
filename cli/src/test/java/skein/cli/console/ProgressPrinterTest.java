package skein.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import skein.checker.report.Forecast;
import skein.checker.report.Forecast.Trend;
import skein.checker.report.ProgressListener.Progress;

/** What progress and forecast look like, and when they are shown. */
final class ProgressPrinterTest {
  private static final long SECOND = 1_000_000_000L;
  private static final Forecast SHRINKS =
      new Forecast(Trend.SHRINKING, 1_200_000, 3 * SECOND, 50_000_000);
  private static final Forecast GROWS =
      new Forecast(Trend.GROWING, 340_000_000, 260 * SECOND, 20_000_000_000L);

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private String shown(ProgressMode mode, boolean terminal, Forecast forecast, long... times) {
    err.reset();
    ProgressPrinter printer =
        new ProgressPrinter(
            new Console(new ByteArrayOutputStream(), err, terminal, terminal), mode);
    for (long nanos : times) {
      printer.progress(new Progress(9_000_000, 2_000_000, 500_000, 30, 48, nanos, forecast));
    }
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void line() {
    assertThat(shown(ProgressMode.LINE, false, SHRINKS, SECOND, 10 * SECOND))
        .isEqualTo(
            "9,000,000 states generated, 2,000,000 distinct, 500,000 to explore, depth 30, 10.0 s,"
                + " 900 k/s; levels shrink: about 1.20 M states, 3.0 s left\n");
    assertThat(shown(ProgressMode.LINE, false, GROWS, 10 * SECOND))
        .endsWith("; levels still grow: memory is enough for 340 M states more, 4 min 20 s\n");
    assertThat(shown(ProgressMode.LINE, false, Forecast.UNKNOWN, 10 * SECOND))
        .endsWith(" 900 k/s\n");
  }

  @Test
  void terminal() {
    assertThat(shown(ProgressMode.AUTO, true, SHRINKS, SECOND / 2)).isEmpty();
    assertThat(shown(ProgressMode.AUTO, true, SHRINKS, SECOND))
        .startsWith("\r")
        .endsWith("; levels shrink: about 1.20 M states, 3.0 s left");
  }

  @Test
  void json() {
    assertThat(shown(ProgressMode.JSON, false, SHRINKS, SECOND))
        .endsWith(
            ",\"seconds\":1.000,\"forecast\":{\"levels\":\"shrinking\",\"states\":1200000,"
                + "\"seconds\":3.0,\"bytes\":50000000}}\n");
    assertThat(shown(ProgressMode.JSON, false, Forecast.UNKNOWN, SECOND))
        .endsWith(",\"seconds\":1.000}\n");
  }
}
