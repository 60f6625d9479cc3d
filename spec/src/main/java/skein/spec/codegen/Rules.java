package skein.spec.codegen;

import skein.spec.ir.IrExpr;
import skein.spec.ir.IrExpr.Binary;
import skein.spec.ir.IrExpr.BinaryOp;
import skein.spec.ir.IrExpr.Const;
import skein.spec.ir.Scalar;
import skein.spec.ir.Sort;
import skein.spec.ir.StateVar;

/**
 * The rules by which the {@link Simplifier} replaces single nodes, whose operands are simple
 * already. No rule drops an operand that can go wrong, unless it would not have been evaluated.
 */
final class Rules {
  private static final Scalar BOOL = new Scalar.Bool();

  private Rules() {}

  /** The expression, as of a type, on which it depends what bit of a set stands for the value. */
  static IrExpr retyped(IrExpr expr, Scalar type, int slot) {
    if (expr instanceof Const known) {
      return new Const(known.value(), type);
    } else if (expr instanceof IrExpr.Temp temp) {
      return new IrExpr.Temp(temp.slot(), type);
    } else if (expr.type().equals(type)) {
      return expr;
    }
    return new IrExpr.Let(slot, expr, new IrExpr.Temp(slot, type));
  }

  static IrExpr choice(IrExpr condition, long then, Scalar type) {
    if (condition instanceof Const known) {
      return new Const(known.value() != 0 ? then : 0, type);
    }
    return new IrExpr.Conditional(condition, new Const(then, type), new Const(0, type), type);
  }

  /** An operation, or one of its operands if the other makes no difference. */
  static IrExpr joined(BinaryOp op, IrExpr left, IrExpr right, Scalar type) {
    long neutral = op == BinaryOp.AND ? 1 : 0;
    if (Shape.isConst(left, neutral)) {
      return right;
    } else if (Shape.isConst(right, neutral)) {
      return left;
    } else if (op == BinaryOp.AND && Shape.isConst(left, 0)
        || op == BinaryOp.OR && Shape.isConst(left, 1)) {
      return left;
    }
    return binary(new Binary(op, left, right, type));
  }

  /** An index: if there is only one to choose from and finding it cannot fail, it is known. */
  static IrExpr index(StateVar.Dimension dimension, IrExpr index) {
    return dimension.size() == 1 && Shape.isTotal(index) ? new Const(0, index.type()) : index;
  }

  static IrExpr unary(IrExpr.Unary unary, IrExpr operand) {
    if (operand instanceof Const known) {
      return new Const(Folding.unary(unary, known.value()), unary.type());
    }
    boolean twice =
        unary.op() == IrExpr.UnaryOp.NOT
            && operand instanceof IrExpr.Unary inner
            && inner.op() == IrExpr.UnaryOp.NOT;
    return twice
        ? ((IrExpr.Unary) operand).operand()
        : new IrExpr.Unary(unary.op(), operand, unary.type());
  }

  static IrExpr binary(Binary binary) {
    if (binary.left() instanceof Const left
        && binary.right() instanceof Const right
        && Shape.isTotal(binary)) {
      return new Const(Folding.binary(binary, left.value(), right.value()), binary.type());
    }
    if (isTrueOfEquals(binary.op())
        && binary.left().equals(binary.right())
        && Shape.isTotal(binary.left())) {
      return bool(true);
    }
    if (binary.op() == BinaryOp.AND && Shape.isConst(binary.right(), 1)
        || binary.op() == BinaryOp.OR && Shape.isConst(binary.right(), 0)) {
      return binary.left();
    }
    if (binary.op() == BinaryOp.AND
        && Shape.isTotal(binary.left())
        && (Shape.isConst(binary.right(), 0)
            || Shape.isTotal(binary.right()) && implies(binary.left(), not(binary.right())))) {
      return bool(false);
    }
    if ((binary.op() == BinaryOp.OR || binary.op() == BinaryOp.IMPLIES)
        && Shape.isConst(binary.right(), 1)
        && Shape.isTotal(binary.left())) {
      return bool(true);
    }
    return binary;
  }

  /** Whether a condition is among those that another is the conjunction of. */
  static boolean implies(IrExpr all, IrExpr one) {
    return all instanceof Binary binary && binary.op() == BinaryOp.AND
        ? implies(binary.left(), one) || implies(binary.right(), one)
        : all.equals(one);
  }

  static IrExpr not(IrExpr condition) {
    return unary(new IrExpr.Unary(IrExpr.UnaryOp.NOT, condition, BOOL), condition);
  }

  static boolean isTrueOfEquals(BinaryOp op) {
    return op == BinaryOp.EQUAL
        || op == BinaryOp.LESS_EQUAL
        || op == BinaryOp.SUBSET
        || op == BinaryOp.IMPLIES;
  }

  static IrExpr checked(IrExpr.Checked checked, IrExpr operand) {
    if (operand instanceof Const known) {
      boolean passes =
          switch (checked.check()) {
            case NOT_NULL -> known.value() != Sort.NULL;
            case WITHIN -> checked.lo() <= known.value() && known.value() <= checked.hi();
            case NOT_ZERO -> known.value() != 0;
            case ALIVE -> false;
          };
      if (passes) {
        return operand;
      }
    }
    return new IrExpr.Checked(
        operand, checked.check(), checked.lo(), checked.hi(), checked.fault());
  }

  static IrExpr asTask(IrExpr.AsTask asTask, IrExpr operand) {
    int base = ((Scalar.Ref) asTask.operand().type()).sort().base();
    if (operand instanceof Const known) {
      return new Const(known.value() < 0 ? known.value() : known.value() + base, asTask.type());
    }
    return new IrExpr.AsTask(operand, asTask.task());
  }

  static Const bool(boolean value) {
    return new Const(value ? 1 : 0, BOOL);
  }
}
