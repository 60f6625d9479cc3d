package skein.spec.symmetry;

import com.google.common.collect.Collections2;
import com.google.common.collect.ContiguousSet;
import com.google.common.collect.DiscreteDomain;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import com.google.common.primitives.ImmutableIntArray;

/** All permutations of 0..size-1. */
final class Permutations {
  private Permutations() {}

  /** In lexicographic order, so that the identity is the first. */
  static ImmutableList<ImmutableIntArray> of(int size) {
    ContiguousSet<Integer> numbers =
        ContiguousSet.create(Range.closedOpen(0, size), DiscreteDomain.integers());
    return Collections2.orderedPermutations(numbers).stream()
        .map(ImmutableIntArray::copyOf)
        .collect(ImmutableList.toImmutableList());
  }
}
