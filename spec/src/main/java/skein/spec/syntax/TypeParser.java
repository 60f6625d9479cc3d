package skein.spec.syntax;

import com.google.common.collect.ImmutableSet;

/** Reads types. */
final class TypeParser {
  private static final ImmutableSet<String> CONTINUE_BOUND =
      ImmutableSet.of("..", "+", "-", "*", "/", "%", "(", ".");
  private static final int BOUND = Expr.BinaryOp.ADD.precedence();

  private final TokenStream in;
  private final Names names;
  private final ExprParser expressions;

  TypeParser(TokenStream in, Names names, ExprParser expressions) {
    this.in = in;
    this.names = names;
    this.expressions = expressions;
  }

  TypeExpr type() {
    in.enter();
    try {
      return nested();
    } finally {
      in.leave();
    }
  }

  private TypeExpr nested() {
    Token first = in.peek();
    if (in.at("[")) {
      return array(first);
    }
    boolean generic = in.peek(1).is("<");
    if (generic && in.at("set")) {
      return set(first);
    }
    if (generic && in.at("map")) {
      return map(first);
    }
    if (generic && in.at("queue")) {
      return queue(first);
    }
    if (first.isWord() && !boundContinues()) {
      Identifier name = names.use("a type");
      if (in.at("?")) {
        in.mark(Role.TIGHT_BEFORE);
      }
      return new TypeExpr.Named(in.since(first), name, in.accept("?"));
    }
    if (first.isWord() || first.kind() == Token.Kind.INTEGER || in.at("-") || in.at("(")) {
      return range(first);
    }
    throw in.expected("a type");
  }

  private boolean boundContinues() {
    Token after = in.peek(1);
    return after.kind() == Token.Kind.SYMBOL
        && !after.firstOnLine()
        && CONTINUE_BOUND.contains(after.text());
  }

  private TypeExpr range(Token first) {
    Expr lo = expressions.binary(BOUND);
    in.expect("..", "between the bounds of a range");
    Expr hi = expressions.binary(BOUND);
    return new TypeExpr.Range(in.since(first), lo, hi);
  }

  private TypeExpr array(Token first) {
    in.next();
    Expr size = expressions.binary(BOUND);
    in.close("]", first);
    TypeExpr element = type();
    return new TypeExpr.Array(in.since(first), size, element);
  }

  private TypeExpr set(Token first) {
    in.next();
    Token open = openAngle();
    TypeExpr element = type();
    closeAngle(open);
    return new TypeExpr.SetOf(in.since(first), element);
  }

  private TypeExpr map(Token first) {
    in.next();
    Token open = openAngle();
    TypeExpr key = type();
    in.expect(",", "after the type of the map's keys");
    TypeExpr value = type();
    closeAngle(open);
    return new TypeExpr.MapOf(in.since(first), key, value);
  }

  private TypeExpr queue(Token first) {
    in.next();
    Token open = openAngle();
    TypeExpr element = type();
    in.expect(",", "and how many elements the queue can hold");
    Expr capacity = expressions.binary(BOUND);
    closeAngle(open);
    return new TypeExpr.QueueOf(in.since(first), element, capacity);
  }

  private Token openAngle() {
    in.mark(Role.TIGHT_BEFORE);
    in.mark(Role.TIGHT_AFTER);
    return in.next();
  }

  private void closeAngle(Token open) {
    if (in.at(">=") || in.at(">>") || in.at(">>=")) {
      in.split();
    }
    in.mark(Role.TIGHT_BEFORE);
    in.close(">", open);
  }
}
