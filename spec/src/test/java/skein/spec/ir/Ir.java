package skein.spec.ir;

import com.google.common.collect.ImmutableList;
import skein.spec.ir.IrExpr.BinaryOp;
import skein.spec.ir.IrExpr.Check;

/** Short names for expressions, for tests. */
public final class Ir {
  public static final Scalar BOOL = new Scalar.Bool();

  private Ir() {}

  public static IrExpr number(long value) {
    return new IrExpr.Const(value, new Scalar.Int(value, value));
  }

  public static IrExpr bool(boolean value) {
    return new IrExpr.Const(value ? 1 : 0, BOOL);
  }

  /** An instance of a sort; {@link Sort#NULL} is null. */
  public static IrExpr ref(Sort sort, long index) {
    return new IrExpr.Const(index, new Scalar.Ref(sort));
  }

  public static IrExpr load(StateVar variable, IrExpr... indices) {
    return new IrExpr.Load(variable, ImmutableList.copyOf(indices), false);
  }

  public static IrExpr old(StateVar variable, IrExpr... indices) {
    return new IrExpr.Load(variable, ImmutableList.copyOf(indices), true);
  }

  public static IrExpr temp(int slot, Scalar type) {
    return new IrExpr.Temp(slot, type);
  }

  public static IrExpr self(Sort sort) {
    return new IrExpr.Self(sort);
  }

  public static IrExpr not(IrExpr operand) {
    return new IrExpr.Unary(IrExpr.UnaryOp.NOT, operand, BOOL);
  }

  /** An operation whose result is a bool, or else of the left operand's type. */
  public static IrExpr of(IrExpr left, BinaryOp op, IrExpr right) {
    Scalar type =
        switch (op) {
          case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER, MIN, MAX, UNION, INTER, MINUS ->
              left.type();
          default -> BOOL;
        };
    return new IrExpr.Binary(op, left, right, type);
  }

  public static IrExpr equal(IrExpr left, IrExpr right) {
    return of(left, BinaryOp.EQUAL, right);
  }

  public static IrExpr checked(IrExpr operand, Check check, Fault fault) {
    return new IrExpr.Checked(operand, check, 0, 0, fault);
  }

  public static IrExpr within(IrExpr operand, long lo, long hi, Fault fault) {
    return new IrExpr.Checked(operand, Check.WITHIN, lo, hi, fault);
  }
}
