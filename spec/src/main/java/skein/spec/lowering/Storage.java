package skein.spec.lowering;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import skein.spec.ir.Scalar;
import skein.spec.ir.StateVar;
import skein.spec.syntax.Declaration;

/**
 * Where a variable of any {@link Shape} is kept: the state variables of its single values. What
 * stands inside an {@link Indexed} has a further dimension.
 */
sealed interface Storage {

  record Cell(StateVar variable, boolean nullable) implements Storage {}

  record Group(Declaration.Struct struct, ImmutableMap<String, Storage> fields)
      implements Storage {}

  record Indexed(int size, Optional<Scalar> key, Storage element) implements Storage {}

  /** Items beyond the length are zero, the head is item 0. */
  record Fifo(StateVar length, StateVar items, int capacity, boolean nullable) implements Storage {}
}
