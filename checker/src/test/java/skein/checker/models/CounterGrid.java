package skein.checker.models;

import java.util.Arrays;
import skein.spec.model.Model;
import skein.spec.model.PropertyKind;
import skein.spec.model.Successors;

/**
 * Counters that each count from 0 to a limit, in any order: {@code (limit + 1) ^ counters} states,
 * of which none is like another. With symmetry the counters are sorted.
 */
public final class CounterGrid extends ListedModel {
  private static final int WIDTH = 6;
  private static final int PER_WORD = 10;

  private final int counters;
  private final int limit;
  private final int words;

  /**
   * @param limit at most 63
   */
  public CounterGrid(int counters, int limit) {
    this(counters, limit, false);
  }

  /**
   * @param stairs whether there is an invariant that fails where the counters stand at 1, 2, 3, …
   *     in some order
   */
  public CounterGrid(int counters, int limit, boolean stairs) {
    super("counter grid");
    if (stairs) {
      property(PropertyKind.INVARIANT, "no_stairs");
    }
    this.counters = counters;
    this.limit = limit;
    this.words = (counters + PER_WORD - 1) / PER_WORD;
    for (int i = 0; i < counters; i++) {
      action("count", actor("counter." + i, "counter"), 0);
      variable("counter." + i);
    }
  }

  @Override
  public int words() {
    return words;
  }

  @Override
  public void initialStates(Successors out) {
    int at = out.add(0, Successors.NO_FAULT);
    for (int word = 0; word < words; word++) {
      out.states()[at + word] = 0;
    }
  }

  private static int count(long[] states, int at, int i) {
    return (int) (states[at + i / PER_WORD] >>> i % PER_WORD * WIDTH) & 63;
  }

  @Override
  public void successors(long[] states, int at, Successors out) {
    for (int i = 0; i < counters; i++) {
      if (count(states, at, i) < limit) {
        int to = out.add(i, Successors.NO_FAULT);
        System.arraycopy(states, at, out.states(), to, words);
        out.states()[to + i / PER_WORD] += 1L << i % PER_WORD * WIDTH;
      }
    }
  }

  @Override
  public int evaluate(int property, long[] states, int at) {
    long seen = 0;
    for (int i = 0; i < counters; i++) {
      seen |= 1L << count(states, at, i);
    }
    return seen == (1L << counters + 1) - 2 ? Model.FAILS : Model.HOLDS;
  }

  @Override
  public boolean ended(long[] states, int at) {
    for (int i = 0; i < counters; i++) {
      if (count(states, at, i) < limit) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean symmetric() {
    return true;
  }

  @Override
  public void canonicalize(long[] states, int at) {
    int[] values = new int[counters];
    for (int i = 0; i < counters; i++) {
      values[i] = count(states, at, i);
    }
    Arrays.sort(values);
    for (int word = 0; word < words; word++) {
      states[at + word] = 0;
    }
    for (int i = 0; i < counters; i++) {
      states[at + i / PER_WORD] |= (long) values[i] << i % PER_WORD * WIDTH;
    }
  }

  @Override
  public long orbitSize(long[] states, int at) {
    int[] members = new int[limit + 1];
    long size = 1;
    for (int i = 0; i < counters; i++) {
      size = size * (i + 1) / ++members[count(states, at, i)];
    }
    return size;
  }

  @Override
  public String value(int variable, long[] states, int at) {
    return Integer.toString(count(states, at, variable));
  }
}
