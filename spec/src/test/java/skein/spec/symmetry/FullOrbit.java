package skein.spec.symmetry;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableLongArray;
import java.util.stream.IntStream;
import skein.spec.ir.Sort;
import skein.spec.ir.TransitionSystem;

/** The oracle: orbits by applying every renaming. */
final class FullOrbit {
  private final ImmutableList<Renaming> group;

  /** Those of the group that exchange heap objects only. */
  private final ImmutableList<Renaming> heap;

  FullOrbit(TransitionSystem system) {
    this.group = Renaming.group(system);
    this.heap =
        group.stream()
            .filter(
                renaming ->
                    system.sorts().stream()
                        .filter(sort -> sort.kind() != Sort.Kind.HEAP)
                        .allMatch(sort -> keeps(renaming, sort)))
            .collect(ImmutableList.toImmutableList());
  }

  private static boolean keeps(Renaming renaming, Sort sort) {
    return IntStream.range(0, sort.size()).allMatch(i -> renaming.image(sort, i) == i);
  }

  /** All states that renaming makes of one. */
  ImmutableSet<ImmutableLongArray> of(long[] cells) {
    return of(group, cells);
  }

  /** All states that exchanging heap objects makes of one. */
  ImmutableSet<ImmutableLongArray> ofHeap(long[] cells) {
    return of(heap, cells);
  }

  private static ImmutableSet<ImmutableLongArray> of(
      ImmutableList<Renaming> renamings, long[] cells) {
    return renamings.stream()
        .map(renaming -> ImmutableLongArray.copyOf(renaming.apply(cells)))
        .collect(ImmutableSet.toImmutableSet());
  }
}
