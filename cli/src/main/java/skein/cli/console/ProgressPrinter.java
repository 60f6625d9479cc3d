package skein.cli.console;

import java.util.Locale;
import java.util.Optional;
import skein.checker.report.Forecast;
import skein.checker.report.ProgressListener;

/** Shows on standard error how far a search has come. */
public final class ProgressPrinter implements ProgressListener {
  private static final long SECOND = 1_000_000_000L;

  /** On a terminal nothing is shown for a search that is over at once. */
  private static final long FIRST = SECOND;

  private static final long RENEWED = SECOND / 4;
  private static final long LINE_PERIOD = 10 * SECOND;

  private final Console console;
  private final ProgressMode mode;
  private final boolean renews;
  private long shownAt;
  private int shownWidth;
  private Progress last;

  public ProgressPrinter(Console console, ProgressMode mode) {
    this.console = console;
    this.mode = mode;
    this.renews = mode == ProgressMode.AUTO && console.errIsTerminal();
  }

  @Override
  public synchronized void progress(Progress progress) {
    last = progress;
    if (mode == ProgressMode.NONE || progress.nanos() - shownAt < period()) {
      return;
    }
    shownAt = progress.nanos();
    if (mode == ProgressMode.JSON) {
      console.err().println(json(progress));
    } else if (renews) {
      renew(line(progress) + forecast(progress.forecast()));
    } else {
      console.err().println(line(progress) + forecast(progress.forecast()));
    }
  }

  /** Removes the line from a terminal. */
  public synchronized void clear() {
    if (shownWidth > 0) {
      renew("");
      console.err().print('\r');
      console.err().flush();
      shownWidth = 0;
    }
  }

  /** The last figures heard: all there is to say of a search that broke off. */
  public synchronized Optional<Progress> last() {
    return Optional.ofNullable(last);
  }

  private long period() {
    if (mode == ProgressMode.JSON) {
      return SECOND;
    } else if (renews) {
      return shownAt == 0 ? FIRST : RENEWED;
    }
    return LINE_PERIOD;
  }

  private void renew(String text) {
    StringBuilder line = new StringBuilder("\r").append(text);
    for (int i = text.length(); i < shownWidth; i++) {
      line.append(' ');
    }
    console.err().print(line);
    console.err().flush();
    shownWidth = text.length();
  }

  /** The figures in words. */
  public static String line(Progress p) {
    double rate = p.generated() / Math.max(1e-9, p.nanos() / 1e9);
    return String.format(
        Locale.ROOT,
        "%,d states generated, %,d distinct, %,d to explore, depth %d, %s, %s/s",
        p.generated(),
        p.distinct(),
        p.frontier(),
        p.depth(),
        Figures.seconds(p.nanos()),
        Figures.rounded(rate));
  }

  /** What can be said of the rest, with how sure it is. */
  private static String forecast(Forecast forecast) {
    String states = Figures.rounded(forecast.states()) + " states";
    String time = Figures.seconds(forecast.nanos());
    switch (forecast.trend()) {
      case SHRINKING:
        return "; levels shrink: about " + states + ", " + time + " left";
      case GROWING:
        return "; levels still grow: memory is enough for " + states + " more, " + time;
      default:
        return "";
    }
  }

  private static String json(Forecast forecast) {
    return forecast.trend() == Forecast.Trend.UNKNOWN
        ? ""
        : String.format(
            Locale.ROOT,
            ",\"forecast\":{\"levels\":\"%s\",\"states\":%d,\"seconds\":%.1f,\"bytes\":%d}",
            forecast.trend().name().toLowerCase(Locale.ROOT),
            forecast.states(),
            forecast.nanos() / 1e9,
            forecast.bytes());
  }

  private static String json(Progress p) {
    return String.format(
        Locale.ROOT,
        "{\"generated\":%d,\"distinct\":%d,\"frontier\":%d,\"depth\":%d,\"bytes\":%d,"
            + "\"seconds\":%.3f%s}",
        p.generated(),
        p.distinct(),
        p.frontier(),
        p.depth(),
        p.bytes(),
        p.nanos() / 1e9,
        json(p.forecast()));
  }
}
