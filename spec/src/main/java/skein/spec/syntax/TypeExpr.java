package skein.spec.syntax;

import skein.spec.source.Span;

/** A type as written. */
public sealed interface TypeExpr extends Node {

  /**
   * {@code bool}, {@code int}, {@code Task}, or the name of an enum, a struct, a process or a type
   * parameter; {@code S?} is nullable.
   */
  record Named(Span span, Identifier name, boolean nullable) implements TypeExpr {}

  /** {@code lo..hi}. */
  record Range(Span span, Expr lo, Expr hi) implements TypeExpr {}

  /** {@code set<T>}. */
  record SetOf(Span span, TypeExpr element) implements TypeExpr {}

  /** {@code [N] T}. */
  record Array(Span span, Expr size, TypeExpr element) implements TypeExpr {}

  /** {@code map<K, V>}. */
  record MapOf(Span span, TypeExpr key, TypeExpr value) implements TypeExpr {}

  /** {@code queue<T, N>}. */
  record QueueOf(Span span, TypeExpr element, Expr capacity) implements TypeExpr {}

  /** Where the parser could not read a type; an error has been reported. */
  record Broken(Span span) implements TypeExpr {}
}
