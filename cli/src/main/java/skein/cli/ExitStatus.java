package skein.cli;

import com.google.common.collect.ImmutableMap;
import skein.checker.report.CheckResult;
import skein.checker.report.Violation;

/** What the exit status of {@code skein} says; TLC's numbers where it has one. */
final class ExitStatus {
  static final int OK = 0;
  static final int USAGE = 2;

  /** Ended early: by a limit, a signal, a full heap, or because the output could not be written. */
  static final int STOPPED = 3;

  static final int UNEXPECTED = 4;
  static final int DEADLOCK = 11;
  static final int SAFETY = 12;
  static final int COVER = 15;
  static final int MODEL = 150;
  static final int INTERNAL = 255;

  private ExitStatus() {}

  /** What each says, for the help. */
  static ImmutableMap<String, String> legend() {
    return ImmutableMap.<String, String>builder()
        .put("0", "all hold")
        .put("2", "usage")
        .put("3", "ended early - a limit, a signal, no memory, or output that could not be written")
        .put("4", "`test` - an outcome differs from `expect`")
        .put("11", "deadlock")
        .put(
            "12",
            "safety violated - invariant, BUG_ON, WARN_ON, assert, use after free, range, ...")
        .put("13", "liveness violated")
        .put("15", "a cover was never reached")
        .put("150", "the model does not parse or type-check")
        .put("255", "internal error")
        .buildOrThrow();
  }

  static int of(CheckResult result) {
    if (!result.violations().isEmpty()) {
      boolean deadlock = result.violations().get(0).kind() == Violation.Kind.DEADLOCK;
      return deadlock ? DEADLOCK : SAFETY;
    } else if (result.stopped().isPresent()) {
      return STOPPED;
    }
    return result.passed() ? OK : COVER;
  }
}
