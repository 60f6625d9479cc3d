package skein.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Quantities as they are written on the command line. */
final class Units {
  private static final Pattern QUANTITY = Pattern.compile("([0-9][0-9_]*)([a-z]*)");
  private static final Pattern TIME = Pattern.compile("([0-9]+)(ms|s|min|m|h|d|$)");

  private Units() {}

  /** {@code 5000}, {@code 200k}, {@code 10M}: powers of 1000. */
  static final class Count implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      return quantity(text, 1000, "a number such as 5000, 200k or 10M");
    }
  }

  /** {@code 512M}, {@code 4G}, {@code 4GiB}: powers of 1024. */
  static final class Bytes implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      return quantity(text, 1024, "a size such as 512M or 4G");
    }
  }

  /** {@code 90} (seconds), {@code 30s}, {@code 5m}, {@code 1h30m}. */
  static final class Time implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      Matcher time = TIME.matcher(text.toLowerCase(Locale.ROOT));
      Duration total = Duration.ZERO;
      int at = 0;
      try {
        while (at < text.length() && time.find(at) && time.start() == at) {
          total = total.plus(duration(Long.parseLong(time.group(1)), time.group(2)));
          at = time.end();
        }
      } catch (ArithmeticException | NumberFormatException e) {
        at = -1;
      }
      if (at != text.length() || total.isZero()) {
        throw new TypeConversionException("'" + text + "' is not a time such as 30s, 5m or 1h30m");
      }
      return total;
    }
  }

  private static Duration duration(long amount, String unit) {
    switch (unit) {
      case "ms":
        return Duration.ofMillis(amount);
      case "m":
      case "min":
        return Duration.ofMinutes(amount);
      case "h":
        return Duration.ofHours(amount);
      case "d":
        return Duration.ofDays(amount);
      default:
        return Duration.ofSeconds(amount);
    }
  }

  private static long quantity(String text, long base, String what) {
    Matcher quantity = QUANTITY.matcher(text.toLowerCase(Locale.ROOT));
    int power = quantity.matches() ? power(quantity.group(2)) : -1;
    try {
      if (power >= 0) {
        long value = Long.parseLong(quantity.group(1).replace("_", ""));
        for (int i = 0; i < power; i++) {
          value = Math.multiplyExact(value, base);
        }
        if (value > 0) {
          return value;
        }
      }
    } catch (ArithmeticException | NumberFormatException e) {
      // Too large to count: refused like any other nonsense.
    }
    throw new TypeConversionException("'" + text + "' is not " + what);
  }

  private static int power(String unit) {
    switch (unit) {
      case "":
      case "b":
        return 0;
      case "k":
      case "kb":
      case "kib":
        return 1;
      case "m":
      case "mb":
      case "mib":
        return 2;
      case "g":
      case "gb":
      case "gib":
        return 3;
      case "t":
      case "tb":
      case "tib":
        return 4;
      default:
        return -1;
    }
  }
}
