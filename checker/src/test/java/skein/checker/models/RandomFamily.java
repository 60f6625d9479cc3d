package skein.checker.models;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import skein.spec.model.Blocked;
import skein.spec.model.FaultKind;
import skein.spec.model.Model;
import skein.spec.model.PropertyKind;
import skein.spec.model.Successors;

/**
 * A random program that several processes run, with one shared variable: a table of rules from (own
 * place, shared value) to the same. The processes can be exchanged; the representative has their
 * places in ascending order.
 */
public final class RandomFamily extends ListedModel {
  private static final int PLACES = 5;
  private static final int VALUES = 4;
  private static final int SHARED = 60;

  private final int processes;
  private final List<List<Rule>> rules = new ArrayList<>();
  private final boolean shiftedStart;
  private final int badValue;
  private final int badPlace;

  private record Rule(int number, int place, int value, int fault) {}

  public RandomFamily(Random random, int processes) {
    super("random family");
    this.processes = processes;
    fault(FaultKind.BUG_ON, "BUG_ON(random)");
    fault(FaultKind.STEP_INVARIANT, "random_step");
    property(PropertyKind.INVARIANT, "apart");
    property(PropertyKind.COVER, "gathered");
    property(PropertyKind.CONSTRAINT, "not_all_last");
    int count = 0;
    for (int i = 0; i < PLACES * VALUES; i++) {
      List<Rule> here = new ArrayList<>();
      for (int n = random.nextInt(4) % 3; n > 0; n--) {
        int fault = random.nextInt(15) == 0 ? random.nextInt(2) : Successors.NO_FAULT;
        here.add(new Rule(count++, random.nextInt(PLACES), random.nextInt(VALUES), fault));
      }
      rules.add(here);
    }
    for (int i = 0; i < processes; i++) {
      int actor = actor("P." + i, "P");
      for (int code = 0; code < count; code++) {
        action("rule " + code / 2, actor, code / 2);
      }
      variable("P." + i + ".place");
    }
    variable("shared");
    shiftedStart = random.nextBoolean();
    badValue = random.nextInt(VALUES);
    badPlace = 1 + random.nextInt(PLACES - 1);
  }

  /** One initial state, or one for each process that begins elsewhere: a whole orbit. */
  @Override
  public void initialStates(Successors out) {
    for (int i = 0; i < (shiftedStart ? processes : 1); i++) {
      int at = out.add(0, Successors.NO_FAULT);
      out.states()[at] = shiftedStart ? 1L << i * 4 : 0;
    }
  }

  private static int place(long state, int i) {
    return (int) (state >>> i * 4) & 15;
  }

  @Override
  public void successors(long[] states, int at, Successors out) {
    long state = states[at];
    int value = (int) (state >>> SHARED);
    int perProcess = actions().size() / processes;
    for (int i = 0; i < processes; i++) {
      for (Rule rule : rules.get(place(state, i) * VALUES + value)) {
        // Two rules share an action, so that an action may have several outcomes.
        int to = out.add(i * perProcess + rule.number() / 2 * 2, rule.fault());
        long rest = state & ~(15L << SHARED) & ~(15L << i * 4);
        out.states()[to] = rest | (long) rule.place() << i * 4 | (long) rule.value() << SHARED;
      }
    }
  }

  @Override
  public int evaluate(int property, long[] states, int at) {
    int there = 0;
    int last = 0;
    for (int i = 0; i < processes; i++) {
      there += place(states[at], i) == badPlace ? 1 : 0;
      last += place(states[at], i) == PLACES - 1 ? 1 : 0;
    }
    boolean value = states[at] >>> SHARED == badValue;
    return switch (property) {
      case 0 -> value && there == 2 ? Model.FAILS : Model.HOLDS;
      case 1 -> there == processes ? Model.HOLDS : Model.FAILS;
      default -> last < processes ? Model.HOLDS : Model.FAILS;
    };
  }

  @Override
  public boolean symmetric() {
    return true;
  }

  private long[] places(long state) {
    long[] places = new long[processes];
    Arrays.setAll(places, i -> place(state, i));
    return places;
  }

  @Override
  public void canonicalize(long[] states, int at) {
    long[] places = places(states[at]);
    Arrays.sort(places);
    long state = states[at] & 15L << SHARED;
    for (int i = 0; i < processes; i++) {
      state |= places[i] << i * 4;
    }
    states[at] = state;
  }

  @Override
  public long orbitSize(long[] states, int at) {
    int[] members = new int[PLACES];
    long size = 1;
    for (int i = 0; i < processes; i++) {
      size = size * (i + 1) / ++members[place(states[at], i)];
    }
    return size;
  }

  @Override
  public ImmutableList<Blocked> blocked(long[] states, int at) {
    return ImmutableList.of();
  }

  @Override
  public String value(int variable, long[] states, int at) {
    return Integer.toString(
        variable == processes ? (int) (states[at] >>> SHARED) : place(states[at], variable));
  }
}
