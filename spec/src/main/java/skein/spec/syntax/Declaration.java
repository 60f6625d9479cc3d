package skein.spec.syntax;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import skein.spec.source.Span;

/**
 * Everything that a name can refer to, or that stands at the top level of a module. What an {@link
 * Expr.Name} means is a {@code Declaration}.
 */
public sealed interface Declaration extends Node {

  /** {@code const N = 2}, {@code const STRICT: bool = true}. */
  record Const(Span span, Identifier name, Optional<TypeExpr> type, Expr value)
      implements Declaration {}

  /** {@code hunk fix_read "what it does"}. */
  record Hunk(Span span, Identifier name, String description) implements Declaration {}

  /** {@code enum Flag { A, B }}. */
  record Enum(Span span, Identifier name, ImmutableList<EnumMember> members)
      implements Declaration {}

  /** A member of an enum. */
  record EnumMember(Span span, Identifier name) implements Declaration {}

  /** What a struct declares: values embedded in others, or objects with identity. */
  enum StructKind {
    /** {@code struct s { … }}: embedded where it is used. */
    VALUE,
    /** {@code struct S[N] { … }}: N objects, always there. */
    OBJECT,
    /** {@code heap struct S[N] { … }}: at most N live objects. */
    HEAP
  }

  /**
   * A struct. {@code count} is present except for {@link StructKind#VALUE}; {@code lock} marks a
   * {@code lock type struct}, whose {@code owner} reports may name.
   */
  record Struct(
      Span span,
      StructKind kind,
      boolean lock,
      Identifier name,
      Optional<Expr> count,
      ImmutableList<Field> fields)
      implements Declaration {}

  /** A field of a struct. */
  record Field(Span span, Identifier name, TypeExpr type, Optional<Expr> init)
      implements Declaration {}

  /** {@code var x: T = init} at the top level. */
  record Global(Span span, Identifier name, TypeExpr type, Optional<Expr> init)
      implements Declaration {}

  /** A parameter of a def, a fn or an action. {@code ref} parameters are passed by reference. */
  record Parameter(Span span, boolean ref, Identifier name, TypeExpr type) implements Declaration {}

  /** A type parameter: {@code atomic fn test_bit<T>(nr: T, ref bits: set<T>): bool}. */
  record TypeParameter(Span span, Identifier name) implements Declaration {}

  /** {@code def f(a: T): R = expr}; the result type may be left out. */
  record Def(
      Span span,
      Identifier name,
      ImmutableList<TypeParameter> typeParameters,
      ImmutableList<Parameter> parameters,
      Optional<TypeExpr> result,
      Expr body)
      implements Declaration {}

  /** {@code fn f(a: T): R { … }}, {@code atomic fn …}. */
  record Function(
      Span span,
      boolean atomic,
      Identifier name,
      ImmutableList<TypeParameter> typeParameters,
      ImmutableList<Parameter> parameters,
      Optional<TypeExpr> result,
      Stmt.Block body)
      implements Declaration {}

  /** {@code fair process}, {@code strong fair process}. */
  enum Fairness {
    NONE,
    WEAK,
    STRONG
  }

  /** How many instances a process has, and whether they are told apart. */
  sealed interface Instances {
    /** {@code process P}: one instance. */
    record One() implements Instances {}

    /** {@code process P[N]}: N interchangeable instances. */
    record Counted(Expr count) implements Instances {}

    /** {@code process P[i: lo..hi]}: told apart by {@code index}. */
    record Numbered(Binder index, Expr lo, Expr hi) implements Instances {}
  }

  /** {@code process P[N] { … }}. */
  record Process(
      Span span,
      Fairness fairness,
      boolean daemon,
      Identifier name,
      Instances instances,
      Stmt.Block body)
      implements Declaration {}

  /**
   * {@code action A(p: T) when guard { … }}; or {@code init { … }}, which runs once, before the
   * first step, on the initial values of the variables.
   */
  record Action(
      Span span,
      boolean initial,
      Identifier name,
      ImmutableList<Parameter> parameters,
      Optional<Expr> guard,
      Stmt.Block body)
      implements Declaration {}

  /** The kinds of {@link Property}. */
  enum PropertyKind {
    INVARIANT,
    STEP_INVARIANT,
    FINAL_INVARIANT,
    COVER,
    CONSTRAINT
  }

  /** {@code invariant NAME: e} and its kin. */
  record Property(Span span, PropertyKind kind, Identifier name, Expr condition)
      implements Declaration {}

  /** {@code property NAME: temporal}. */
  record TemporalProperty(Span span, Identifier name, Temporal formula) implements Declaration {}

  /** A temporal formula. */
  sealed interface Temporal {
    Span span();

    record State(Span span, Expr condition) implements Temporal {}

    record Always(Span span, Temporal operand) implements Temporal {}

    record Eventually(Span span, Temporal operand) implements Temporal {}

    record LeadsTo(Span span, Temporal left, Temporal right) implements Temporal {}
  }

  /** What a check sets: a hunk switched on, or a constant given a value. */
  sealed interface Setting {
    Identifier name();

    /** {@code with fix_read}; also a bool constant, which becomes true. */
    record On(Identifier name) implements Setting {}

    /** {@code with PAGES = 2}. */
    record Value(Identifier name, Expr value) implements Setting {}
  }

  /**
   * What a check expects, as written: {@code kind} is one of {@code pass}, {@code BUG_ON}, {@code
   * WARN_ON}, {@code assert}, {@code deadlock}, {@code invariant}, {@code property}, {@code cover},
   * {@code leak}, {@code use-after-free}, {@code double-free}, {@code null}, {@code range}, {@code
   * index}, {@code pool-exhausted}, {@code lock-misuse}, {@code division-by-zero}, {@code queue},
   * {@code endless-loop}, {@code error} (any error that is none of these); {@code subject} is the
   * property's name after {@code invariant}/{@code property}/{@code cover}, or the function after
   * {@code in}.
   */
  record Expectation(Span span, String kind, Optional<Identifier> subject) {}

  /** {@code check NAME with … expect …}. Without {@code expect} the check expects a pass. */
  record Check(
      Span span,
      Identifier name,
      ImmutableList<Setting> settings,
      Optional<Expectation> expectation)
      implements Declaration {}

  /**
   * A variable that a statement or an expression introduces: {@code let}, local {@code var}, {@code
   * for}, {@code any}, {@code choose}, quantifiers, comprehensions, the number of a numbered
   * process.
   */
  record Binder(Span span, Identifier name) implements Declaration {}

  /** {@code critical:} before a statement. */
  record Label(Span span, Identifier name) implements Declaration {}
}
