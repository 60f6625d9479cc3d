package skein.spec.syntax;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;

/** The words that mean something to the parser. Most do so only in their place. */
final class Keywords {
  private Keywords() {}

  /** Infix operators that are words. */
  static final ImmutableSet<String> OPERATORS =
      ImmutableSet.of("in", "subset", "union", "inter", "minus");

  /** Words that begin a statement. */
  static final ImmutableSet<String> STATEMENTS =
      ImmutableSet.of(
          "let",
          "var",
          "if",
          "while",
          "for",
          "loop",
          "break",
          "continue",
          "goto",
          "return",
          "await",
          "choose",
          "either",
          "atomic",
          "free",
          "skip",
          "assert",
          "BUG_ON",
          "WARN_ON");

  /** Words that cannot name a variable, a function or a type; they may name fields. */
  static final ImmutableSet<String> RESERVED =
      ImmutableSet.<String>builder()
          .addAll(OPERATORS)
          .addAll(STATEMENTS)
          .add("else", "true", "false", "null", "self", "any")
          .add("fn", "def", "const", "enum", "struct")
          .build();

  /** Words that begin a declaration, or a line of the module's head. */
  static final ImmutableSet<String> DECLARATIONS =
      ImmutableSet.of(
          "module",
          "import",
          "const",
          "hunk",
          "enum",
          "struct",
          "heap",
          "lock",
          "var",
          "def",
          "atomic",
          "fn",
          "process",
          "daemon",
          "fair",
          "strong",
          "action",
          "init",
          "invariant",
          "step",
          "final",
          "cover",
          "property",
          "constraint",
          "check");

  /**
   * Whether two tokens begin a declaration even where none is looked for: its word and another one,
   * which no statement but {@code var} allows.
   */
  static boolean beginDeclaration(Token first, Token second) {
    if (!first.isWord() || !DECLARATIONS.contains(first.text())) {
      return false;
    }
    boolean named = second.isWord() && !second.firstOnLine();
    return switch (first.text()) {
      case "var" -> false;
      case "atomic" -> second.is("fn");
      case "init" -> second.is("{");
      case "import" -> named || second.kind() == Token.Kind.STRING;
      default -> named && !OPERATORS.contains(second.text());
    };
  }

  /** What a check can expect. */
  static final ImmutableList<String> EXPECTATIONS =
      ImmutableList.of(
          "pass",
          "BUG_ON",
          "WARN_ON",
          "assert",
          "deadlock",
          "invariant",
          "property",
          "cover",
          "leak",
          "use-after-free",
          "double-free",
          "null",
          "range",
          "index",
          "pool-exhausted",
          "lock-misuse",
          "division-by-zero",
          "queue",
          "endless-loop",
          "error");
}
