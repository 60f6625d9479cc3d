package skein.spec.interpret;

import skein.spec.ir.IrExpr.Binary;
import skein.spec.ir.Scalar;

/** The operators both of whose operands are always evaluated. */
final class Arithmetic {
  private Arithmetic() {}

  static long binary(Binary binary, long left, long right) {
    return switch (binary.op()) {
      case EQUAL -> bool(left == right);
      case NOT_EQUAL -> bool(left != right);
      case LESS -> bool(left < right);
      case LESS_EQUAL -> bool(left <= right);
      case ADD -> left + right;
      case SUBTRACT -> left - right;
      case MULTIPLY -> left * right;
      case DIVIDE -> left / right;
      case REMAINDER -> left % right;
      case MIN -> Math.min(left, right);
      case MAX -> Math.max(left, right);
      case IN -> bool(contains((Scalar.SetOf) binary.right().type(), right, left));
      case SUBSET -> bool((left & ~right) == 0);
      case UNION -> left | right;
      case INTER -> left & right;
      case MINUS -> left & ~right;
      case AND, OR, IMPLIES -> throw new AssertionError(binary.op());
    };
  }

  /** The ordinal of null, -1, is that of no element. */
  private static boolean contains(Scalar.SetOf type, long set, long element) {
    Scalar elements = type.element();
    long ordinal = element - elements.origin();
    return 0 <= ordinal && ordinal < elements.cardinality() && (set >>> ordinal & 1) != 0;
  }

  static long bool(boolean value) {
    return value ? 1 : 0;
  }
}
