package skein.spec.symmetry;

import skein.spec.ir.Sort;

/**
 * Labelling by {@link OrderCode}: keys are refined as long as that helps and is needed (colour
 * refinement; McKay, Practical graph isomorphism, 1981). States whose order that leaves open are
 * left to another way.
 */
final class KeySort implements Labelling {
  private final OrderPlan plan;
  private final OrderCode code;
  private final Labelling rest;
  private final long[] buffer;

  KeySort(OrderPlan plan, OrderCode code, Labelling rest) {
    this.plan = plan;
    this.code = code;
    this.rest = rest;
    this.buffer = new long[plan.slots()];
  }

  @Override
  public void canonicalize(long[] states, int at) {
    long found = order(states, at);
    if (found > 0) {
      code.move(states, at, buffer);
    } else if (found < 0) {
      rest.canonicalize(states, at);
    }
  }

  @Override
  public long orbitSize(long[] states, int at) {
    return order(states, at) < 0
        ? rest.orbitSize(states, at)
        : plan.orbitSize(buffer, sort -> true);
  }

  @Override
  public long orbitSizeButHeap(long[] states, int at) {
    return order(states, at) < 0 ? 0 : plan.orbitSize(buffer, KeySort::isNoHeap);
  }

  private static boolean isNoHeap(Sort sort) {
    return sort.kind() != Sort.Kind.HEAP;
  }

  private long order(long[] states, int at) {
    long found = code.order(states, at, buffer);
    return found < 0 ? refine(states, at, found) : found;
  }

  private long refine(long[] states, int at, long first) {
    long found = first;
    int ties = plan.ties(buffer);
    int before = ties + 1;
    while (found < 0 && ties < before) {
      found = code.refine(states, at, buffer);
      before = ties;
      ties = plan.ties(buffer);
    }
    return found;
  }
}
