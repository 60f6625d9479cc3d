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
  private final Exchanges exchanges;
  private final long[] buffer;

  /** In how many ways the ties could be broken that were, in the state that was ordered last. */
  private long ways;

  /**
   * @param words longs a state
   */
  KeySort(OrderPlan plan, OrderCode code, Labelling rest, int words) {
    this.plan = plan;
    this.code = code;
    this.rest = rest;
    this.exchanges = new Exchanges(plan, code, words);
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
        : divided(plan.orbitSize(buffer, sort -> true));
  }

  private long divided(long size) {
    return size == Long.MAX_VALUE ? size : size / ways;
  }

  @Override
  public long orbitSizeButHeap(long[] states, int at) {
    return order(states, at) < 0 || ways > 1 ? 0 : plan.orbitSize(buffer, KeySort::isNoHeap);
  }

  private static boolean isNoHeap(Sort sort) {
    return sort.kind() != Sort.Kind.HEAP;
  }

  private long order(long[] states, int at) {
    ways = 1;
    long found = code.order(states, at, buffer);
    return found < 0 ? settle(states, at) : found;
  }

  private long settle(long[] states, int at) {
    long found = refine(states, at);
    while (found < 0) {
      long more = exchanges.breakTies(states, at, buffer);
      if (more == 1) {
        return found;
      }
      ways *= more;
      found = plan.ties(buffer) == 0 ? plan.moved(buffer) : refine(states, at);
    }
    return found;
  }

  private long refine(long[] states, int at) {
    long found;
    int ties = plan.ties(buffer);
    int before;
    do {
      before = ties;
      found = code.refine(states, at, buffer);
      ties = plan.ties(buffer);
    } while (found < 0 && ties < before);
    return found;
  }
}
