package skein.spec.symmetry;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import skein.spec.ir.Sort;
import skein.spec.ir.TransitionSystem;
import skein.spec.layout.StateLayout;

/**
 * Sorts that must be renamed together, and the cells that this changes. The group of all renamings
 * is the product of those of the components, and each acts on a state without regard to the others:
 * a value or index of another component's instance is a constant to it.
 *
 * <p>The instances of a component, its points, are numbered sort by sort.
 *
 * @param interacting whether some cell relates two points; if not, there is one sort
 * @param columns the families indexed by one point
 * @param blocks the families indexed by two or more
 * @param mentions the families indexed by none whose values name points
 */
record Component(
    Instances instances,
    ImmutableList<Sort> sorts,
    boolean interacting,
    ImmutableList<Family> columns,
    ImmutableList<Family> blocks,
    ImmutableList<Family> mentions) {

  /** Splits a system's group as finely as its variables allow. */
  static ImmutableList<Component> all(
      TransitionSystem system, StateLayout layout, Predicate<Sort> considered) {
    Instances instances = new Instances(system, considered);
    ImmutableList<Family> families = Family.all(system, layout, instances);
    List<Set<Sort>> parts = new ArrayList<>();
    instances.sorts().forEach(sort -> parts.add(new LinkedHashSet<>(Set.of(sort))));
    families.forEach(family -> join(parts, family.interacting(instances)));
    return parts.stream()
        .map(part -> of(instances, part, families))
        .collect(ImmutableList.toImmutableList());
  }

  private static void join(List<Set<Sort>> parts, Set<Sort> together) {
    List<Set<Sort>> joined =
        parts.stream().filter(part -> part.stream().anyMatch(together::contains)).toList();
    for (int i = 1; i < joined.size(); i++) {
      joined.get(0).addAll(joined.get(i));
      parts.remove(joined.get(i));
    }
  }

  private static Component of(Instances instances, Set<Sort> part, ImmutableList<Family> families) {
    ImmutableList<Sort> sorts =
        instances.sorts().stream().filter(part::contains).collect(ImmutableList.toImmutableList());
    boolean interacting = false;
    List<List<Family>> byArity = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Family family : families) {
      interacting |= family.interacting(instances).stream().anyMatch(part::contains);
      boolean touches =
          family.arity() == 0
              ? family.names().stream()
                  .flatMap(sort -> instances.sortsIn(sort).stream())
                  .anyMatch(part::contains)
              : part.contains(family.sorts().get(0));
      if (touches) {
        byArity.get(Math.min(family.arity(), 2)).add(family);
      }
    }
    return new Component(
        instances,
        sorts,
        interacting,
        ImmutableList.copyOf(byArity.get(1)),
        ImmutableList.copyOf(byArity.get(2)),
        ImmutableList.copyOf(byArity.get(0)));
  }

  /** Number of points. */
  int points() {
    return sorts.stream().mapToInt(Sort::size).sum();
  }

  /** The point that is the first instance of a sort. */
  int first(Sort sort) {
    return sorts.stream().takeWhile(s -> !s.equals(sort)).mapToInt(Sort::size).sum();
  }

  /** The columns that one sort indexes. */
  ImmutableList<Family> columns(Sort sort) {
    return columns.stream()
        .filter(family -> family.sorts().get(0).equals(sort))
        .collect(ImmutableList.toImmutableList());
  }

  /** All families. */
  ImmutableList<Family> families() {
    return ImmutableList.<Family>builder().addAll(columns).addAll(blocks).addAll(mentions).build();
  }

  /** All families whose values name points. */
  ImmutableList<Family> naming() {
    return families().stream()
        .filter(family -> family.names().isPresent())
        .collect(ImmutableList.toImmutableList());
  }

  /** The point that instance i of a sort is, or -1 if it is none of this component. */
  private int point(Sort sort, int i) {
    return instances
        .movable(sort, i)
        .filter(instance -> sorts.contains(instance.sort()))
        .map(instance -> first(instance.sort()) + instance.index())
        .orElse(-1);
  }

  /**
   * The points that the values of a naming family stand for, -1 for none: by the bits of a
   * reference (0 is null), or by the number of a bit of a set.
   */
  int[] named(Family family) {
    Sort sort = family.names().orElseThrow();
    int[] named = new int[sort.size() + 1];
    named[0] = -1;
    for (int i = 0; i < sort.size(); i++) {
      named[family.set() ? i : i + 1] = point(sort, i);
    }
    return named;
  }

  /** The points that index each cell of a family, cell after cell. */
  int[] coordinates(Family family) {
    int arity = family.arity();
    int[] coordinates = new int[family.cells().size() * arity];
    for (int cell = 0; cell < family.cells().size(); cell++) {
      int rest = cell;
      for (int k = arity - 1; k >= 0; k--) {
        Sort sort = family.sorts().get(k);
        coordinates[cell * arity + k] = first(sort) + rest % sort.size();
        rest /= sort.size();
      }
    }
    return coordinates;
  }
}
