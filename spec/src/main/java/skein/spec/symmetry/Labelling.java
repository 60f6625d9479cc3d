package skein.spec.symmetry;

/**
 * Finds representatives under the renamings of one component. Has buffers of its own, so one thread
 * at a time may use it.
 */
interface Labelling {
  /** Overwrites a state with the representative of its orbit. */
  void canonicalize(long[] states, int at);

  /** Number of states in the orbit of a state, or {@link Long#MAX_VALUE} if there are more. */
  long orbitSize(long[] states, int at);

  /**
   * As {@link #orbitSize}, but states that heap objects' renamings make of one another count as
   * one; 0 if that is still to be found out.
   */
  default long orbitSizeButHeap(long[] states, int at) {
    return 0;
  }
}
