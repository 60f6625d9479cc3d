package skein.spec.types;

import skein.spec.syntax.Declaration;
import skein.spec.syntax.Expr;

/** A type, with every range widened to {@code int}. */
public sealed interface Type {

  record Bool() implements Type {}

  record Int() implements Type {}

  record Enum(Declaration.Enum declaration) implements Type {}

  /** An embedded struct. */
  record Value(Declaration.Struct declaration) implements Type {}

  /** A reference to an object of a struct with identity. */
  record Ref(Declaration.Struct declaration, boolean nullable) implements Type {}

  /** A reference to an instance of one process. */
  record ProcessRef(Declaration.Process declaration, boolean nullable) implements Type {}

  /** {@code Task}: any process instance. */
  record Task(boolean nullable) implements Type {}

  /** The type of {@code null}. */
  record Null() implements Type {}

  record SetOf(Type element) implements Type {}

  /** The type of {@code {}}. */
  record EmptySet() implements Type {}

  record Array(Expr size, Type element) implements Type {}

  record MapOf(Type key, Type value) implements Type {}

  record QueueOf(Type element, Expr capacity) implements Type {}

  /** A type parameter inside its generic fn or def. */
  record Variable(Declaration.TypeParameter declaration) implements Type {}

  /** A call of a fn without a result. */
  record Unit() implements Type {}

  /**
   * Of something already reported as wrong; agrees with every type, so that one mistake gives one
   * error.
   */
  record Error() implements Type {}
}
