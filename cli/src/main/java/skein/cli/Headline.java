package skein.cli;

import skein.checker.report.Violation;

/** A violation in one line. */
final class Headline {
  private Headline() {}

  static String of(Violation violation) {
    switch (violation.kind()) {
      case DEADLOCK:
        return "deadlock: no process can go on";
      case INVARIANT:
        return violation.word() + " " + violation.name() + " does not hold";
      default:
        return ofFault(violation);
    }
  }

  private static String ofFault(Violation violation) {
    String in = violation.function().isEmpty() ? "" : " in " + violation.function();
    String name = violation.name();
    // BUG_ON(…) and its kin say themselves what they are.
    if (name.startsWith(violation.word())) {
      return name + in;
    }
    return violation.word() + in + ": " + name;
  }
}
