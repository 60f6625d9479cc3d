package skein.spec.codegen;

import java.util.List;
import java.util.Optional;
import skein.spec.ir.Scalar;
import skein.spec.ir.Sort;
import skein.spec.ir.StateVar;
import skein.spec.ir.TransitionSystem;
import skein.spec.layout.Slot;
import skein.spec.layout.StateLayout;

/** Writes the table that {@link HeapReferences} reads. */
final class HeapTable {
  private final StateLayout layout;
  private final List<Sort> heaps;
  private final StringBuilder rows = new StringBuilder();

  HeapTable(TransitionSystem system, StateLayout layout) {
    this.layout = layout;
    this.heaps = system.sorts().stream().filter(s -> s.kind() == Sort.Kind.HEAP).toList();
    for (StateVar variable : system.variables()) {
      for (int cell = 0; cell < variable.cells(); cell++) {
        if (layout.slot(variable, cell).width() > 0) {
          addRows(variable, cell);
        }
      }
    }
  }

  /** The rows. */
  String text() {
    return rows.toString();
  }

  /** Number of heap sorts. */
  int sorts() {
    return heaps.size();
  }

  /** A heap sort's number among the heap sorts. */
  int number(Sort heap) {
    for (int i = 0; i < heaps.size(); i++) {
      if (heaps.get(i).id() == heap.id()) {
        return i;
      }
    }
    return -1;
  }

  private void addRows(StateVar variable, int cell) {
    if (variable.role() == StateVar.Role.ALIVE) {
      addRow(variable, cell, HeapReferences.ALIVE, 0);
    } else if (variable.type() instanceof Scalar.Ref ref) {
      addReference(variable, cell, HeapReferences.REFERENCE, ref.sort());
    } else if (variable.type() instanceof Scalar.SetOf set
        && set.element() instanceof Scalar.Ref ref) {
      addReference(variable, cell, HeapReferences.SET, ref.sort());
    }
    int rest = cell;
    for (int d = variable.dimensions().size() - 1; d >= variable.keys(); d--) {
      StateVar.Dimension dimension = variable.dimensions().get(d);
      int index = rest % dimension.size();
      rest /= dimension.size();
      dimension
          .sort()
          .ifPresent(sort -> addReference(variable, cell, HeapReferences.KEY + index, sort));
    }
  }

  private void addReference(StateVar variable, int cell, int kind, Sort to) {
    if (number(to) >= 0) {
      addRow(variable, cell, kind, number(to));
    }
  }

  private void addRow(StateVar variable, int cell, int kind, int to) {
    Slot slot = layout.slot(variable, cell);
    Optional<Sort> owner = variable.owner().filter(sort -> number(sort) >= 0);
    int perOwner = owner.map(sort -> variable.cells() / sort.size()).orElse(1);
    rows.append((char) (slot.word() * Long.SIZE + slot.shift()))
        .append((char) slot.width())
        .append((char) kind)
        .append((char) to)
        .append((char) (owner.isPresent() ? number(owner.get()) + 1 : 0))
        .append((char) (owner.isPresent() ? cell / perOwner : 0));
  }
}
