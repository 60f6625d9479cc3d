package skein.spec.symmetry;

import com.google.common.collect.ImmutableList;
import com.google.common.math.LongMath;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import skein.spec.ir.Sort;
import skein.spec.ir.TransitionSystem;
import skein.spec.layout.StateLayout;

/**
 * Finds one representative for each orbit: for each set of states that {@link Renaming renaming}
 * instances makes of one another. Exact: states have the same representative if and only if a
 * renaming maps one to the other. The representative is itself in the orbit.
 *
 * <p>Sorts that no cell relates to each other are treated one after the other, each {@link
 * Component} in the cheapest way: {@link SignatureSort}, {@link AllPermutations} or {@link
 * LeastLeaf}.
 *
 * <p>Ip and Dill, Better verification through symmetry, 1996; Junttila, On the symmetry reduction
 * method for Petri nets and similar formalisms, 2003.
 *
 * <p>May be used by several threads at once; each has buffers of its own.
 */
public final class Canonicalizer {
  /** Up to this order, trying all renamings is faster than refining colours. */
  static final int SMALL_ORDER = 12;

  private final ImmutableList<Component> components;
  private final ThreadLocal<Labelling[]> labellings;

  private Canonicalizer(ImmutableList<Component> components, int words, int smallOrder) {
    this.components = components;
    List<Supplier<Labelling>> suppliers =
        components.stream().map(component -> labelling(component, words, smallOrder)).toList();
    this.labellings =
        ThreadLocal.withInitial(
            () -> suppliers.stream().map(Supplier::get).toArray(Labelling[]::new));
  }

  private static Supplier<Labelling> labelling(Component component, int words, int smallOrder) {
    return OrderPlan.of(component)
        .map(
            plan -> {
              OrderCode code = OrderCompiler.compile(plan);
              Supplier<Labelling> supplier =
                  () -> new KeySort(plan, code, searching(component, words, smallOrder));
              return supplier;
            })
        .orElse(() -> searching(component, words, smallOrder));
  }

  private static Labelling searching(Component component, int words, int smallOrder) {
    if (!component.interacting()) {
      return new SignatureSort(component, words);
    }
    boolean small = component.order().compareTo(BigInteger.valueOf(smallOrder)) <= 0;
    return small ? new AllPermutations(component) : new LeastLeaf(component, words);
  }

  /** For the states of a system, packed in a layout. */
  public static Canonicalizer of(TransitionSystem system, StateLayout layout) {
    return of(system, layout, SMALL_ORDER);
  }

  /**
   * @param smallOrder up to what order to try all renamings of a component that is not just sorted
   */
  static Canonicalizer of(TransitionSystem system, StateLayout layout, int smallOrder) {
    return of(system, layout, sort -> true, smallOrder);
  }

  /** One that exchanges heap objects only. */
  public static Canonicalizer ofHeap(TransitionSystem system, StateLayout layout) {
    return of(system, layout, sort -> sort.kind() == Sort.Kind.HEAP, SMALL_ORDER);
  }

  private static Canonicalizer of(
      TransitionSystem system, StateLayout layout, Predicate<Sort> considered, int smallOrder) {
    return new Canonicalizer(Component.all(system, layout, considered), layout.words(), smallOrder);
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
    long size = 1;
    for (Labelling labelling : labellings.get()) {
      size = LongMath.saturatedMultiply(size, labelling.orbitSize(states, at));
    }
    return size;
  }
}
