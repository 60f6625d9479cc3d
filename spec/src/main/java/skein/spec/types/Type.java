package skein.spec.types;

import skein.spec.syntax.Declaration;
import skein.spec.syntax.Expr;

/** A type, with every range widened to {@code int}. */
public sealed interface Type {

  /** The type as it is written in a model. */
  default String text() {
    return TypeText.of(this);
  }

  /** Made of several cells: a struct by value, an array, a map, a queue. */
  default boolean isAggregate() {
    return this instanceof Value
        || this instanceof Array
        || this instanceof MapOf
        || this instanceof QueueOf;
  }

  /** A reference, a process instance, or {@code Task}. */
  default boolean isReference() {
    return this instanceof Ref || this instanceof ProcessRef || this instanceof Task;
  }

  /** Its values are interchangeable: a reference, unless to a numbered process. */
  default boolean isSymmetric() {
    if (this instanceof ProcessRef process) {
      return !(process.declaration().instances() instanceof Declaration.Instances.Numbered);
    }
    return isReference() || this instanceof Variable;
  }

  /** Can be an element of a set, or a key: it has a known, small number of values. */
  default boolean isEnumerable() {
    return this instanceof Bool
        || this instanceof Int
        || this instanceof Enum
        || this instanceof Variable
        || this instanceof Error
        || isReference();
  }

  /** Whether {@code null} is one of its values. */
  default boolean isNullable() {
    return this instanceof Ref ref && ref.nullable()
        || this instanceof ProcessRef process && process.nullable()
        || this instanceof Task task && task.nullable();
  }

  default boolean isError() {
    return this instanceof Error;
  }

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
