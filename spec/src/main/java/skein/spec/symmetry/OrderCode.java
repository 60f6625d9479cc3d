package skein.spec.symmetry;

/**
 * What the class extends that is generated for a component: it orders the points of each sort by a
 * key, in code without a loop or, but for what need not be moved, a branch.
 *
 * <p>A point's key is made of its columns, in which a reference counts only as null or not, and of
 * how many references of each kind name it. Renaming a state renames the keys. So if no two points
 * of a sort have the same key, the order is unique. Points of the same key do no harm if nothing
 * names them and all their cells are the same: they are twins, and exchanging them leaves the state
 * as it is. Most states of most models are of this kind.
 */
abstract class OrderCode {
  static final String NAME = "skein/spec/symmetry/OrderCode";

  /**
   * Orders the points of a state and leaves the order in the buffer, for {@link #move} and {@link
   * OrderPlan#orbitSize}.
   *
   * @return negative if the keys leave it open; 0 if the points are in order
   */
  abstract long order(long[] states, int at, long[] buffer);

  /**
   * Orders the points of the state that was ordered last more finely: those of one class, whose
   * keys were the same, by the classes of what they name and what names them.
   *
   * @return as {@link #order}
   */
  abstract long refine(long[] states, int at, long[] buffer);

  /** Overwrites the state that was ordered last by the one with its points renamed in order. */
  abstract void move(long[] states, int at, long[] buffer);

  /**
   * The bits of a set of references that renaming changes.
   *
   * @param map by value, four bits each, the value's bits that change
   */
  static long changes(long set, long map) {
    long renamed = 0;
    for (long rest = set; rest != 0; rest &= rest - 1) {
      int value = Long.numberOfTrailingZeros(rest) + 1;
      renamed |= 1L << ((value ^ ((int) (map >>> (4 * value)) & 15)) - 1);
    }
    return set ^ renamed;
  }

  /**
   * A hash of the classes of a set's elements.
   *
   * @param map by value, four bits each, its class
   */
  static long classes(long set, long map) {
    long classes = 0;
    for (long rest = set; rest != 0; rest &= rest - 1) {
      int value = Long.numberOfTrailingZeros(rest) + 1;
      classes += Hash.mix((map >>> (4 * value)) & 15);
    }
    return classes;
  }

  /** Adds to what the values in a set are told; value 0 has slot {@code named}. */
  static void tell(long[] buffer, int named, long set, long news) {
    for (long rest = set; rest != 0; rest &= rest - 1) {
      buffer[named + 1 + Long.numberOfTrailingZeros(rest)] += news;
    }
  }
}
