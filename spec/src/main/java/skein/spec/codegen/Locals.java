package skein.spec.codegen;

/** Hands out a method's local variables. */
final class Locals {
  private int next;

  /**
   * @param parameters how many the parameters take up, a long counting twice
   */
  Locals(int parameters) {
    this.next = parameters;
  }

  int takeInt() {
    return next++;
  }

  int takeLong() {
    next += 2;
    return next - 2;
  }
}
