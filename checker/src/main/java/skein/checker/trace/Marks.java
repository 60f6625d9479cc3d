package skein.checker.trace;

import skein.checker.visited.PartitionedStates;

/**
 * A set of states, one bit for each state of the store.
 *
 * <p>The bits of a partition are set by one thread at a time. Others may meanwhile read bits that
 * were set before: they may share an {@code int} with one that is being set, which does no harm.
 */
final class Marks {
  private final int[][] bits;

  Marks(PartitionedStates states) {
    bits = new int[states.count()][];
    for (int number = 0; number < bits.length; number++) {
      bits[number] = new int[(states.partition(number).size() + 31) / 32];
    }
  }

  void set(int partition, int position) {
    bits[partition][position >>> 5] |= 1 << position;
  }

  boolean get(int partition, int position) {
    return (bits[partition][position >>> 5] & 1 << position) != 0;
  }
}
