package skein.spec.fusion;

import java.util.Optional;
import skein.spec.ir.Scalar;
import skein.spec.ir.Sort;
import skein.spec.ir.StateVar;

/** Which variables can refer to objects of a sort: see {@link skein.spec.ir.IrExpr.Referenced}. */
final class References {
  private References() {}

  static boolean canRefer(StateVar variable, Sort sort) {
    Scalar type = variable.type();
    if (isRef(type, sort) || type instanceof Scalar.SetOf set && isRef(set.element(), sort)) {
      return true;
    }
    return variable.dimensions().stream()
        .skip(variable.keys())
        .map(StateVar.Dimension::sort)
        .flatMap(Optional::stream)
        .anyMatch(key -> key.id() == sort.id());
  }

  private static boolean isRef(Scalar type, Sort sort) {
    return type instanceof Scalar.Ref ref && ref.sort().id() == sort.id();
  }
}
