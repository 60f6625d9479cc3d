package skein.spec.lowering;

import com.google.common.collect.ImmutableList;
import java.util.BitSet;
import java.util.Set;
import skein.spec.ir.StateVar;

/**
 * Where a process' code is cut into steps: at those sequence points before which something shared
 * was touched since the last cut, and after which something shared, or a wait or a choice, comes
 * before the next sequence point. What touches only locals so runs on with the step before it.
 */
final class Cuts {
  private final Graph graph;
  private final Accesses accesses;
  private final BitSet cuts = new BitSet();
  private final ImmutableList<Integer> steps;

  /**
   * @param own variables that only the running process touches
   */
  Cuts(Graph graph, Set<StateVar> own) {
    this.graph = graph;
    this.accesses = new Accesses(own);
    findCuts(wanting());
    this.steps = cuts.stream().boxed().collect(ImmutableList.toImmutableList());
  }

  /** The operations from which something that needs a step comes before the next sequence point. */
  private BitSet wanting() {
    BitSet wants = new BitSet();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = graph.size() - 1; i >= 0; i--) {
        if (!wants.get(i) && graph.isReachable(i) && !isPoint(i) && wants(i, wants)) {
          wants.set(i);
          changed = true;
        }
      }
    }
    return wants;
  }

  private boolean wants(int i, BitSet wants) {
    if (accesses.needsStep(graph.op(i))) {
      return true;
    }
    for (int next : graph.successors(i)) {
      if (wants.get(next)) {
        return true;
      }
    }
    return false;
  }

  private boolean isPoint(int i) {
    return graph.op(i) instanceof Op.Point || graph.op(i) instanceof Op.Stand;
  }

  /** Forward: has something shared been touched since the last cut? At the start: yes. */
  private void findCuts(BitSet wanting) {
    BitSet touched = new BitSet();
    touched.set(0);
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = 0; i < graph.size(); i++) {
        if (graph.isReachable(i) && out(i, touched.get(i), wanting)) {
          for (int next : graph.successors(i)) {
            changed |= !touched.get(next);
            touched.set(next);
          }
        }
      }
    }
    for (int i = 0; i < graph.size(); i++) {
      boolean stand = graph.op(i) instanceof Op.Stand;
      boolean point = isPoint(i) && touched.get(i) && wanting.get(graph.successors(i)[0]);
      if (graph.isReachable(i) && (stand || point)) {
        cuts.set(i);
      }
    }
  }

  private boolean out(int i, boolean in, BitSet wanting) {
    if (graph.op(i) instanceof Op.Stand) {
      return false;
    } else if (graph.op(i) instanceof Op.Point) {
      return in && !wanting.get(graph.successors(i)[0]);
    }
    return in || accesses.touches(graph.op(i));
  }

  boolean isCut(int op) {
    return cuts.get(op);
  }

  /** The cuts in the order of the code; the position is the step's number. */
  ImmutableList<Integer> steps() {
    return steps;
  }

  int stepAt(int cut) {
    return steps.indexOf(cut);
  }
}
