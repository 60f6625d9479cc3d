package skein.spec.symmetry;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.function.Predicate;
import skein.spec.ir.Sort;
import skein.spec.ir.TransitionSystem;

/**
 * Which instances can be exchanged with others: those of symmetric sorts of at least two. An
 * instance of the {@code TASK} sort is the process instance that it stands for.
 */
final class Instances {
  /** An instance that can be exchanged with others of its sort. */
  record Instance(Sort sort, int index) {}

  private final TransitionSystem system;
  private final ImmutableSet<Sort> sorts;

  /**
   * @param considered the sorts whose instances may be exchanged, if they are symmetric
   */
  Instances(TransitionSystem system, Predicate<Sort> considered) {
    this.system = system;
    this.sorts =
        system.sorts().stream()
            .filter(considered)
            .filter(s -> s.symmetric() && s.kind() != Sort.Kind.TASK && s.size() > 1)
            .collect(ImmutableSet.toImmutableSet());
  }

  /** The sorts whose instances can be exchanged. */
  ImmutableSet<Sort> sorts() {
    return sorts;
  }

  /** Those of {@link #sorts} whose instances a reference to a sort can name. */
  ImmutableSet<Sort> sortsIn(Sort sort) {
    return sorts.stream()
        .filter(s -> s.equals(sort) || (isTask(sort) && s.kind() == Sort.Kind.PROCESS))
        .collect(ImmutableSet.toImmutableSet());
  }

  /** Instance i of a sort, if it can be exchanged with others. */
  Optional<Instance> movable(Sort sort, int i) {
    if (!isTask(sort)) {
      return sorts.contains(sort) ? Optional.of(new Instance(sort, i)) : Optional.empty();
    }
    return system.sorts().stream()
        .filter(s -> s.kind() == Sort.Kind.PROCESS && s.base() <= i && i < s.base() + s.size())
        .filter(sorts::contains)
        .findFirst()
        .map(process -> new Instance(process, i - process.base()));
  }

  private static boolean isTask(Sort sort) {
    return sort.kind() == Sort.Kind.TASK;
  }
}
