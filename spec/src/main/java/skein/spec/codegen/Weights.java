package skein.spec.codegen;

import skein.spec.ir.IrExpr;

/** How many bytes of code an expression takes at most, when its temporaries are in an array. */
final class Weights {
  /** A call of a method that evaluates an expression, with the test for a fault. */
  static final int CALL = 40;

  private Weights() {}

  /** Without the operands. */
  static int own(IrExpr expr) {
    if (expr instanceof IrExpr.Load load) {
      return 40 + 10 * load.indices().size();
    } else if (expr instanceof IrExpr.Binary binary) {
      return binary.op() == IrExpr.BinaryOp.IN ? 80 : 25;
    } else if (expr instanceof IrExpr.Quantified) {
      return 140;
    } else if (expr instanceof IrExpr.Checked) {
      return 110;
    } else if (expr instanceof IrExpr.Const) {
      return 3;
    }
    return 30;
  }

  static int of(IrExpr expr) {
    int weight = own(expr);
    for (IrExpr child : Shape.children(expr)) {
      weight += of(child);
    }
    return weight;
  }
}
