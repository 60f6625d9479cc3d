package skein.spec.lowering;

import com.google.common.collect.ImmutableList;
import java.util.BitSet;
import skein.spec.ir.IrExpr;
import skein.spec.ir.StateVar;

/**
 * Which locals can still be read, at each operation. Registers are numbered by their slot, a
 * process' own variables after them.
 */
final class Liveness {
  private final Graph graph;
  private final ImmutableList<StateVar> own;
  private final int slots;
  private final BitSet[] liveIn;

  Liveness(Graph graph, int slots, ImmutableList<StateVar> own) {
    this.graph = graph;
    this.slots = slots;
    this.own = own;
    this.liveIn = new BitSet[graph.size()];
    for (int i = 0; i < graph.size(); i++) {
      liveIn[i] = new BitSet();
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = graph.size() - 1; i >= 0; i--) {
        if (graph.isReachable(i)) {
          changed |= update(i);
        }
      }
    }
  }

  private boolean update(int i) {
    BitSet live = liveOut(i);
    live.andNot(defined(i));
    live.or(read(i));
    if (live.equals(liveIn[i])) {
      return false;
    }
    liveIn[i] = live;
    return true;
  }

  /** The locals that can be read after operation i. */
  BitSet liveOut(int i) {
    BitSet live = new BitSet();
    for (int next : graph.successors(i)) {
      live.or(liveIn[next]);
    }
    return live;
  }

  /** The locals that can be read from operation i on. */
  BitSet liveIn(int i) {
    return liveIn[i];
  }

  /** The locals whose former value is lost at operation i. */
  BitSet defined(int i) {
    BitSet defined = new BitSet();
    Op op = graph.op(i);
    if (op instanceof Op.Set set) {
      defined.set(set.register().slot());
    } else if (op instanceof Op.Pick pick) {
      defined.set(pick.register().slot());
    } else if (op instanceof Op.Fresh fresh) {
      fresh.variables().forEach(v -> defined.set(slots + own.indexOf(v)));
    }
    return defined;
  }

  private BitSet read(int i) {
    BitSet read = Accesses.slotsRead(graph.op(i));
    if (own.isEmpty()) {
      return read;
    }
    for (IrExpr e : Accesses.expressions(graph.op(i))) {
      Accesses.visit(
          e,
          each -> {
            if (each instanceof IrExpr.Load load && own.contains(load.variable())) {
              read.set(slots + own.indexOf(load.variable()));
            }
          });
    }
    return read;
  }
}
