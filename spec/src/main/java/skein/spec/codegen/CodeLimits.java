package skein.spec.codegen;

/** How much code goes where. */
final class CodeLimits {
  /** Bytes from which on a method is split. */
  static final int SPLIT = 6_000;

  /** Nodes that an unrolled quantifier may have. */
  static final int UNROLL = 120;

  /** The most words of a state that are kept in locals. */
  static final int WORDS_IN_LOCALS = 8;

  /** The most methods that steps may take when each instance has its own. */
  static final int METHODS = 4_000;

  private CodeLimits() {}
}
