package skein.spec.syntax;

import com.google.common.collect.ImmutableList;
import java.util.function.Supplier;

/** Where the parser goes on after a mistake. */
final class Recovery {
  private final TokenStream in;

  Recovery(TokenStream in) {
    this.in = in;
  }

  /**
   * Whether a declaration begins here: its word followed by another word, which no statement but
   * {@code var} allows.
   */
  boolean atDeclaration() {
    Token first = in.peek();
    Token second = in.peek(1);
    if (!first.isWord() || !Keywords.DECLARATIONS.contains(first.text())) {
      return false;
    }
    return switch (first.text()) {
      case "var" -> false;
      case "atomic" -> second.is("fn");
      case "hunk", "module" -> second.isWord() && !second.firstOnLine();
      case "import" ->
          !second.firstOnLine() && (second.isWord() || second.kind() == Token.Kind.STRING);
      default ->
          second.isWord() && !second.firstOnLine() && !Keywords.OPERATORS.contains(second.text());
    };
  }

  /**
   * Goes to the end of the statement that began at token {@code began}, past at least one token.
   */
  void skipStatement(int began) {
    int depth = 0;
    boolean moved = in.index() > began;
    while (!in.atEnd()) {
      if (moved && depth == 0 && (in.at("}") || in.peek().firstOnLine())) {
        return;
      }
      if (moved && atDeclaration() && in.peek().firstOnLine()) {
        return;
      }
      if (in.at("}") && depth == 0) {
        return;
      }
      if (in.accept(";") && depth == 0) {
        return;
      }
      depth = step(depth);
      moved = true;
    }
  }

  private int step(int depth) {
    Token token = in.next();
    if (token.is("{")) {
      return depth + 1;
    }
    return token.is("}") ? Math.max(0, depth - 1) : depth;
  }

  /** Goes to the next declaration that is not within braces opened on the way. */
  void skipDeclaration(int began) {
    int depth = 0;
    boolean moved = in.index() > began;
    while (!in.atEnd()) {
      boolean leftmost = in.peek().firstOnLine() && in.spanHere().column() == 1;
      boolean global = in.at("var") && in.peek(2).is(":");
      if (moved && (atDeclaration() || global) && (depth == 0 || leftmost)) {
        return;
      }
      depth = step(depth);
      moved = true;
    }
  }

  private int stepOver(int depth) {
    Token token = in.next();
    if (token.is("(") || token.is("[")) {
      return depth + 1;
    }
    return token.is(")") || token.is("]") ? Math.max(0, depth - 1) : depth;
  }

  /** Reads an expression; a broken one costs what is left of the statement, but not its name. */
  Expr expression(Supplier<Expr> reader) {
    Token first = in.peek();
    int before = in.index();
    try {
      return reader.get();
    } catch (SyntaxError e) {
      if (e.abandonsDeclaration()) {
        throw e;
      }
      skipRest(before);
      return new Expr.Broken(in.since(first));
    }
  }

  /**
   * Reads an expression in brackets already opened, and their end; a broken expression costs what
   * is left of the brackets.
   */
  Expr bracketed(Token open, String close, Supplier<Expr> reader) {
    Token first = in.peek();
    try {
      Expr inner = reader.get();
      in.close(close, open);
      return inner;
    } catch (SyntaxError e) {
      if (e.abandonsDeclaration()) {
        throw e;
      }
      skipInside(close);
      Expr broken = new Expr.Broken(in.since(first));
      in.accept(close);
      return broken;
    }
  }

  private void skipInside(String close) {
    int depth = 0;
    while (!in.atEnd() && !in.at("{") && !in.at("}") && !in.at(";")) {
      if (in.peek().firstOnLine() && !in.at(close)) {
        return;
      }
      if (depth == 0 && in.at(close)) {
        return;
      }
      depth = stepOver(depth);
    }
  }

  /** Reads a list of named things up to its closing bracket; a broken element is left out. */
  <T> ImmutableList<T> list(Token open, String close, Supplier<T> element) {
    ImmutableList.Builder<T> elements = ImmutableList.builder();
    while (!in.at(close) && !listEnds(close)) {
      int before = in.index();
      try {
        elements.add(element.get());
        separator(close);
      } catch (SyntaxError e) {
        if (e.abandonsDeclaration()) {
          throw e;
        }
        skipElement(before, close);
      }
    }
    in.close(close, open);
    return elements.build();
  }

  private boolean listEnds(String close) {
    boolean fields = close.equals("}");
    return in.atEnd() || (fields ? atDeclaration() : in.at("{") || in.at("}") || in.at(";"));
  }

  /** Commas; in braces also semicolons, or nothing. */
  private void separator(String close) {
    boolean braces = close.equals("}");
    boolean separated = in.accept(",") || (braces && in.accept(";"));
    if (!separated && !in.at(close) && !(braces && in.peek().isWord()) && !listEnds(close)) {
      throw in.expected("`,` or `" + close + "`");
    }
  }

  /** Goes on after a broken element of a list, past at least one token. */
  private void skipElement(int began, String close) {
    int depth = 0;
    boolean braces = close.equals("}");
    while (!listEnds(close) && !(depth == 0 && in.at(close))) {
      boolean moved = in.index() > began;
      if (depth == 0 && moved && braces && in.peek().firstOnLine()) {
        return;
      }
      if (depth == 0 && (in.accept(",") || (braces && in.accept(";")))) {
        return;
      }
      depth = stepOver(depth);
    }
  }

  /** Reads a guard; a broken one costs what is left up to the body. */
  Expr guard(Supplier<Expr> reader) {
    Token first = in.peek();
    try {
      return reader.get();
    } catch (SyntaxError e) {
      if (e.abandonsDeclaration()) {
        throw e;
      }
      skipToBody();
      return new Expr.Broken(in.since(first));
    }
  }

  /** Goes to the brace that opens a body, unless something else begins before. */
  void skipToBody() {
    while (!in.atEnd() && !in.at("{") && !in.at("}") && !atDeclaration()) {
      in.next();
    }
  }

  /** Reads a type; a broken one costs what is left of the line up to {@code = , ; ) }}. */
  TypeExpr type(Supplier<TypeExpr> reader) {
    Token first = in.peek();
    try {
      return reader.get();
    } catch (SyntaxError e) {
      if (e.abandonsDeclaration()) {
        throw e;
      }
      while (!in.atEnd() && !in.peek().firstOnLine() && !endsType(in.peek())) {
        in.next();
      }
      return new TypeExpr.Broken(in.since(first));
    }
  }

  private static boolean endsType(Token token) {
    return token.kind() == Token.Kind.SYMBOL && "=,;){}".contains(token.text());
  }

  private void skipRest(int began) {
    if (in.index() > began || !in.peek().firstOnLine()) {
      int depth = 0;
      while (!in.atEnd() && !(depth == 0 && (in.at("}") || in.at(";")))) {
        if (in.peek().firstOnLine() && (depth == 0 || atDeclaration())) {
          return;
        }
        depth = step(depth);
      }
    }
  }
}
