package skein.spec.lowering;

import skein.spec.diagnostic.Diagnostic;

/** Ends the lowering of one declaration with a diagnostic; never leaves the package. */
final class LoweringException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Diagnostic diagnostic;

  LoweringException(Diagnostic diagnostic) {
    super(diagnostic.message(), null, false, false);
    this.diagnostic = diagnostic;
  }

  Diagnostic diagnostic() {
    return diagnostic;
  }
}
