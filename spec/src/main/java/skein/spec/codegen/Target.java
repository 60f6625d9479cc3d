package skein.spec.codegen;

import skein.spec.ir.Sort;
import skein.spec.ir.StateVar;
import skein.spec.ir.TransitionSystem;
import skein.spec.layout.StateLayout;

/** What all methods of the generated class share. */
record Target(
    TransitionSystem system, StateLayout layout, CodeLimits limits, Tables tables, HeapTable heap) {

  static Target of(TransitionSystem system, StateLayout layout, CodeLimits limits) {
    return new Target(system, layout, limits, new Tables(), new HeapTable(system, layout));
  }

  /** The variable that says which instances of a heap sort are allocated. */
  StateVar alive(Sort heap) {
    return system.variables().stream()
        .filter(variable -> variable.role() == StateVar.Role.ALIVE)
        .filter(variable -> variable.owner().orElseThrow().id() == heap.id())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no variable says which " + heap.name() + " is allocated"));
  }
}
