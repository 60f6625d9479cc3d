package skein.spec.ir;

import com.google.common.collect.ImmutableList;

/**
 * The type of one cell. Values are {@code long}s: a bool is 0 or 1, an enum its ordinal, an int
 * itself, a reference an index or {@link Sort#NULL}, a set a bit mask in which bit i stands for the
 * element with {@link #ordinal ordinal} i of its element type.
 */
public sealed interface Scalar {

  record Bool() implements Scalar {}

  /** {@code lo <= value <= hi}. */
  record Int(long lo, long hi) implements Scalar {}

  record Enum(String name, ImmutableList<String> members) implements Scalar {}

  /** A reference, possibly null (whether the source allows null is settled by the type checker). */
  record Ref(Sort sort) implements Scalar {}

  /** A set over a type of at most 64 elements; null is no element. */
  record SetOf(Scalar element) implements Scalar {}

  /** How many values an element of a set or a key of a map can have (null not counted). */
  default long cardinality() {
    if (this instanceof Int range) {
      return range.hi() - range.lo() + 1;
    } else if (this instanceof Enum type) {
      return type.members().size();
    } else if (this instanceof Ref ref) {
      return ref.sort().size();
    } else if (this instanceof Bool) {
      return 2;
    }
    throw new IllegalArgumentException("a set is no element of a set or key of a map");
  }

  /** What is subtracted from a value of this type to number it from 0. */
  default long origin() {
    return this instanceof Int range ? range.lo() : 0;
  }

  /** The value that a cell has when nothing was stored in it: false, lo, first member, null, {}. */
  default long zero() {
    if (this instanceof Int range) {
      return range.lo();
    }
    return this instanceof Ref ? Sort.NULL : 0;
  }
}
