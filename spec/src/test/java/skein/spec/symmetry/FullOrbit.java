package skein.spec.symmetry;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableLongArray;
import skein.spec.ir.TransitionSystem;

/** The oracle: orbits by applying every renaming. */
final class FullOrbit {
  private final ImmutableList<Renaming> group;

  FullOrbit(TransitionSystem system) {
    this.group = Renaming.group(system);
  }

  /** All states that renaming makes of one. */
  ImmutableSet<ImmutableLongArray> of(long[] cells) {
    return group.stream()
        .map(renaming -> ImmutableLongArray.copyOf(renaming.apply(cells)))
        .collect(ImmutableSet.toImmutableSet());
  }
}
