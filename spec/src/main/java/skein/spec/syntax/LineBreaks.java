package skein.spec.syntax;

import com.google.common.collect.ImmutableList;

/** Decides where lines end, and which of them are followed by an empty one. */
final class LineBreaks {
  private final Marks marks;
  private final ImmutableList<Piece> pieces;

  LineBreaks(Marks marks, ImmutableList<Piece> pieces) {
    this.marks = marks;
    this.pieces = pieces;
  }

  /** Whether a token begins a line at the indentation of its block. */
  static boolean begins(Marks marks, Token token) {
    return separable(marks, token)
        || marks.has(token, Role.NESTED)
        || marks.has(token, Role.CLAUSE)
        || marks.has(token, Role.BLOCK_OPEN)
        || marks.has(token, Role.EMPTY);
  }

  /** Whether an empty line may stand before a token. */
  private static boolean separable(Marks marks, Token token) {
    return marks.has(token, Role.DECLARATION)
        || marks.has(token, Role.STATEMENT)
        || marks.has(token, Role.FIELD)
        || marks.has(token, Role.MEMBER);
  }

  /** How many line ends stand before a piece that is not the first: at most two. */
  int before(int index) {
    int breaks = lineEnds(index);
    return breaks > 0 && pieces.get(index).newlines() > 1 && emptyLine(index) ? 2 : breaks;
  }

  private boolean emptyLine(int index) {
    if (opensBlock(pieces.get(index - 1))) {
      return false;
    }
    int next = index;
    while (next < pieces.size() && pieces.get(next).isComment()) {
      next++;
    }
    if (next == pieces.size() || separable(marks, pieces.get(next).token())) {
      return true;
    }
    return next > index && marks.has(pieces.get(next).token(), Role.BLOCK_CLOSE);
  }

  private boolean opensBlock(Piece piece) {
    return !piece.isComment() && marks.has(piece.token(), Role.BLOCK_OPEN);
  }

  private int lineEnds(int index) {
    Piece previous = pieces.get(index - 1);
    Piece piece = pieces.get(index);
    int kept = Math.min(1, piece.newlines());
    if (previous.isLineComment()) {
      return 1;
    }
    if (piece.isComment() || (previous.isComment() && kept == 0 && beganLine(index - 1))) {
      return kept;
    }
    Token token = piece.token();
    if (marks.has(token, Role.BLOCK_CLOSE)) {
      return piece.multiLine() ? 1 : 0;
    }
    if (marks.has(token, Role.ATTACHED) || marks.has(token, Role.EMPTY)) {
      return 0;
    }
    if (opensBlock(previous)) {
      return previous.multiLine() ? 1 : 0;
    }
    if (marks.has(token, Role.DECLARATION)) {
      return 1;
    }
    if (marks.has(token, Role.STATEMENT) || marks.has(token, Role.FIELD)) {
      return inSeveralLines(index) ? 1 : 0;
    }
    boolean closed = !previous.isComment() && marks.has(previous.token(), Role.BLOCK_CLOSE);
    boolean joined =
        (marks.has(token, Role.CLAUSE) && closed)
            || elseIf(previous, token)
            || (!previous.isComment() && marks.has(previous.token(), Role.LABEL));
    return joined ? 0 : kept;
  }

  private boolean elseIf(Piece previous, Token token) {
    return previous.is("else") && marks.has(previous.token(), Role.CLAUSE) && token.is("if");
  }

  /** Whether nothing but comments stands before a comment on its line. */
  private boolean beganLine(int index) {
    Piece piece = pieces.get(index);
    return piece.isComment() && (index == 0 || piece.newlines() > 0 || beganLine(index - 1));
  }

  /** Whether the block around a piece takes several lines. */
  private boolean inSeveralLines(int index) {
    int depth = 0;
    for (int i = index - 1; i >= 0; i--) {
      Piece piece = pieces.get(i);
      if (piece.isComment()) {
        continue;
      }
      if (marks.has(piece.token(), Role.BLOCK_CLOSE)) {
        depth++;
      } else if (marks.has(piece.token(), Role.BLOCK_OPEN) && depth-- == 0) {
        return piece.multiLine();
      }
    }
    return true;
  }
}
