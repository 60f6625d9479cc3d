package skein.spec.lowering;

import com.google.common.collect.ImmutableList;
import skein.spec.ir.IrExpr;

/** A storage with the indices that lead to it. */
record Place(Storage storage, ImmutableList<IrExpr> indices) {

  Place at(IrExpr index, Storage element) {
    return new Place(element, ImmutableList.<IrExpr>builder().addAll(indices).add(index).build());
  }

  Place in(Storage part) {
    return new Place(part, indices);
  }
}
