package skein.cli;

import skein.checker.report.Violation;
import skein.cli.render.Markers;
import skein.spec.model.PropertyKind;

/** A violation in one line. */
final class Headline {
  private Headline() {}

  static String of(Violation violation) {
    if (violation.kind() == Violation.Kind.DEADLOCK) {
      return "deadlock: no process can go on";
    } else if (violation.word().equals(PropertyKind.LEAK.word())) {
      return "leak: in the end no reference to an allocated " + violation.name() + " is left";
    } else if (violation.word().endsWith("invariant")) {
      return violation.word() + " " + violation.name() + " does not hold";
    }
    return ofFault(violation);
  }

  private static String ofFault(Violation violation) {
    String in = violation.function().isEmpty() ? "" : " in " + violation.function();
    String name = violation.name();
    String word = violation.word();
    // BUG_ON(...) and its kin say themselves what they are.
    if (word.equals("BUG_ON") || word.equals("WARN_ON") || name.startsWith("assert ")) {
      return name + in;
    }
    String words = Markers.words(violation).orElse(word);
    return words + in + ": " + without(word, without(words, name));
  }

  /** A message without the words that it begins with. */
  private static String without(String words, String message) {
    return message.startsWith(words + ": ") ? message.substring(words.length() + 2) : message;
  }
}
