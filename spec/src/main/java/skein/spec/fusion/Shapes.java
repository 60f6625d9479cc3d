package skein.spec.fusion;

import java.util.Optional;
import skein.spec.ir.IrExpr;
import skein.spec.ir.IrExpr.BinaryOp;
import skein.spec.ir.Sort;
import skein.spec.ir.StateVar;

/** Recognises expressions by their form. */
final class Shapes {
  private Shapes() {}

  /** The expression without what is demanded of its value. */
  static IrExpr strip(IrExpr e) {
    return e instanceof IrExpr.Checked checked ? strip(checked.operand()) : e;
  }

  /** Whether it is the running process, as an instance of its own sort or as a task. */
  static boolean isSelf(IrExpr e) {
    IrExpr bare = strip(e);
    return bare instanceof IrExpr.Self
        || bare instanceof IrExpr.AsTask task && isSelf(task.operand());
  }

  static boolean isNull(IrExpr e) {
    return strip(e) instanceof IrExpr.Const constant && constant.value() == Sort.NULL;
  }

  /** A cell that is compared with something. */
  record Compared(IrExpr.Load load, IrExpr with) {}

  /** The comparison of a variable's cell with something else, whichever stands first. */
  static Optional<Compared> compared(IrExpr e, BinaryOp op, StateVar variable) {
    if (!(e instanceof IrExpr.Binary binary) || binary.op() != op) {
      return Optional.empty();
    }
    return load(binary.left(), variable)
        .map(load -> new Compared(load, binary.right()))
        .or(() -> load(binary.right(), variable).map(l -> new Compared(l, binary.left())));
  }

  private static Optional<IrExpr.Load> load(IrExpr e, StateVar variable) {
    return strip(e) instanceof IrExpr.Load load
            && !load.old()
            && load.variable().id() == variable.id()
        ? Optional.of(load)
        : Optional.empty();
  }
}
