package skein.spec.lowering;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import skein.spec.ir.Scalar;
import skein.spec.ir.Sort;
import skein.spec.syntax.Declaration;

/** A type with its bounds known. */
sealed interface Shape {

  /** A single value; {@code nullable} of a reference. */
  record One(Scalar type, boolean nullable) implements Shape {}

  /** {@code int} without a range: takes that of the value it is given. */
  record AnyInt() implements Shape {}

  record Fields(Declaration.Struct struct, ImmutableMap<String, Shape> fields) implements Shape {}

  /** An array, or a map with a key type. */
  record Cells(int size, Optional<Scalar> key, Shape element) implements Shape {

    /** The sort whose instances are the keys. */
    Optional<Sort> sort() {
      return key.filter(k -> k instanceof Scalar.Ref).map(k -> ((Scalar.Ref) k).sort());
    }
  }

  record Fifo(int capacity, One element) implements Shape {}
}
