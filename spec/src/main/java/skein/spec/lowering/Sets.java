package skein.spec.lowering;

import skein.spec.ir.IrExpr;
import skein.spec.ir.IrExpr.UnaryOp;
import skein.spec.ir.Scalar;
import skein.spec.ir.Sort;

/** Sets over different element types: of ranges that differ, of tasks and of one process. */
final class Sets {
  private final Slots slots;

  Sets(Slots slots) {
    this.slots = slots;
  }

  static boolean isEmpty(IrExpr e) {
    return e instanceof IrExpr.Const c && c.value() == 0;
  }

  /** The type in which two sets can be compared and combined. */
  static Scalar.SetOf common(IrExpr a, IrExpr b) {
    if (isEmpty(a)) {
      return (Scalar.SetOf) b.type();
    }
    Scalar.SetOf x = (Scalar.SetOf) a.type();
    if (isEmpty(b)) {
      return x;
    }
    Scalar.SetOf y = (Scalar.SetOf) b.type();
    if (x.element() instanceof Scalar.Ref p
        && y.element() instanceof Scalar.Ref q
        && q.sort().kind() == Sort.Kind.TASK
        && p.sort().kind() == Sort.Kind.PROCESS) {
      return y;
    }
    return new Scalar.SetOf(Fold.join(x.element(), y.element()));
  }

  /** The same set as one over another element type; elements outside that type are lost. */
  IrExpr rebase(IrExpr set, Scalar.SetOf type) {
    Scalar from = ((Scalar.SetOf) set.type()).element();
    if (isEmpty(set)) {
      return new IrExpr.Const(0, type);
    }
    if (from.equals(type.element())) {
      return set;
    }
    if (from instanceof Scalar.Int a && type.element() instanceof Scalar.Int b) {
      if (set instanceof IrExpr.Const c) {
        long shift = a.lo() - b.lo();
        return new IrExpr.Const(shift >= 0 ? c.value() << shift : c.value() >>> -shift, type);
      }
    }
    int slot = slots.slot(type.element());
    IrExpr element = new IrExpr.Temp(slot, type.element());
    long lo = type.element().origin();
    long hi = lo + type.element().cardinality() - 1;
    IrExpr body =
        from instanceof Scalar.Ref ref ? inNarrower(element, ref, set) : Fold.in(element, set);
    return new IrExpr.Quantified(
        IrExpr.Quantifier.COLLECT, slot, type.element(), lo, hi, body, type);
  }

  /** Whether a task is in a set of instances of one process. */
  private IrExpr inNarrower(IrExpr task, Scalar.Ref process, IrExpr set) {
    int slot = slots.slot(process);
    IrExpr member = new IrExpr.Temp(slot, process);
    Sort all = ((Scalar.Ref) task.type()).sort();
    IrExpr body = Fold.and(Fold.in(member, set), Fold.equal(new IrExpr.AsTask(member, all), task));
    return new IrExpr.Quantified(
        IrExpr.Quantifier.EXISTS, slot, process, 0, process.sort().size() - 1, body, Fold.BOOL);
  }

  static IrExpr size(IrExpr set) {
    long max = ((Scalar.SetOf) set.type()).element().cardinality();
    return new IrExpr.Unary(UnaryOp.SIZE, set, new Scalar.Int(0, max));
  }
}
