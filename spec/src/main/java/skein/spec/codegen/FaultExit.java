package skein.spec.codegen;

import skein.spec.ir.Fault;

/** How a method is left when the step or property fails. */
interface FaultExit {
  /** Emits code that ends in a return; what is on the operand stack is left there. */
  void emit(Code code, Fault fault);
}
