package skein.spec.symmetry;

/**
 * A fixed mixing function on 64 bits. Colours are hashes of what is alike for all states of an
 * orbit. Equal ones need not stand for the same: points of one colour are compared exactly before
 * they are taken for twins, and leaves before they are taken for equal, so that a collision makes
 * the search longer, not wrong.
 */
final class Hash {
  private Hash() {}

  /** The finalizer of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014), one round less. */
  static long mix(long bits) {
    long mixed = (bits ^ (bits >>> 32)) * 0xbf58476d1ce4e5b9L;
    return (mixed ^ (mixed >>> 29)) * 0x94d049bb133111ebL;
  }

  /** A colour: 63 mixed bits. */
  static long colour(long bits) {
    return mix(bits) >>> 1;
  }

  /** A constant for the i-th of a list, different for each. */
  static long seed(int i) {
    return mix((i + 1) * 0x9e3779b97f4a7c15L);
  }
}
