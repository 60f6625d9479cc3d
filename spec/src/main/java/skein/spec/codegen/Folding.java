package skein.spec.codegen;

import skein.spec.ir.IrExpr.Binary;
import skein.spec.ir.IrExpr.Unary;
import skein.spec.ir.Scalar;

/** The operators on values that are known at compile time. */
final class Folding {
  private Folding() {}

  static long unary(Unary unary, long operand) {
    return switch (unary.op()) {
      case NOT -> operand == 0 ? 1 : 0;
      case NEGATE -> -operand;
      case SIZE -> Long.bitCount(operand);
      case SINGLETON -> 1L << (operand - ((Scalar.SetOf) unary.type()).element().origin());
    };
  }

  /** Of a binary operator other than a division by 0. */
  static long binary(Binary binary, long left, long right) {
    return switch (binary.op()) {
      case AND -> left & right;
      case OR -> left | right;
      case IMPLIES -> (left ^ 1) | right;
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
      case IN -> bool(isIn((Scalar.SetOf) binary.right().type(), left, right));
      case SUBSET -> bool((left & ~right) == 0);
      case UNION -> left | right;
      case INTER -> left & right;
      case MINUS -> left & ~right;
    };
  }

  /** Whether an element, perhaps null or outside the element type, is in a set. */
  private static boolean isIn(Scalar.SetOf type, long element, long set) {
    long ordinal = element - type.element().origin();
    return 0 <= ordinal && ordinal < type.element().cardinality() && (set >>> ordinal & 1) != 0;
  }

  private static long bool(boolean value) {
    return value ? 1 : 0;
  }
}
