package skein.spec.fusion;

import com.google.common.collect.ImmutableSet;
import skein.spec.ir.Expressions;
import skein.spec.ir.IrExpr;
import skein.spec.ir.IrExpr.BinaryOp;
import skein.spec.ir.IrExpr.Quantifier;
import skein.spec.ir.StateVar.Role;

/**
 * Proves of step invariants that they hold of every step that changes nothing that they read: with
 * every {@code old(x)} replaced by {@code x}, what is left must be true whatever the values of what
 * it compares are. What can go wrong when it is evaluated is not taken to hold.
 */
final class Stuttering {
  private Stuttering() {}

  /** Whether that can be proven of a step invariant. */
  static boolean allows(IrExpr condition) {
    IrExpr now = withoutChecks(withoutOld(condition), ImmutableSet.of());
    return isTotal(now) && isValid(now);
  }

  /**
   * The expression without the demand that objects are allocated where they are known to be.
   *
   * @param alive references to objects that are known to be allocated
   */
  private static IrExpr withoutChecks(IrExpr e, ImmutableSet<IrExpr> alive) {
    if (e instanceof IrExpr.Checked checked
        && checked.check() == IrExpr.Check.ALIVE
        && alive.contains(checked.operand())) {
      return checked.operand();
    } else if (e instanceof IrExpr.Binary b
        && (b.op() == BinaryOp.AND || b.op() == BinaryOp.IMPLIES)) {
      ImmutableSet.Builder<IrExpr> known = ImmutableSet.<IrExpr>builder().addAll(alive);
      addAlive(b.left(), known);
      IrExpr right = withoutChecks(b.right(), known.build());
      return new IrExpr.Binary(b.op(), withoutChecks(b.left(), alive), right, b.type());
    }
    ImmutableSet<IrExpr> free =
        alive.stream().filter(x -> !binds(e, x)).collect(ImmutableSet.toImmutableSet());
    return Expressions.map(e, child -> withoutChecks(child, free));
  }

  /** Whether a name means something else within an expression. */
  private static boolean binds(IrExpr e, IrExpr name) {
    return name instanceof IrExpr.Temp temp
        && (e instanceof IrExpr.Let let && let.slot() == temp.slot()
            || e instanceof IrExpr.Quantified q && q.slot() == temp.slot());
  }

  private static void addAlive(IrExpr condition, ImmutableSet.Builder<IrExpr> known) {
    if (condition instanceof IrExpr.Binary both && both.op() == BinaryOp.AND) {
      addAlive(both.left(), known);
      addAlive(both.right(), known);
    } else if (condition instanceof IrExpr.Load load && load.variable().role() == Role.ALIVE) {
      known.addAll(load.indices());
    }
  }

  private static boolean isTotal(IrExpr e) {
    boolean divides =
        e instanceof IrExpr.Binary b && (b.op() == BinaryOp.DIVIDE || b.op() == BinaryOp.REMAINDER);
    return !(e instanceof IrExpr.Checked)
        && !divides
        && Expressions.children(e).stream().allMatch(Stuttering::isTotal);
  }

  private static IrExpr withoutOld(IrExpr e) {
    IrExpr now = Expressions.map(e, Stuttering::withoutOld);
    return now instanceof IrExpr.Load load
        ? new IrExpr.Load(load.variable(), load.indices(), false)
        : now;
  }

  private static boolean isValid(IrExpr e) {
    if (e instanceof IrExpr.Quantified q && q.quantifier() == Quantifier.FORALL) {
      return isValid(q.body());
    } else if (e instanceof IrExpr.Let let) {
      return isValid(let.body());
    } else if (e instanceof IrExpr.Binary b && b.op() == BinaryOp.AND) {
      return isValid(b.left()) && isValid(b.right());
    } else if (e instanceof IrExpr.Binary b
        && b.op() == BinaryOp.IMPLIES
        && b.right() instanceof IrExpr.Quantified q
        && q.quantifier() == Quantifier.FORALL) {
      return isValid(new IrExpr.Binary(BinaryOp.IMPLIES, b.left(), q.body(), b.type()));
    }
    return Tautology.isOne(e);
  }
}
