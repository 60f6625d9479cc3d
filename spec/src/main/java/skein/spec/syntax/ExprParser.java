package skein.spec.syntax;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import skein.spec.diagnostic.Code;
import skein.spec.diagnostic.Diagnostic;

/**
 * Reads expressions by precedence climbing: each binary operator takes what binds tighter on its
 * right. Primary expressions are {@link PrimaryParser}'s.
 */
final class ExprParser {
  /** Keeps trees shallow enough for every later phase to recurse over. */
  private static final int MAX_TOKENS = 2000;

  private static final ImmutableMap<String, Expr.BinaryOp> OPERATORS =
      Maps.uniqueIndex(Arrays.asList(Expr.BinaryOp.values()), Expr.BinaryOp::text);

  private static final ImmutableMap<String, String> FOREIGN_WORDS =
      ImmutableMap.of("and", "&&", "or", "||", "is", "==", "mod", "%", "implies", "=>");

  private static final int CONDITIONAL = 3;
  static final int RANGE = 7;

  private final TokenStream in;
  private final PrimaryParser primaries;
  private int start = -1;

  ExprParser(TokenStream in, Names names) {
    this.in = in;
    this.primaries = new PrimaryParser(in, names, this);
  }

  /** An expression, as long as it can be. */
  Expr expression() {
    return nested(this::implication);
  }

  /** An expression whose operators bind at least as strongly as {@code least}. */
  Expr binary(int least) {
    return nested(() -> climb(least));
  }

  /** What can stand on the left of an assignment, or a call. */
  Expr postfix() {
    return nested(() -> primaries.postfix());
  }

  /** Reads something in which a new line means nothing. */
  <T> T bracketed(Supplier<T> reader) {
    int before = in.setBrackets(in.brackets() + 1);
    try {
      return reader.get();
    } finally {
      in.setBrackets(before);
    }
  }

  private Expr nested(Supplier<Expr> reader) {
    boolean outermost = start < 0;
    if (outermost) {
      start = in.index();
    }
    in.enter();
    try {
      return reader.get();
    } finally {
      in.leave();
      if (outermost) {
        start = -1;
      }
    }
  }

  void checkLength() {
    if (in.index() - start > MAX_TOKENS) {
      in.report(
          Diagnostic.of(
                  Code.E015,
                  in.spanHere(),
                  "this expression has more than " + MAX_TOKENS + " tokens")
              .withHelp("give parts of it names with `def`"));
      throw new SyntaxError(true);
    }
  }

  private Expr implication() {
    Token first = in.peek();
    Expr left = conditional();
    if (!in.accept("=>")) {
      return left;
    }
    Expr right = expression();
    return new Expr.Binary(in.since(first), Expr.BinaryOp.IMPLIES, left, right);
  }

  private Expr conditional() {
    Token first = in.peek();
    Expr condition = climb(CONDITIONAL);
    if (!in.accept("?")) {
      return condition;
    }
    Expr then = expression();
    in.mark(Role.SPACED);
    in.expect(":", "between the two values of `? :`");
    Expr otherwise = nested(this::conditional);
    return new Expr.Conditional(in.since(first), condition, then, otherwise);
  }

  private Expr climb(int least) {
    Token first = in.peek();
    Expr left = unary();
    boolean ranged = false;
    while (true) {
      checkLength();
      if (in.at("..") && least <= RANGE && !ranged) {
        in.next();
        Expr hi = climb(RANGE + 1);
        left = new Expr.Range(in.since(first), left, hi);
        ranged = true;
        continue;
      }
      Expr.BinaryOp op = operator();
      if (op == null || op.precedence() < least) {
        return left;
      }
      in.next();
      Expr right = climb(op.precedence() + 1);
      left = new Expr.Binary(in.since(first), op, left, right);
    }
  }

  /** The infix operator that stands here, or null; {@code =>} is not among them. */
  private Expr.BinaryOp operator() {
    Token token = in.peek();
    if (token.kind() == Token.Kind.WORD && in.continues()) {
      String meant = FOREIGN_WORDS.get(token.text());
      if (meant != null && !in.peek(1).is("{")) {
        throw in.fail(
            Code.E016,
            in.spanHere(),
            "Skein has no `" + token.text() + "`",
            "write `" + meant + "`");
      }
    }
    boolean known = token.kind() == Token.Kind.SYMBOL || token.kind() == Token.Kind.WORD;
    Expr.BinaryOp op = known ? OPERATORS.get(token.text()) : null;
    return op == Expr.BinaryOp.IMPLIES ? null : op;
  }

  private Expr unary() {
    Token first = in.peek();
    if (in.at("!") || in.at("-")) {
      in.mark(Role.TIGHT_AFTER);
      in.next();
      Expr operand = nested(this::unary);
      Expr.UnaryOp op = first.is("!") ? Expr.UnaryOp.NOT : Expr.UnaryOp.NEGATE;
      return new Expr.Unary(in.since(first), op, operand);
    }
    return primaries.postfix();
  }

  /** {@code x in S : e}, {@code x, y in S : e} and more after a quantifier's word. */
  Expr quantified(Expr.Quantifier quantifier, Token first) {
    ImmutableList<Declaration.Binder> variables = primaries.binders();
    in.expect("in", "after the quantifier's variable");
    Expr domain = binary(RANGE);
    in.mark(Role.SPACED);
    in.expect(":", "before what the quantifier says");
    Expr body = expression();
    for (Declaration.Binder variable : variables.reverse()) {
      body = new Expr.Quantified(in.since(first), quantifier, variable, domain, body);
    }
    return body;
  }

  /** {@code any}, {@code any S}, {@code any S where e}. */
  Expr any(Token first) {
    Optional<Expr> domain = Optional.empty();
    if (in.continues() && !in.at("where") && primaries.begins(in.peek())) {
      domain = Optional.of(binary(RANGE));
    }
    Optional<Expr> where = Optional.empty();
    if (domain.isPresent() && in.accept("where")) {
      where = Optional.of(expression());
    }
    return new Expr.Any(in.since(first), domain, where);
  }
}
