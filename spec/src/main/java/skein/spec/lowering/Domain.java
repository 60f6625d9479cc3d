package skein.spec.lowering;

import java.util.function.UnaryOperator;
import skein.spec.ir.IrExpr;
import skein.spec.ir.Scalar;
import skein.spec.source.Span;

/**
 * What a choice, quantifier or loop runs over: the values {@code lo..hi} of a type that pass a
 * filter.
 *
 * @param slot where the set that the filter asks is kept; -1 if none is
 */
record Domain(
    Scalar element,
    long lo,
    long hi,
    UnaryOperator<IrExpr> filter,
    int slot,
    IrExpr set,
    Span span) {

  Domain(Scalar element, long lo, long hi, Span span) {
    this(element, lo, hi, value -> Fold.TRUE, -1, Fold.TRUE, span);
  }

  /** All values of a type. */
  static Domain all(Scalar type, Span span) {
    return new Domain(type, type.origin(), type.origin() + type.cardinality() - 1, span);
  }

  Domain where(UnaryOperator<IrExpr> condition) {
    return new Domain(element, lo, hi, condition, slot, set, span);
  }

  Domain with(int keptIn, IrExpr kept) {
    return new Domain(element, lo, hi, filter, keptIn, kept, span);
  }

  IrExpr filter(IrExpr value) {
    return filter.apply(value);
  }

  /** Makes the set that the filter asks known to an expression. */
  IrExpr bind(IrExpr body) {
    return slot < 0 ? body : new IrExpr.Let(slot, set, body);
  }
}
