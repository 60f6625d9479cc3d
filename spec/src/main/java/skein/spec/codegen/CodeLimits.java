package skein.spec.codegen;

/**
 * How much code goes where. HotSpot inlines hot methods of up to 325 bytes and never compiles
 * methods of 8,000 or more.
 *
 * @param direct the most bytes of a method that keeps state and temporaries in locals; longer steps
 *     and properties are split
 * @param segment bytes of a segment of a split step
 * @param expression what an expression of a split step or property may weigh, see {@link Weights}
 * @param unrolled nodes that an unrolled quantifier may have
 * @param words the most words of a state that are kept in locals
 * @param methods the most methods that steps may take if each instance has its own: the fewer there
 *     are, the sooner HotSpot has compiled them
 */
record CodeLimits(int direct, int segment, int expression, int unrolled, int words, int methods) {
  static final CodeLimits DEFAULT = new CodeLimits(6_000, 6_000, 1_500, 120, 8, 64);
}
