package skein.spec.syntax;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import skein.spec.source.Span;

/** A statement. */
public sealed interface Stmt extends Node {

  record Block(Span span, ImmutableList<Stmt> body) implements Stmt {}

  /** {@code let x = e}; e may be a call of a fn, {@code new S} or {@link Expr.Any}. */
  record Let(Span span, Declaration.Binder variable, Optional<TypeExpr> type, Expr value)
      implements Stmt {}

  /** {@code var x: T = e}. */
  record LocalVar(
      Span span, Declaration.Binder variable, Optional<TypeExpr> type, Optional<Expr> init)
      implements Stmt {}

  enum AssignOp {
    SET("="),
    ADD("+="),
    SUBTRACT("-=");

    private final String text;

    AssignOp(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  /**
   * {@code target = e}, {@code +=}, {@code -=}; {@code x++} and {@code x--} are read as {@code x +=
   * 1}, {@code x -= 1}.
   */
  record Assign(Span span, AssignOp op, Expr target, Expr value) implements Stmt {}

  /** A call for its effect. */
  record Call(Span span, Expr.Call call) implements Stmt {}

  record If(Span span, Expr condition, Stmt then, Optional<Stmt> otherwise) implements Stmt {}

  record While(Span span, Expr condition, Stmt body) implements Stmt {}

  record Loop(Span span, Stmt body) implements Stmt {}

  /** {@code for i in lo..hi { … }} (domain an {@link Expr.Range}) or {@code for p in S { … }}. */
  record For(Span span, Declaration.Binder variable, Expr domain, Stmt body) implements Stmt {}

  record Break(Span span) implements Stmt {}

  record Continue(Span span) implements Stmt {}

  record Labelled(Span span, Declaration.Label label, Stmt body) implements Stmt {}

  record Goto(Span span, Identifier label) implements Stmt {}

  record Return(Span span, Optional<Expr> value) implements Stmt {}

  record Await(Span span, Expr condition) implements Stmt {}

  /** {@code choose x in S where e { … }}: every choice is explored. */
  record Choose(
      Span span, Declaration.Binder variable, Expr domain, Optional<Expr> where, Stmt body)
      implements Stmt {}

  /** {@code either { … } or { … }}. */
  record Either(Span span, ImmutableList<Block> branches) implements Stmt {}

  record Atomic(Span span, Block body) implements Stmt {}

  record Free(Span span, Expr object) implements Stmt {}

  record Skip(Span span) implements Stmt {}

  enum AssertKind {
    BUG_ON,
    WARN_ON,
    ASSERT
  }

  /**
   * {@code BUG_ON(e)}, {@code WARN_ON(e)}: e must be false; {@code assert e}: e must be true.
   * {@code assert e, "lock-misuse: not the owner"} says what to report; a word before a colon that
   * names a kind of error makes it one of that kind.
   */
  record Assert(Span span, AssertKind kind, Expr condition, Optional<String> message)
      implements Stmt {}

  /** A statement with annotations before it. */
  record Annotated(Span span, ImmutableList<Annotation> annotations, Stmt body) implements Stmt {}

  /** Where the parser could not read a statement; an error has been reported. */
  record Broken(Span span) implements Stmt {}
}
