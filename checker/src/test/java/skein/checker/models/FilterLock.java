package skein.checker.models;

import skein.spec.model.Model;
import skein.spec.model.PropertyKind;
import skein.spec.model.Successors;

/**
 * Peterson's filter lock for N processes, in the atomic steps of the BEEM benchmark's {@code
 * peterson.mdve}: NCS to wait (j = 1), wait to q2 (pos[i] = j, while j &lt; N), q2 to q3 (step[j-1]
 * = i, k = 0), q3 to itself (k is passed), q3 to wait (j grows), wait to CS (j == N), CS to NCS
 * (pos[i] = 0). Each process has 12 bits, 4 of them for its place and the rest for j, k, and pos;
 * the steps are in the last word.
 */
public final class FilterLock extends ListedModel {
  private static final int PER_WORD = 5;
  private static final int WIDTH = 12;
  private static final int NCS = 0;
  private static final int CS = 1;
  private static final int WAIT = 2;
  private static final int Q2 = 3;
  private static final int Q3 = 4;

  private final int n;
  private final int words;
  private final int exclusion;
  private final int all;

  /**
   * @param n processes, at most 8
   */
  public FilterLock(int n) {
    super("filter lock " + n);
    this.n = n;
    this.words = (n + PER_WORD - 1) / PER_WORD + 1;
    String[] names = {
      "leave NCS", "set pos", "set step", "pass one", "pass level", "enter", "exit"
    };
    for (int i = 0; i < n; i++) {
      int actor = actor("P." + i, "P");
      for (int code = 0; code < names.length; code++) {
        action(names[code], actor, code);
      }
      variable("P." + i);
    }
    exclusion = property(PropertyKind.INVARIANT, "exclusion");
    all = property(PropertyKind.COVER, "all_wait");
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

  private static int process(long[] states, int at, int i) {
    return (int) (states[at + i / PER_WORD] >>> i % PER_WORD * WIDTH) & (1 << WIDTH) - 1;
  }

  private static int pos(int process) {
    return process >>> 9;
  }

  private static int packed(int place, int j, int k, int pos) {
    return place | j << 3 | k << 6 | pos << 9;
  }

  @Override
  public void successors(long[] states, int at, Successors out) {
    for (int i = 0; i < n; i++) {
      step(states, at, i, process(states, at, i), out);
    }
  }

  private void step(long[] states, int at, int i, int process, Successors out) {
    int j = process >>> 3 & 7;
    int k = process >>> 6 & 7;
    int pos = pos(process);
    switch (process & 7) {
      case NCS -> add(states, at, i, 0, packed(WAIT, 1, k, pos), out);
      case WAIT -> {
        if (j < n) {
          add(states, at, i, 1, packed(Q2, j, k, j), out);
        } else {
          add(states, at, i, 5, packed(CS, j, k, pos), out);
        }
      }
      case Q2 -> {
        add(states, at, i, 2, packed(Q3, j, 0, pos), out);
        int last = (out.count() - 1) * words + words - 1;
        int shift = (j - 1) * 4;
        out.states()[last] = out.states()[last] & ~(15L << shift) | (long) i << shift;
      }
      case Q3 -> {
        if (k < n && (k == i || pos(process(states, at, k)) < j)) {
          add(states, at, i, 3, packed(Q3, j, k + 1, pos), out);
        }
        if ((states[at + words - 1] >>> (j - 1) * 4 & 15) != i || k == n) {
          add(states, at, i, 4, packed(WAIT, j + 1, k, pos), out);
        }
      }
      default -> add(states, at, i, 6, packed(NCS, j, k, 0), out);
    }
  }

  private void add(long[] states, int at, int i, int code, int process, Successors out) {
    int to = out.add(i * 7 + code, Successors.NO_FAULT);
    long[] next = out.states();
    for (int word = 0; word < words; word++) {
      next[to + word] = states[at + word];
    }
    int shift = i % PER_WORD * WIDTH;
    int word = to + i / PER_WORD;
    next[word] = next[word] & ~((long) ((1 << WIDTH) - 1) << shift) | (long) process << shift;
  }

  @Override
  public int evaluate(int property, long[] states, int at) {
    int inCs = 0;
    int waiting = 0;
    for (int i = 0; i < n; i++) {
      int place = process(states, at, i) & 7;
      inCs += place == CS ? 1 : 0;
      waiting += place == Q3 ? 1 : 0;
    }
    return (property == exclusion ? inCs <= 1 : property != all || waiting == n)
        ? Model.HOLDS
        : Model.FAILS;
  }

  @Override
  public String value(int variable, long[] states, int at) {
    return Integer.toString(process(states, at, variable));
  }
}
