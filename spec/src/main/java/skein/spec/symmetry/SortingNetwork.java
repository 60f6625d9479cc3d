package skein.spec.symmetry;

import com.google.common.collect.ImmutableList;

/**
 * Pairs of places to compare and exchange, in this order, so that any contents get sorted:
 * Batcher's odd-even merge sort (Sorting networks and their applications, 1968).
 */
final class SortingNetwork {
  private SortingNetwork() {}

  /** The greater content goes to the place {@code high}. */
  record Comparator(int low, int high) {}

  static ImmutableList<Comparator> of(int size) {
    ImmutableList.Builder<Comparator> network = ImmutableList.builder();
    for (int run = 1; run < size; run *= 2) {
      for (int distance = run; distance >= 1; distance /= 2) {
        for (int start = distance % run; start + distance < size; start += 2 * distance) {
          for (int low = start; low < Math.min(start + distance, size - distance); low++) {
            if (low / (run * 2) == (low + distance) / (run * 2)) {
              network.add(new Comparator(low, low + distance));
            }
          }
        }
      }
    }
    return network.build();
  }
}
