package skein.spec.syntax;

import skein.spec.source.Span;

/**
 * A node of the syntax tree. Nodes are compared by identity in the side tables of later phases: the
 * tree itself is never changed.
 */
public sealed interface Node permits Declaration, Stmt, Expr, TypeExpr, Module, Import, Annotation {
  Span span();
}
