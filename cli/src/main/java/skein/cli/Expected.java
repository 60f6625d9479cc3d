package skein.cli;

import com.google.common.collect.Iterables;
import java.util.Optional;
import skein.checker.report.CheckResult;
import skein.checker.report.Violation;
import skein.cli.render.Frames;
import skein.spec.syntax.Declaration;

/** What a check expects, and whether that is what happened. */
final class Expected {
  private static final String PASS = "pass";

  private final String kind;
  private final Optional<String> subject;

  Expected(Declaration.Check check) {
    this.kind = check.expectation().map(Declaration.Expectation::kind).orElse(PASS);
    this.subject =
        check.expectation().flatMap(Declaration.Expectation::subject).map(name -> name.text());
  }

  /** Whether the result is the expected one. A search that ended early decides only violations. */
  boolean matches(CheckResult result) {
    if (!result.violations().isEmpty()) {
      return matches(result.violations().get(0));
    } else if (result.stopped().isPresent()) {
      return false;
    } else if (kind.equals("cover")) {
      return subject.isPresent() && isOnlyMissedCover(result, subject.get());
    }
    return kind.equals(PASS) && result.passed();
  }

  private static boolean isOnlyMissedCover(CheckResult result, String name) {
    return result.covers().entrySet().stream()
        .allMatch(cover -> cover.getValue() != cover.getKey().equals(name));
  }

  private boolean matches(Violation violation) {
    switch (kind) {
      case "deadlock":
        return violation.kind() == Violation.Kind.DEADLOCK;
      case "invariant":
        return isInvariant(violation) && subject.map(violation.name()::equals).orElse(true);
      case "error":
        return violation.kind() == Violation.Kind.FAULT && matchesFunction(violation);
      default:
        return violation.word().equals(kind) && matchesFunction(violation);
    }
  }

  /** A step or final invariant is one as well. */
  private static boolean isInvariant(Violation violation) {
    return violation.word().endsWith("invariant");
  }

  /** The function that failed, or the one whose line called the atomic function that failed. */
  private boolean matchesFunction(Violation violation) {
    if (subject.isEmpty() || violation.function().equals(subject.get())) {
      return true;
    }
    return Iterables.contains(Iterables.limit(Frames.ofFailure(violation), 2), subject.get());
  }

  /** As it is written after {@code expect}. */
  @Override
  public String toString() {
    boolean named = kind.equals("invariant") || kind.equals("cover") || kind.equals("property");
    return kind + subject.map(name -> (named ? " " : " in ") + name).orElse("");
  }

  /** What happened, in the words of {@code expect}. */
  static String happened(CheckResult result) {
    if (!result.violations().isEmpty()) {
      Violation violation = result.violations().get(0);
      switch (violation.kind()) {
        case DEADLOCK:
          return "deadlock";
        case INVARIANT:
          return violation.word() + " " + violation.name();
        default:
          return isInvariant(violation)
              ? violation.word() + " " + violation.name()
              : violation.word() + " in " + violation.function();
      }
    } else if (result.stopped().isPresent()) {
      return "stopped: " + result.stopped().get().text();
    }
    String missed =
        String.join(
            ", ",
            result.covers().entrySet().stream()
                .filter(cover -> !cover.getValue())
                .map(java.util.Map.Entry::getKey)
                .toList());
    return missed.isEmpty() ? PASS : "cover " + missed;
  }
}
