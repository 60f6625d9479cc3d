package skein.spec.lowering;

import skein.spec.ir.Scalar;

/** Hands out temporaries. */
interface Slots {
  int slot(Scalar type);
}
