package skein.spec.codegen;

import com.google.common.collect.ImmutableList;
import java.util.HashSet;
import java.util.Set;
import skein.spec.ir.Instruction;
import skein.spec.ir.IrExpr;
import skein.spec.ir.Scalar;
import skein.spec.ir.StateProperty;
import skein.spec.ir.StateVar;

/**
 * Finds step invariants that need not be decided after certain steps. If a step stores to no
 * variable that an invariant reads, then the invariant says of the step what it says when {@code
 * old} is left out, for each value read is the same before and after. If that simplifies to true
 * ({@code old(x) <= x} becomes {@code x <= x}), it holds; and as the {@link Simplifier} drops only
 * what cannot go wrong, nothing in it goes wrong either.
 */
final class StutterProof {
  private final Target target;
  private final StateProperty invariant;
  private final boolean holdsOfStutter;
  private final Set<Integer> read = new HashSet<>();

  StutterProof(Target target, StateProperty invariant) {
    this.target = target;
    this.invariant = invariant;
    this.holdsOfStutter = isTrue(invariant, withoutOld(invariant.condition()));
    collectReads(invariant.condition());
  }

  StateProperty invariant() {
    return invariant;
  }

  /** Whether the invariant holds of whatever a step can do. */
  boolean covers(StepGraph graph) {
    if (!holdsOfStutter) {
      return false;
    }
    for (int position : graph.order()) {
      if (graph.at(position) instanceof Instruction.Store store
          && read.contains(store.variable().id())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isTrue(StateProperty invariant, IrExpr condition) {
    return Shape.isConst(new Simplifier(invariant.temporaries(), 0).simplify(condition), 1);
  }

  private void collectReads(IrExpr expr) {
    if (expr instanceof IrExpr.Load load) {
      read.add(load.variable().id());
    } else if (expr instanceof IrExpr.Checked checked && checked.check() == IrExpr.Check.ALIVE) {
      read.add(target.alive(((Scalar.Ref) checked.operand().type()).sort()).id());
    } else if (expr instanceof IrExpr.Referenced || expr instanceof IrExpr.Reachable) {
      target.system().variables().stream().map(StateVar::id).forEach(read::add);
    }
    Shape.children(expr).forEach(this::collectReads);
  }

  private static IrExpr withoutOld(IrExpr expr) {
    ImmutableList<IrExpr> children =
        Shape.children(expr).stream()
            .map(StutterProof::withoutOld)
            .collect(ImmutableList.toImmutableList());
    return expr instanceof IrExpr.Load load
        ? new IrExpr.Load(load.variable(), children, false)
        : Shape.withChildren(expr, children);
  }
}
