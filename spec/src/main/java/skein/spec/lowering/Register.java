package skein.spec.lowering;

import skein.spec.ir.IrExpr;
import skein.spec.ir.Scalar;

/** A local variable of single value before it is known whether it outlives a step. */
final class Register {
  private final int slot;
  private final String name;
  private final String function;
  private Scalar type;

  /**
   * @param slot its number among the program's temporaries
   * @param name as the source calls it, or empty for one that the source does not have
   * @param type null while it is not known: see {@link #widen}
   */
  Register(int slot, String name, String function, Scalar type) {
    this.slot = slot;
    this.name = name;
    this.function = function;
    this.type = type;
  }

  int slot() {
    return slot;
  }

  String name() {
    return name;
  }

  String function() {
    return function;
  }

  /** The type; once something has been read from the register it no longer changes. */
  Scalar type() {
    return type == null ? Fold.number(0).type() : type;
  }

  /** Makes room for values of another type. */
  void widen(Scalar with) {
    type = type == null ? with : Fold.join(type, with);
  }

  IrExpr.Temp read() {
    return new IrExpr.Temp(slot, type());
  }
}
