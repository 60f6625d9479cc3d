package skein.checker.models;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import skein.spec.model.Blocked;
import skein.spec.model.Model;
import skein.spec.model.Place;
import skein.spec.model.PropertyKind;
import skein.spec.model.Successors;

/**
 * Dining philosophers who take the left fork, then the right one, eat, and put both down. Two bits
 * for each: thinking, holds the left fork, eats.
 */
public final class Philosophers extends ListedModel {
  private final int n;

  public Philosophers(int n) {
    super("philosophers");
    this.n = n;
    for (int i = 0; i < n; i++) {
      int actor = actor("philosopher." + i, "philosopher");
      action("take left", actor, 0);
      action("take right", actor, 1);
      action("put down", actor, 2);
      variable("philosopher." + i);
    }
    property(PropertyKind.COVER, "two_eat");
    property(PropertyKind.COVER, "all_eat");
  }

  private static int phase(long state, int i) {
    return (int) (state >>> i * 2) & 3;
  }

  private int neighbour(int i, int distance) {
    return (i + distance + n) % n;
  }

  @Override
  public void initialStates(Successors out) {
    int at = out.add(0, Successors.NO_FAULT);
    out.states()[at] = 0;
  }

  @Override
  public void successors(long[] states, int at, Successors out) {
    long state = states[at];
    for (int i = 0; i < n; i++) {
      int phase = phase(state, i);
      boolean free =
          phase == 0
              ? phase(state, neighbour(i, -1)) != 2
              : phase == 2 || phase(state, neighbour(i, 1)) == 0;
      if (free) {
        int to = out.add(i * 3 + phase, Successors.NO_FAULT);
        out.states()[to] = state & ~(3L << i * 2) | (long) (phase + 1) % 3 << i * 2;
      }
    }
  }

  @Override
  public int evaluate(int property, long[] states, int at) {
    int eat = 0;
    for (int i = 0; i < n; i++) {
      eat += phase(states[at], i) == 2 ? 1 : 0;
    }
    return eat == (property == 0 ? 2 : n) ? Model.HOLDS : Model.FAILS;
  }

  @Override
  public ImmutableList<Blocked> blocked(long[] states, int at) {
    ImmutableList.Builder<Blocked> blocked = ImmutableList.builder();
    for (int i = 0; i < n; i++) {
      blocked.add(
          new Blocked(
              i,
              ImmutableList.of(),
              "take right",
              "",
              Place.UNKNOWN,
              Optional.of("fork." + neighbour(i, 1)),
              Optional.of(neighbour(i, 1))));
    }
    return blocked.build();
  }

  @Override
  public String value(int variable, long[] states, int at) {
    return Integer.toString(phase(states[at], variable));
  }
}
