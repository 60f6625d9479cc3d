package skein.spec.syntax;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import skein.spec.source.Span;

/** An expression. */
public sealed interface Expr extends Node {

  record IntLiteral(Span span, long value) implements Expr {}

  record BoolLiteral(Span span, boolean value) implements Expr {}

  record NullLiteral(Span span) implements Expr {}

  /** {@code self}: the running process. */
  record Self(Span span) implements Expr {}

  /** A name: variable, constant, hunk, enum member, or a type used as the set of its instances. */
  record Name(Span span, String text) implements Expr {}

  /** {@code e.f}. */
  record FieldAccess(Span span, Expr object, Identifier field) implements Expr {}

  /** {@code e[i]}: of an array, a map or a queue. */
  record Index(Span span, Expr object, Expr index) implements Expr {}

  /** {@code p@label}: whether process p stands at that label. */
  record AtLabel(Span span, Expr process, Identifier label) implements Expr {}

  /**
   * A call of a def, a fn or a built-in: {@code size(s)}, {@code min(a, b)}, {@code max(a, b)}, and
   * of queues {@code push(q, x)}, {@code pop(q)}, {@code head(q)}, {@code size(q)}.
   */
  record Call(Span span, Identifier function, ImmutableList<Expr> arguments) implements Expr {}

  enum UnaryOp {
    NOT("!"),
    NEGATE("-");

    private final String text;

    UnaryOp(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  record Unary(Span span, UnaryOp op, Expr operand) implements Expr {}

  /** Binary operators, each with its text and how strongly it binds (more binds tighter). */
  enum BinaryOp {
    IMPLIES("=>", 1),
    OR("||", 3),
    AND("&&", 4),
    EQUAL("==", 5),
    NOT_EQUAL("!=", 5),
    LESS("<", 6),
    LESS_EQUAL("<=", 6),
    GREATER(">", 6),
    GREATER_EQUAL(">=", 6),
    IN("in", 6),
    SUBSET("subset", 6),
    UNION("union", 8),
    MINUS("minus", 8),
    INTER("inter", 9),
    ADD("+", 10),
    SUBTRACT("-", 10),
    MULTIPLY("*", 11),
    DIVIDE("/", 11),
    REMAINDER("%", 11);

    private final String text;
    private final int precedence;

    BinaryOp(String text, int precedence) {
      this.text = text;
      this.precedence = precedence;
    }

    public String text() {
      return text;
    }

    public int precedence() {
      return precedence;
    }
  }

  /**
   * {@code =>} associates to the right and binds weaker than {@code ?:}; the others to the left.
   */
  record Binary(Span span, BinaryOp op, Expr left, Expr right) implements Expr {}

  record Conditional(Span span, Expr condition, Expr then, Expr otherwise) implements Expr {}

  /** {@code lo..hi} as a set. */
  record Range(Span span, Expr lo, Expr hi) implements Expr {}

  /** {@code {a, b}}; {@code {}} is the empty set. */
  record SetLiteral(Span span, ImmutableList<Expr> elements) implements Expr {}

  /** {@code [a, b]}: an array's elements, only as an initial value. */
  record ArrayLiteral(Span span, ImmutableList<Expr> elements) implements Expr {}

  /** {@code {x in S : e}}. */
  record Comprehension(Span span, Declaration.Binder variable, Expr domain, Expr condition)
      implements Expr {}

  enum Quantifier {
    FORALL,
    EXISTS,
    COUNT
  }

  /**
   * {@code forall x in S : e}, {@code exists x in S : e}, {@code count x in S : e}; the body
   * reaches as far right as it can. {@code forall x, y in S : e} nests.
   */
  record Quantified(
      Span span, Quantifier quantifier, Declaration.Binder variable, Expr domain, Expr body)
      implements Expr {}

  /** {@code old(e)}: the value before the step, in a step invariant. */
  record Old(Span span, Expr operand) implements Expr {}

  /** {@code new S}. */
  record New(Span span, Identifier struct) implements Expr {}

  /**
   * {@code any S where e}: each element is explored. Without a domain ({@code = any}) every value
   * of the declared type, only as an initial value. In {@code let x = any S where e} the condition
   * may name x.
   */
  record Any(Span span, Optional<Expr> domain, Optional<Expr> where) implements Expr {}

  /** Where the parser could not read an expression; an error has been reported. */
  record Broken(Span span) implements Expr {}
}
