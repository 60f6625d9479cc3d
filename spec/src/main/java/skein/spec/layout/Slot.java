package skein.spec.layout;

import skein.spec.ir.Scalar;

/**
 * The bits of one cell: {@code width} bits of a word, from bit {@code shift} up. What they hold is
 * the value minus {@code zero}, so a cell that nothing was stored in is all zeros.
 *
 * @param word which of the state's words, from 0
 * @param shift number of lower bits in the word
 * @param width 0 (a type of one value) to 64; {@code shift + width <= 64}
 * @param zero the cell's {@link Scalar#zero()}
 */
public record Slot(int word, int shift, int width, long zero) {

  /** The bits needed for the values of a type, null included. */
  public static int width(Scalar type) {
    if (type instanceof Scalar.Int range) {
      return bits(range.hi() - range.lo());
    } else if (type instanceof Scalar.Ref ref) {
      return bits(ref.sort().size());
    } else if (type instanceof Scalar.SetOf set) {
      return Math.toIntExact(set.element().cardinality());
    }
    return bits(type.cardinality() - 1);
  }

  private static int bits(long highest) {
    return Long.SIZE - Long.numberOfLeadingZeros(highest);
  }

  /** The low {@code width} bits. */
  public long mask() {
    return width == Long.SIZE ? -1L : (1L << width) - 1;
  }

  /** The cell's value in a packed state. */
  public long load(long[] states, int at) {
    return ((states[at + word] >>> shift) & mask()) + zero;
  }

  /** Sets the cell in a packed state to a value of its type. */
  public void store(long[] states, int at, long value) {
    long place = mask() << shift;
    states[at + word] = (states[at + word] & ~place) | (((value - zero) << shift) & place);
  }
}
