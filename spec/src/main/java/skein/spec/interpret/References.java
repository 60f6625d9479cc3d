package skein.spec.interpret;

import java.util.Arrays;
import java.util.Optional;
import skein.spec.ir.Cells;
import skein.spec.ir.Scalar;
import skein.spec.ir.Sort;
import skein.spec.ir.StateVar;
import skein.spec.ir.StateVar.Role;
import skein.spec.ir.TransitionSystem;

/** Who refers to whom: {@code Referenced} and {@code Reachable}. Sets of instances are masks. */
final class References {
  private final TransitionSystem system;
  private final Cells cells;

  References(TransitionSystem system, Cells cells) {
    this.system = system;
    this.cells = cells;
  }

  /** The instances of a sort to which any cell refers. */
  long referenced(Sort sort, long[] state) {
    long found = 0;
    for (int cell = 0; cell < state.length; cell++) {
      found |= referencesOf(cell, sort, state);
    }
    return found;
  }

  /** The allocated instances of a heap sort that some chain of references leads to. */
  long reachable(Sort sort, long[] state) {
    long[] reached = new long[system.sorts().size()];
    long[] before;
    do {
      before = reached.clone();
      for (int cell = 0; cell < state.length; cell++) {
        if (isRoot(cell) || isOfReached(cell, reached)) {
          for (Sort heap : system.sorts()) {
            if (heap.kind() == Sort.Kind.HEAP) {
              reached[heap.id()] |= referencesOf(cell, heap, state) & allocated(heap, state);
            }
          }
        }
      }
    } while (!Arrays.equals(before, reached));
    return reached[sort.id()];
  }

  /** The allocated instances of a heap sort. */
  long allocated(Sort heap, long[] state) {
    StateVar alive = alive(heap);
    long found = 0;
    for (int i = 0; i < heap.size(); i++) {
      found |= state[cells.cell(alive, i)] << i;
    }
    return found;
  }

  /** The variable that says which instances of a heap sort are allocated. */
  StateVar alive(Sort heap) {
    for (StateVar variable : system.variables()) {
      if (variable.role() == Role.ALIVE && variable.owner().orElseThrow().id() == heap.id()) {
        return variable;
      }
    }
    throw new IllegalArgumentException("no variable says which " + heap.name() + " is allocated");
  }

  private boolean isRoot(int cell) {
    return !ownedByHeap(cells.variable(cell));
  }

  private boolean isOfReached(int cell, long[] reached) {
    StateVar variable = cells.variable(cell);
    Sort heap = variable.owner().orElseThrow();
    return (reached[heap.id()] >>> cells.indices(cell)[0] & 1) != 0;
  }

  private static boolean ownedByHeap(StateVar variable) {
    Optional<Sort> owner = variable.owner();
    return owner.isPresent() && owner.get().kind() == Sort.Kind.HEAP;
  }

  /** The instances of a sort to which one cell refers, as value, element or index. */
  private long referencesOf(int cell, Sort sort, long[] state) {
    StateVar variable = cells.variable(cell);
    long found = ofValue(variable.type(), state[cell], sort);
    if (state[cell] != variable.type().zero()) {
      int[] indices = cells.indices(cell);
      for (int d = variable.keys(); d < indices.length; d++) {
        Optional<Sort> key = variable.dimensions().get(d).sort();
        if (key.isPresent() && key.get().id() == sort.id()) {
          found |= 1L << indices[d];
        }
      }
    }
    return found;
  }

  private static long ofValue(Scalar type, long value, Sort sort) {
    if (isRef(type, sort)) {
      return value == Sort.NULL ? 0 : 1L << value;
    }
    return type instanceof Scalar.SetOf set && isRef(set.element(), sort) ? value : 0;
  }

  private static boolean isRef(Scalar type, Sort sort) {
    return type instanceof Scalar.Ref ref && ref.sort().id() == sort.id();
  }
}
