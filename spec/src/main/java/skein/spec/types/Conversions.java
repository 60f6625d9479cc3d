package skein.spec.types;

import java.util.Optional;
import skein.spec.syntax.Expr;

/**
 * Which types agree. Whether a reference may be null is checked when the model runs, so that a
 * nullable one can stand where another is wanted; only {@code null} itself cannot.
 */
final class Conversions {
  private Conversions() {}

  /** Whether the two are one type, not counting whether null is allowed. */
  static boolean same(Type a, Type b) {
    if (a.isError() || b.isError()) {
      return true;
    } else if (a instanceof Type.Enum x && b instanceof Type.Enum y) {
      return x.declaration() == y.declaration();
    } else if (a instanceof Type.Value x && b instanceof Type.Value y) {
      return x.declaration() == y.declaration();
    } else if (a instanceof Type.Ref x && b instanceof Type.Ref y) {
      return x.declaration() == y.declaration();
    } else if (a instanceof Type.ProcessRef x && b instanceof Type.ProcessRef y) {
      return x.declaration() == y.declaration();
    } else if (a instanceof Type.Variable x && b instanceof Type.Variable y) {
      return x.declaration() == y.declaration();
    }
    return sameContainer(a, b);
  }

  private static boolean sameContainer(Type a, Type b) {
    if (a instanceof Type.SetOf x && b instanceof Type.SetOf y) {
      return same(x.element(), y.element());
    } else if (a instanceof Type.Array x && b instanceof Type.Array y) {
      return sameSize(x.size(), y.size()) && same(x.element(), y.element());
    } else if (a instanceof Type.MapOf x && b instanceof Type.MapOf y) {
      return same(x.key(), y.key()) && same(x.value(), y.value());
    } else if (a instanceof Type.QueueOf x && b instanceof Type.QueueOf y) {
      return sameSize(x.capacity(), y.capacity()) && same(x.element(), y.element());
    }
    return a.getClass() == b.getClass()
        && (a instanceof Type.Bool
            || a instanceof Type.Int
            || a instanceof Type.Task
            || a instanceof Type.Null
            || a instanceof Type.EmptySet
            || a instanceof Type.Unit);
  }

  /** Sizes depend on constants that are not known yet, so only the same text is the same size. */
  private static boolean sameSize(Expr a, Expr b) {
    return a == b
        || a.span().text().replaceAll("\\s+", "").equals(b.span().text().replaceAll("\\s+", ""));
  }

  /** Whether a value of {@code from} can be stored where a {@code to} is wanted. */
  static boolean converts(Type from, Type to) {
    if (from instanceof Type.Unit && !to.isError()) {
      return false;
    } else if (from instanceof Type.Null) {
      return to.isNullable() || to instanceof Type.Null || to.isError();
    } else if (from instanceof Type.EmptySet) {
      return to instanceof Type.SetOf || to instanceof Type.EmptySet || to.isError();
    } else if (from instanceof Type.ProcessRef && to instanceof Type.Task) {
      return true;
    }
    return same(from, to);
  }

  /** Whether values of the two can be compared with {@code ==}. */
  static boolean comparable(Type a, Type b) {
    return referenceOrNull(a) && referenceOrNull(b) && meet(a, b)
        || converts(a, b)
        || converts(b, a);
  }

  private static boolean meet(Type a, Type b) {
    return a instanceof Type.Null || b instanceof Type.Null || converts(a, b) || converts(b, a);
  }

  private static boolean referenceOrNull(Type type) {
    return type.isReference() || type instanceof Type.Null;
  }

  /** The type that both can be stored in: of the two arms of {@code ?:}, of a set's elements. */
  static Optional<Type> join(Type a, Type b) {
    if (a.isError() || b instanceof Type.Null && a.isReference()) {
      return Optional.of(a.isError() ? b : nullable(a));
    } else if (b.isError() || a instanceof Type.Null && b.isReference()) {
      return Optional.of(b.isError() ? a : nullable(b));
    } else if (converts(a, b)) {
      return Optional.of(a.isNullable() ? nullable(b) : b);
    } else if (converts(b, a)) {
      return Optional.of(b.isNullable() ? nullable(a) : a);
    } else if (a instanceof Type.ProcessRef && b instanceof Type.ProcessRef) {
      return Optional.of(new Type.Task(a.isNullable() || b.isNullable()));
    }
    return Optional.empty();
  }

  /** The type with null as one of its values. */
  static Type nullable(Type type) {
    return withNull(type, true);
  }

  /** The type without null: the elements of a set are never null. */
  static Type nonNull(Type type) {
    return withNull(type, false);
  }

  private static Type withNull(Type type, boolean nullable) {
    if (type instanceof Type.Ref ref) {
      return new Type.Ref(ref.declaration(), nullable);
    } else if (type instanceof Type.ProcessRef process) {
      return new Type.ProcessRef(process.declaration(), nullable);
    } else if (type instanceof Type.Task) {
      return new Type.Task(nullable);
    }
    return type;
  }
}
