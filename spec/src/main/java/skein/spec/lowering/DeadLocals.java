package skein.spec.lowering;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import skein.spec.ir.StateVar;

/**
 * Which variables of a process have to be reset where a step ends, so that a local has its initial
 * value whenever it can no longer be read.
 */
final class DeadLocals {
  private final Lowered program;
  private final List<Set<StateVar>> dirty = new ArrayList<>();

  DeadLocals(Lowered program) {
    this.program = program;
    Graph graph = program.graph();
    for (int i = 0; i < graph.size(); i++) {
      dirty.add(new LinkedHashSet<>());
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = 0; i < graph.size(); i++) {
        if (graph.isReachable(i)) {
          Set<StateVar> out = out(i);
          for (int next : graph.successors(i)) {
            changed |= dirty.get(next).addAll(out);
          }
        }
      }
    }
  }

  private Set<StateVar> out(int i) {
    Set<StateVar> out = new LinkedHashSet<>(dirty.get(i));
    Op op = program.graph().op(i);
    if (program.cuts().isCut(i)) {
      out.retainAll(live(i));
    } else if (op instanceof Op.Set set) {
      program.locals().flatMap(l -> l.variable(set.register().slot())).ifPresent(out::add);
    } else if (op instanceof Op.Pick pick) {
      program.locals().flatMap(l -> l.variable(pick.register().slot())).ifPresent(out::add);
    } else if (op instanceof Op.Store store && program.own().contains(store.variable())) {
      out.add(store.variable());
    }
    return out;
  }

  private Set<StateVar> live(int i) {
    Set<StateVar> live = new LinkedHashSet<>();
    BitSet numbers = program.liveness().liveIn(i);
    int slots = program.slots().size();
    numbers.stream()
        .forEach(
            number -> {
              if (number >= slots) {
                live.add(program.own().get(number - slots));
              } else {
                program.locals().flatMap(l -> l.variable(number)).ifPresent(live::add);
              }
            });
    return live;
  }

  /** What may hold a value that nobody can read any more where control arrives at a cut or exit. */
  ImmutableList<StateVar> at(int op) {
    Set<StateVar> dead = new LinkedHashSet<>(dirty.get(op));
    if (program.cuts().isCut(op)) {
      dead.removeAll(live(op));
    }
    return ImmutableList.copyOf(dead);
  }
}
