package skein.spec.codegen;

import com.google.common.collect.ImmutableList;
import skein.spec.ir.IrExpr;
import skein.spec.ir.IrExpr.BinaryOp;

/** What can be said of an expression by looking at it. */
final class Shape {
  private Shape() {}

  /** The operands, in the order in which they are evaluated. */
  static ImmutableList<IrExpr> children(IrExpr expr) {
    if (expr instanceof IrExpr.Load load) {
      return load.indices();
    } else if (expr instanceof IrExpr.Unary unary) {
      return ImmutableList.of(unary.operand());
    } else if (expr instanceof IrExpr.Binary binary) {
      return ImmutableList.of(binary.left(), binary.right());
    } else if (expr instanceof IrExpr.Conditional conditional) {
      return ImmutableList.of(conditional.condition(), conditional.then(), conditional.otherwise());
    } else if (expr instanceof IrExpr.Let let) {
      return ImmutableList.of(let.value(), let.body());
    } else if (expr instanceof IrExpr.Quantified quantified) {
      return ImmutableList.of(quantified.body());
    } else if (expr instanceof IrExpr.Checked checked) {
      return ImmutableList.of(checked.operand());
    } else if (expr instanceof IrExpr.AsTask asTask) {
      return ImmutableList.of(asTask.operand());
    }
    return ImmutableList.of();
  }

  /** The expression with other operands. */
  static IrExpr withChildren(IrExpr expr, ImmutableList<IrExpr> c) {
    if (expr instanceof IrExpr.Load load) {
      return new IrExpr.Load(load.variable(), c, load.old());
    } else if (expr instanceof IrExpr.Unary u) {
      return new IrExpr.Unary(u.op(), c.get(0), u.type());
    } else if (expr instanceof IrExpr.Binary b) {
      return new IrExpr.Binary(b.op(), c.get(0), c.get(1), b.type());
    } else if (expr instanceof IrExpr.Conditional conditional) {
      return new IrExpr.Conditional(c.get(0), c.get(1), c.get(2), conditional.type());
    } else if (expr instanceof IrExpr.Let let) {
      return new IrExpr.Let(let.slot(), c.get(0), c.get(1));
    } else if (expr instanceof IrExpr.Quantified q) {
      return new IrExpr.Quantified(
          q.quantifier(), q.slot(), q.element(), q.lo(), q.hi(), c.get(0), q.type());
    } else if (expr instanceof IrExpr.Checked k) {
      return new IrExpr.Checked(c.get(0), k.check(), k.lo(), k.hi(), k.fault());
    } else if (expr instanceof IrExpr.AsTask asTask) {
      return new IrExpr.AsTask(c.get(0), asTask.task());
    }
    return expr;
  }

  /** Number of nodes. */
  static int size(IrExpr expr) {
    int size = 1;
    for (IrExpr child : children(expr)) {
      size += size(child);
    }
    return size;
  }

  /** Whether its evaluation cannot go wrong, so that nobody notices if it is left out. */
  static boolean isTotal(IrExpr expr) {
    if (expr instanceof IrExpr.Checked) {
      return false;
    }
    if (expr instanceof IrExpr.Binary binary
        && (binary.op() == BinaryOp.DIVIDE || binary.op() == BinaryOp.REMAINDER)
        && (!(binary.right() instanceof IrExpr.Const divisor) || divisor.value() == 0)) {
      return false;
    }
    return children(expr).stream().allMatch(Shape::isTotal);
  }

  /** Whether it is evaluated by a loop. */
  static boolean hasLoop(IrExpr expr) {
    return expr instanceof IrExpr.Quantified || children(expr).stream().anyMatch(Shape::hasLoop);
  }

  /** The most binders ({@code Let}, {@code Quantified}) around any place in it. */
  static int binderDepth(IrExpr expr) {
    int depth = 0;
    for (IrExpr child : children(expr)) {
      depth = Math.max(depth, binderDepth(child));
    }
    return expr instanceof IrExpr.Let || expr instanceof IrExpr.Quantified ? depth + 1 : depth;
  }

  static boolean isConst(IrExpr expr, long value) {
    return expr instanceof IrExpr.Const constant && constant.value() == value;
  }
}
