package skein.cli.console;

import java.util.Locale;

/** Numbers as people read them. */
public final class Figures {
  private static final String[] SUFFIXES = {"", " k", " M", " G", " T", " P", " E"};

  private Figures() {}

  /** {@code 0.4 s}, {@code 3 min 20 s}, {@code 2 h 5 min}. */
  public static String seconds(long nanos) {
    double seconds = nanos / 1e9;
    if (seconds < 99.5) {
      return String.format(Locale.ROOT, seconds < 0.095 ? "%.2f s" : "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    return whole < 3600
        ? whole / 60 + " min " + whole % 60 + " s"
        : whole / 3600 + " h " + whole % 3600 / 60 + " min";
  }

  /** Three digits and a suffix: {@code 1.23 M}. */
  public static String rounded(double value) {
    int power = 0;
    double scaled = value;
    while (scaled >= 999.5 && power < SUFFIXES.length - 1) {
      scaled /= 1000;
      power++;
    }
    int digits = scaled < 9.995 ? 2 : scaled < 99.95 ? 1 : 0;
    return String.format(Locale.ROOT, "%." + (power == 0 ? 0 : digits) + "f", scaled)
        + SUFFIXES[power];
  }

  /** Bytes as a person reads them: {@code 12.3 MiB}. */
  public static String bytes(long bytes) {
    String[] units = {"B", "KiB", "MiB", "GiB", "TiB"};
    int power = 0;
    double scaled = bytes;
    while (scaled >= 1023.5 && power < units.length - 1) {
      scaled /= 1024;
      power++;
    }
    return String.format(Locale.ROOT, power == 0 ? "%.0f %s" : "%.1f %s", scaled, units[power]);
  }
}
