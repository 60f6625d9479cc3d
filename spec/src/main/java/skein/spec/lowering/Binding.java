package skein.spec.lowering;

import skein.spec.ir.IrExpr;

/** What a local name stands for in the code being lowered. */
sealed interface Binding {

  record ToRegister(Register register) implements Binding {}

  record ToPlace(Place place) implements Binding {}

  /** A value that does not change while the name is in scope. */
  record ToValue(IrExpr value, boolean nullable) implements Binding {}
}
