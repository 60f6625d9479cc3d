package skein.spec.model;

/** How a step can go wrong. */
public enum FaultKind {
  BUG_ON("BUG_ON"),
  WARN_ON("WARN_ON"),
  ASSERT("assert"),
  STEP_INVARIANT("step invariant"),
  NULL("null"),
  USE_AFTER_FREE("use-after-free"),
  DOUBLE_FREE("double-free"),
  RANGE("range"),
  INDEX("index"),
  DIVISION_BY_ZERO("division-by-zero"),
  POOL_EXHAUSTED("pool-exhausted"),
  QUEUE("queue"),
  LOCK_MISUSE("lock-misuse"),
  /** Fusion took data to be protected by a lock, and it was accessed without the lock. */
  LOCK_DISCIPLINE("lock-discipline"),
  ENDLESS_LOOP("endless-loop");

  private final String word;

  FaultKind(String word) {
    this.word = word;
  }

  /** The word for it after {@code expect}. */
  public String word() {
    return word;
  }
}
