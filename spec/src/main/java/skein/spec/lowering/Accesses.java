package skein.spec.lowering;

import com.google.common.collect.ImmutableList;
import java.util.BitSet;
import java.util.Set;
import java.util.function.Consumer;
import skein.spec.ir.Expressions;
import skein.spec.ir.IrExpr;
import skein.spec.ir.StateVar;

/** What operations read and write. */
final class Accesses {
  private final Set<StateVar> own;

  /**
   * @param own variables that only the running process touches
   */
  Accesses(Set<StateVar> own) {
    this.own = own;
  }

  /** Whether an operation has to be at the start of a step, or alone in it. */
  boolean needsStep(Op op) {
    return op instanceof Op.Pick || op instanceof Op.Await await && !await.filter() || touches(op);
  }

  /** Whether it reads or writes something shared. What narrows a choice belongs to the choice. */
  boolean touches(Op op) {
    if (op instanceof Op.Store store && !own.contains(store.variable())) {
      return true;
    } else if (op instanceof Op.Await await && await.filter()) {
      return false;
    }
    return expressions(op).stream().anyMatch(this::readsShared);
  }

  private boolean readsShared(IrExpr e) {
    if (e instanceof IrExpr.Load load && !own.contains(load.variable())
        || e instanceof IrExpr.Referenced
        || e instanceof IrExpr.Reachable) {
      return true;
    }
    return Expressions.children(e).stream().anyMatch(this::readsShared);
  }

  static ImmutableList<IrExpr> expressions(Op op) {
    if (op instanceof Op.Set set) {
      return ImmutableList.of(set.value());
    } else if (op instanceof Op.Store store) {
      return ImmutableList.<IrExpr>builder().addAll(store.indices()).add(store.value()).build();
    } else if (op instanceof Op.Branch branch) {
      return ImmutableList.of(branch.condition());
    } else if (op instanceof Op.Await await) {
      return ImmutableList.of(await.condition());
    } else if (op instanceof Op.Assert check) {
      return ImmutableList.of(check.condition());
    }
    return ImmutableList.of();
  }

  /** The slots of temporaries that an operation reads. */
  static BitSet slotsRead(Op op) {
    BitSet slots = new BitSet();
    for (IrExpr e : expressions(op)) {
      visit(
          e,
          each -> {
            if (each instanceof IrExpr.Temp temp && temp.slot() < World.FIRST_LABEL_SLOT) {
              slots.set(temp.slot());
            }
          });
    }
    return slots;
  }

  static void visit(IrExpr e, Consumer<IrExpr> visitor) {
    visitor.accept(e);
    Expressions.children(e).forEach(child -> visit(child, visitor));
  }
}
