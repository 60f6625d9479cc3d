package skein.spec.symmetry;

import com.google.common.collect.ImmutableList;
import com.google.common.math.LongMath;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import skein.spec.ir.Sort;
import skein.spec.ir.TransitionSystem;
import skein.spec.layout.StateLayout;

/**
 * Finds one representative for each orbit: for each set of states that {@link Renaming renaming}
 * instances makes of one another. Exact: states have the same representative if and only if a
 * renaming maps one to the other. The representative is itself in the orbit.
 *
 * <p>Sorts that no cell relates to each other are treated one after the other, each {@link
 * Component} by {@link KeySort}; what that leaves open, by {@link SignatureSort} or {@link
 * LeastLeaf}.
 *
 * <p>Ip and Dill, Better verification through symmetry, 1996; Junttila, On the symmetry reduction
 * method for Petri nets and similar formalisms, 2003.
 *
 * <p>May be used by several threads at once; each has buffers of its own.
 */
public final class Canonicalizer {
  private final ImmutableList<Component> components;
  private final ThreadLocal<Labelling[]> labellings;

  /** For the renamings that exchange heap objects only; seldom asked, so not worth code. */
  private final ThreadLocal<Labelling[]> heap;

  private Canonicalizer(
      ImmutableList<Component> components,
      ImmutableList<Component> heapComponents,
      int words,
      boolean generate) {
    this.components = components;
    List<Supplier<Labelling>> suppliers =
        components.stream()
            .map(component -> generate ? generated(component, words) : plain(component, words))
            .toList();
    this.labellings = ThreadLocal.withInitial(() -> labellings(suppliers.stream()));
    this.heap =
        ThreadLocal.withInitial(
            () -> labellings(heapComponents.stream().map(component -> plain(component, words))));
  }

  private static Labelling[] labellings(Stream<Supplier<Labelling>> suppliers) {
    return suppliers.map(Supplier::get).toArray(Labelling[]::new);
  }

  private static Supplier<Labelling> generated(Component component, int words) {
    Supplier<Labelling> rest = plain(component, words);
    Optional<OrderPlan> plan = OrderPlan.of(component);
    if (plan.isEmpty()) {
      return rest;
    }
    return OrderCompiler.compile(plan.get())
        .<Supplier<Labelling>>map(code -> () -> new KeySort(plan.get(), code, rest.get(), words))
        .orElse(rest);
  }

  private static Supplier<Labelling> plain(Component component, int words) {
    return component.interacting()
        ? () -> new LeastLeaf(component, words)
        : () -> new SignatureSort(component, words);
  }

  /** For the states of a system, packed in a layout. */
  public static Canonicalizer of(TransitionSystem system, StateLayout layout) {
    return of(system, layout, true);
  }

  /**
   * @param generate whether to generate code for the system
   */
  static Canonicalizer of(TransitionSystem system, StateLayout layout, boolean generate) {
    return new Canonicalizer(
        Component.all(system, layout, sort -> true),
        Component.all(system, layout, sort -> sort.kind() == Sort.Kind.HEAP),
        layout.words(),
        generate);
  }

  /** Whether every state is its own representative because nothing can be exchanged. */
  public boolean isTrivial() {
    return components.isEmpty();
  }

  /** Overwrites a packed state with the representative of its orbit. */
  public void canonicalize(long[] states, int at) {
    for (Labelling labelling : labellings.get()) {
      labelling.canonicalize(states, at);
    }
  }

  /** Number of states in the orbit of a state, or {@link Long#MAX_VALUE} if there are more. */
  public long orbitSize(long[] states, int at) {
    return orbitSize(labellings.get(), states, at);
  }

  /** As {@link #orbitSize}, but states that heap objects' renamings make of one another are one. */
  public long orbitSizeButHeap(long[] states, int at) {
    long size = 1;
    for (Labelling labelling : labellings.get()) {
      size = LongMath.saturatedMultiply(size, labelling.orbitSizeButHeap(states, at));
    }
    return size > 0 ? size : orbitSize(states, at) / orbitSize(heap.get(), states, at);
  }

  private static long orbitSize(Labelling[] labellings, long[] states, int at) {
    long size = 1;
    for (Labelling labelling : labellings) {
      size = LongMath.saturatedMultiply(size, labelling.orbitSize(states, at));
    }
    return size;
  }
}
