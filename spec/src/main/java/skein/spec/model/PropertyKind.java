package skein.spec.model;

/** The kinds of property that are decided on single states or steps. */
public enum PropertyKind {
  /** Holds in every reachable state. */
  INVARIANT("invariant"),
  /** Holds of every step. Its violation is a {@link FaultKind#STEP_INVARIANT} of the step. */
  STEP_INVARIANT("step invariant"),
  /** Holds in every final state: all processes but daemons have ended, no action is enabled. */
  FINAL_INVARIANT("final invariant"),
  /** Every heap object allocated in a final state can still be reached from somewhere. */
  LEAK("leak"),
  /** Holds in some reachable state. */
  COVER("cover"),
  /** States where it fails are checked, but not explored further. */
  CONSTRAINT("constraint");

  private final String word;

  PropertyKind(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
