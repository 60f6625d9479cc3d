package skein.spec.fusion;

/** Past what steps of other processes a step can be moved, in every run, without a difference. */
enum Mover {
  BOTH(true, true),
  RIGHT(true, false),
  LEFT(false, true),
  NONE(false, false);

  private final boolean right;
  private final boolean left;

  Mover(boolean right, boolean left) {
    this.right = right;
    this.left = left;
  }

  /** Whether it may as well happen after what another process does next. */
  boolean right() {
    return right;
  }

  /** Whether it may as well happen before what another process did just before. */
  boolean left() {
    return left;
  }

  /** Of two things done in one step. */
  Mover and(Mover other) {
    if (right && other.right) {
      return left && other.left ? BOTH : RIGHT;
    }
    return left && other.left ? LEFT : NONE;
  }
}
