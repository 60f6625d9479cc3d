package skein.spec.syntax;

/** Finds where the parser can go on after a mistake. */
final class Recovery {
  private final TokenStream in;

  Recovery(TokenStream in) {
    this.in = in;
  }

  /** How many brackets are open. */
  private final class Depth {
    private int round;
    private int curly;

    /** Of those opened since an earlier token. */
    Depth(int since) {
      for (int i = since; i < in.index(); i++) {
        count(in.tokenAt(i));
      }
    }

    private void count(Token token) {
      if (token.kind() != Token.Kind.SYMBOL) {
        return;
      }
      switch (token.text()) {
        case "(", "[" -> round++;
        case ")", "]" -> round = Math.max(0, round - 1);
        case "{" -> curly++;
        case "}" -> curly = Math.max(0, curly - 1);
        default -> {}
      }
    }

    void skip() {
      count(in.next());
    }

    boolean none() {
      return round == 0 && curly == 0;
    }
  }

  boolean atDeclaration() {
    return Keywords.beginDeclaration(in.peek(), in.peek(1));
  }

  /** Whether a new top-level line begins here, by its words or by standing leftmost. */
  private boolean atTopLevel() {
    Token first = in.peek();
    boolean label = in.peek(1).is(":");
    boolean leftmost = first.firstOnLine() && in.spanHere().column() == 1;
    return leftmost && first.isWord() && !label;
  }

  /**
   * Goes to the end of the statement that began at token {@code began}, past at least one token if
   * {@code move}.
   */
  void skipStatement(int began, boolean move) {
    Depth depth = new Depth(began);
    boolean moved = !move || in.index() > began;
    while (!in.atEnd()) {
      if (in.at("}") && depth.curly == 0) {
        return;
      }
      if (moved && depth.curly == 0 && in.peek().firstOnLine()) {
        if (depth.round == 0 || statementBegins()) {
          return;
        }
      }
      if (moved && in.peek().firstOnLine() && atDeclaration()) {
        return;
      }
      if (in.at(";") && depth.none()) {
        in.next();
        return;
      }
      depth.skip();
      moved = true;
    }
  }

  /** Whether what begins here is a statement, even where a bracket was left open before it. */
  private boolean statementBegins() {
    Token first = in.peek();
    Token second = in.peek(1);
    return first.isWord()
        && (Keywords.STATEMENTS.contains(first.text())
            || second.is(":")
            || second.is("=")
            || second.is("+=")
            || second.is("-="));
  }

  /** Goes to the end of the field whose value began at token {@code began}. */
  void skipField(int began) {
    Depth depth = new Depth(began);
    while (!in.atEnd() && !atDeclaration()) {
      boolean separator = in.at(",") || in.at(";") || in.at("}");
      if (depth.none() && (separator || in.peek().firstOnLine())) {
        return;
      }
      if (in.peek().firstOnLine() && in.peek(1).is(":")) {
        return;
      }
      depth.skip();
    }
  }

  /**
   * Goes to the next declaration that is not within braces opened since token {@code began}, past
   * at least one token if {@code move}.
   */
  void skipDeclaration(int began, boolean move) {
    Depth depth = new Depth(began);
    boolean moved = !move || in.index() > began;
    while (!in.atEnd()) {
      boolean global = in.at("var") && in.peek(2).is(":");
      boolean stops = atTopLevel() || (depth.curly == 0 && (atDeclaration() || global));
      if (moved && stops) {
        return;
      }
      depth.skip();
      moved = true;
    }
  }

  /**
   * Goes to the bracket that closes the one opened just before token {@code began}, unless the line
   * or the block ends before.
   */
  void skipBrackets(int began, String close) {
    Depth depth = new Depth(began);
    while (!in.atEnd() && !in.at("}") && !in.at(";")) {
      if (depth.none() && in.at(close)) {
        return;
      }
      if (in.peek().firstOnLine() || (in.at("{") && depth.none())) {
        return;
      }
      depth.skip();
    }
  }

  /** Whether a list cannot go on here, although its bracket has not been closed. */
  boolean listEnds(String close) {
    boolean braces = close.equals("}");
    boolean outside = !braces && (in.at("{") || in.at("}") || in.at(";"));
    return in.atEnd() || atDeclaration() || outside;
  }

  /** Goes on after a broken element of a list, past at least one token. */
  void skipElement(int began, String close) {
    Depth depth = new Depth(began);
    boolean braces = close.equals("}");
    while (!listEnds(close) && !(depth.none() && in.at(close))) {
      boolean moved = in.index() > began;
      if (depth.none() && moved && braces && in.peek().firstOnLine()) {
        return;
      }
      if (depth.none() && (in.accept(",") || (braces && in.accept(";")))) {
        return;
      }
      depth.skip();
    }
  }

  /** Goes to the end of a type's line, or to what can follow a type. */
  void skipType(int began) {
    Depth depth = new Depth(began);
    while (!in.atEnd() && !in.peek().firstOnLine() && !(depth.none() && endsType(in.peek()))) {
      depth.skip();
    }
  }

  private static boolean endsType(Token token) {
    return token.kind() == Token.Kind.SYMBOL && "=,;){}".contains(token.text());
  }

  /**
   * Goes to the brace that opens the body after a broken expression: the last one on the line of
   * the mistake, as an earlier one may belong to a set.
   */
  void skipToBodyAfter(int began) {
    int last = -1;
    int error = in.index();
    in.backTo(began);
    while (!in.atEnd() && (in.index() <= error || !in.peek().firstOnLine())) {
      last = in.at("{") ? in.index() : last;
      in.next();
    }
    in.backTo(last < 0 ? error : last);
    skipToBody();
  }

  /** Goes to the brace that opens a body, unless something else begins before. */
  void skipToBody() {
    while (!in.atEnd() && !in.at("{") && !in.at("}") && !atDeclaration() && !atTopLevel()) {
      in.next();
    }
  }
}
