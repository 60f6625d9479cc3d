package skein.spec.syntax;

/**
 * Unwinds the parser to the nearest place where it can go on. The mistake has been reported; this
 * never leaves the package.
 */
@SuppressWarnings("serial")
final class SyntaxError extends RuntimeException {
  private final boolean abandonsDeclaration;

  SyntaxError(boolean abandonsDeclaration) {
    super(null, null, false, false);
    this.abandonsDeclaration = abandonsDeclaration;
  }

  /** Unwinds on, if the whole declaration is given up and not just a part of it. */
  void unwindPastParts() {
    if (abandonsDeclaration) {
      throw this;
    }
  }
}
