package skein.spec.symmetry;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import skein.spec.ir.Scalar;
import skein.spec.ir.Sort;
import skein.spec.ir.StateVar;
import skein.spec.ir.TransitionSystem;
import skein.spec.layout.Slot;
import skein.spec.layout.StateLayout;

/**
 * The cells of a variable that renaming may bring to each other's place: those that differ only in
 * the exchangeable instances that index them. All have the same width.
 *
 * @param id number of the family in the system
 * @param sorts whose instances index the cells, outermost first; a sort may occur twice
 * @param cells row-major in the instances of {@code sorts}
 * @param names the sort that the values refer to, if it has exchangeable instances
 * @param set whether a value is a set of references to {@code names}
 */
record Family(
    int id,
    ImmutableList<Sort> sorts,
    ImmutableList<Slot> cells,
    Optional<Sort> names,
    boolean set) {

  /** All families of a system whose cells take bits. */
  static ImmutableList<Family> all(
      TransitionSystem system, StateLayout layout, Instances instances) {
    List<Family> families = new ArrayList<>();
    for (StateVar variable : system.variables()) {
      if (Slot.width(variable.type()) > 0) {
        split(variable, layout, instances, families);
      }
    }
    return ImmutableList.copyOf(families);
  }

  private static void split(
      StateVar variable, StateLayout layout, Instances instances, List<Family> families) {
    record Key(ImmutableList<Integer> plain, ImmutableList<Sort> sorts) {}
    Map<Key, List<Slot>> groups = new LinkedHashMap<>();
    for (int cell = 0; cell < variable.cells(); cell++) {
      ImmutableList.Builder<Integer> plain = ImmutableList.builder();
      ImmutableList.Builder<Sort> sorts = ImmutableList.builder();
      int rest = cell;
      for (StateVar.Dimension dimension : variable.dimensions().reverse()) {
        int index = rest % dimension.size();
        rest /= dimension.size();
        Optional<Instances.Instance> moved =
            dimension.sort().flatMap(sort -> instances.movable(sort, index));
        moved.ifPresent(instance -> sorts.add(instance.sort()));
        plain.add(moved.isPresent() ? -1 : index);
      }
      groups
          .computeIfAbsent(
              new Key(plain.build(), sorts.build().reverse()), key -> new ArrayList<>())
          .add(layout.slot(variable, cell));
    }
    Optional<Sort> names =
        target(variable.type()).filter(sort -> !instances.sortsIn(sort).isEmpty());
    boolean set = variable.type() instanceof Scalar.SetOf;
    groups.forEach(
        (key, slots) ->
            families.add(
                new Family(families.size(), key.sorts(), ImmutableList.copyOf(slots), names, set)));
  }

  private static Optional<Sort> target(Scalar type) {
    Scalar element = type instanceof Scalar.SetOf set ? set.element() : type;
    return element instanceof Scalar.Ref ref ? Optional.of(ref.sort()) : Optional.empty();
  }

  /** How many instances index a cell. */
  int arity() {
    return sorts.size();
  }

  /** Bits of a cell, at the low end. */
  long mask() {
    return cells.get(0).mask();
  }

  /** Where a cell lies: 64 times the word, plus the shift. */
  int place(int cell) {
    return cells.get(cell).word() * Long.SIZE + cells.get(cell).shift();
  }

  /** Where the cells lie. */
  int[] places() {
    int[] places = new int[cells.size()];
    Arrays.setAll(places, this::place);
    return places;
  }

  /**
   * The sorts whose renamings depend on each other because of this family; none if each sort acts
   * on it by itself.
   */
  ImmutableSet<Sort> interacting(Instances instances) {
    if (arity() == 0 || arity() + names.stream().count() < 2) {
      return ImmutableSet.of();
    }
    ImmutableSet.Builder<Sort> involved = ImmutableSet.<Sort>builder().addAll(sorts);
    names.ifPresent(sort -> involved.addAll(instances.sortsIn(sort)));
    return involved.build();
  }
}
