package skein.spec.syntax;

import com.google.common.collect.ImmutableSet;

/** Whether a blank stands between two pieces of a line. */
final class Spacing {
  private static final ImmutableSet<String> NONE_AFTER =
      ImmutableSet.of("(", "[", "{", ".", "@", "..");
  private static final ImmutableSet<String> NONE_BEFORE =
      ImmutableSet.of(")", "]", "}", ",", ";", ":", ".", "..", "++", "--");

  private final Marks marks;

  Spacing(Marks marks) {
    this.marks = marks;
  }

  String between(Piece left, Piece right) {
    if (right.isComment()) {
      return left.is("(") || left.is("[") ? "" : " ";
    }
    if (left.isComment()) {
      return tightBefore(right.token()) ? "" : " ";
    }
    if (marks.has(right.token(), Role.BLOCK_CLOSE)) {
      return right.empty() ? "" : " ";
    }
    if (left.is("-") && right.is("-")) {
      return " "; // `--` would be another token
    }
    boolean tight = tightAfter(left.token()) || tightBefore(right.token());
    return tight ? "" : " ";
  }

  private boolean tightAfter(Token token) {
    return marks.has(token, Role.TIGHT_AFTER)
        || (NONE_AFTER.contains(token.text()) && !marks.has(token, Role.BLOCK_OPEN));
  }

  private boolean tightBefore(Token token) {
    if (marks.has(token, Role.SPACED) || marks.has(token, Role.EMPTY)) {
      return false;
    }
    return marks.has(token, Role.TIGHT_BEFORE)
        || (NONE_BEFORE.contains(token.text()) && !marks.has(token, Role.BLOCK_CLOSE));
  }
}
