package skein.spec.codegen;

import java.util.function.Consumer;
import skein.spec.ir.IrExpr;

/**
 * How the method being written gets at what it works on.
 *
 * @param now the state as the step has left it so far
 * @param old the state before the step
 * @param self pushes the index of the running process
 * @param calls replaces expressions that got a method of their own
 */
record Frame(
    Code code,
    Locals locals,
    Words now,
    Words old,
    Temps temps,
    Consumer<Code> self,
    FaultExit exit,
    Calls calls) {

  /** Expressions that are evaluated by calling a method. */
  interface Calls {
    /** None. */
    Calls NONE = (code, expr) -> false;

    /** Pushes an expression's value by a call; false, and nothing done, if it has no method. */
    boolean emit(Code code, IrExpr expr);
  }
}
