package skein.spec.layout;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import skein.spec.ir.Sort;
import skein.spec.ir.StateVar;

/**
 * A block of equal, equally spaced bit ranges. If it belongs to a sort, range i holds what belongs
 * to instance i, so that to exchange two instances is to exchange two ranges of each of the sort's
 * blocks (and to rename the references to them).
 *
 * @param sort the sort whose instances number the ranges; absent for a variable that is not first
 *     indexed by a sort
 * @param count number of ranges
 * @param width bits of a range, 1 to 64; no range straddles words
 * @param word the word of range 0
 * @param shift number of bits below range 0
 * @param perWord how many ranges a word holds
 * @param members what lies in a range
 */
public record Columns(
    Optional<Sort> sort,
    int count,
    int width,
    int word,
    int shift,
    int perWord,
    ImmutableList<Member> members) {

  /**
   * One cell of each range.
   *
   * @param variable the variable it is a cell of
   * @param inner which of the variable's cells of one range; in range i it is cell {@code i *
   *     (cells / count) + inner}
   * @param offset bits below it in the range
   */
  public record Member(StateVar variable, int inner, int offset) {}

  /** The word that range i lies in. */
  public int word(int i) {
    return word + i / perWord;
  }

  /** Number of bits below range i in its word. */
  public int shift(int i) {
    return shift + i % perWord * width;
  }

  /** The number of the cell of range i. */
  public static int cell(StateVar variable, int count, int i, int inner) {
    return i * (variable.cells() / count) + inner;
  }
}
