package skein.cli.render;

import java.util.Optional;
import skein.checker.report.Violation;

/** The lines that the kernel's log would hold. */
public final class KernelReport {
  private KernelReport() {}

  /** {@code kernel BUG at FILE:LINE!} and its kin, for a mistake whose place in the C is known. */
  public static Optional<String> located(Violation violation) {
    return violation.location().isEmpty() ? Optional.empty() : headline(violation);
  }

  /** The first line of the kernel's report; empty where the kernel would not notice. */
  static Optional<String> headline(Violation violation) {
    String at =
        violation.location().isEmpty() ? violation.place().toString() : violation.location();
    switch (violation.word()) {
      case "BUG_ON":
        return Optional.of("kernel BUG at " + at + "!");
      case "WARN_ON":
        return Optional.of("WARNING: at " + at + " " + violation.function());
      case "null":
        return Optional.of("BUG: kernel NULL pointer dereference in " + violation.function());
      case "use-after-free":
      case "double-free":
        return Optional.of("BUG: KASAN: " + violation.word() + " in " + violation.function());
      default:
        return Optional.empty();
    }
  }
}
