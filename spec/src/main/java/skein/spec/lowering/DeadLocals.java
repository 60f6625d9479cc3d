package skein.spec.lowering;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import skein.spec.ir.StateVar;

/**
 * Which variables of a process have to be reset where a step ends, so that a local has its initial
 * value whenever it can no longer be read.
 *
 * <p>Sets of variables are bit sets over a numbering of them: comparing variables themselves, which
 * are records of records, took a third of the time from a model to its first state.
 */
final class DeadLocals {
  private static final int NONE = -1;

  private final Lowered program;

  /** The variables that can be dirty, each once. */
  private final List<StateVar> variables = new ArrayList<>();

  /** For each slot, and after the slots for each of the program's own variables, its number. */
  private final int[] numbers;

  /** For each operation the variables that may hold a value when control comes to it. */
  private final BitSet[] dirty;

  DeadLocals(Lowered program) {
    this.program = program;
    int slots = program.slots().size();
    numbers = new int[slots + program.own().size()];
    for (int slot = 0; slot < slots; slot++) {
      Optional<StateVar> local = program.locals().isEmpty() ? Optional.empty() : local(slot);
      numbers[slot] = local.map(this::number).orElse(NONE);
    }
    for (int i = 0; i < program.own().size(); i++) {
      numbers[slots + i] = number(program.own().get(i));
    }
    dirty = new BitSet[program.graph().size()];
    spread();
  }

  private Optional<StateVar> local(int slot) {
    return program.locals().orElseThrow().variable(slot);
  }

  private int number(StateVar variable) {
    int number = variables.indexOf(variable);
    if (number >= 0) {
      return number;
    }
    variables.add(variable);
    return variables.size() - 1;
  }

  private void spread() {
    Graph graph = program.graph();
    for (int i = 0; i < dirty.length; i++) {
      dirty[i] = new BitSet();
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = 0; i < dirty.length; i++) {
        if (graph.isReachable(i)) {
          BitSet out = out(i);
          for (int next : graph.successors(i)) {
            int before = dirty[next].cardinality();
            dirty[next].or(out);
            changed |= dirty[next].cardinality() > before;
          }
        }
      }
    }
  }

  private BitSet out(int i) {
    BitSet out = (BitSet) dirty[i].clone();
    if (program.cuts().isCut(i)) {
      out.and(live(i));
      return out;
    }
    int written = written(program.graph().op(i));
    if (written != NONE) {
      out.set(written);
    }
    return out;
  }

  private int written(Op op) {
    if (op instanceof Op.Set set) {
      return numbers[set.register().slot()];
    } else if (op instanceof Op.Pick pick) {
      return numbers[pick.register().slot()];
    } else if (op instanceof Op.Store store && program.own().contains(store.variable())) {
      return variables.indexOf(store.variable());
    }
    return NONE;
  }

  private BitSet live(int i) {
    BitSet live = new BitSet();
    BitSet alive = program.liveness().liveIn(i);
    for (int each = alive.nextSetBit(0); each >= 0; each = alive.nextSetBit(each + 1)) {
      if (numbers[each] != NONE) {
        live.set(numbers[each]);
      }
    }
    return live;
  }

  /** What may hold a value that nobody can read any more where control arrives at a cut or exit. */
  ImmutableList<StateVar> at(int op) {
    BitSet dead = (BitSet) dirty[op].clone();
    if (program.cuts().isCut(op)) {
      dead.andNot(live(op));
    }
    return dead.stream().mapToObj(variables::get).collect(ImmutableList.toImmutableList());
  }
}
