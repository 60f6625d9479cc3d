package skein.spec.interpret;

import skein.spec.ir.Fault;

/** Unwinds an evaluation that went wrong. */
final class StepFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Fault fault;

  StepFailure(Fault fault) {
    super(fault.message(), null, false, false);
    this.fault = fault;
  }

  Fault fault() {
    return fault;
  }
}
