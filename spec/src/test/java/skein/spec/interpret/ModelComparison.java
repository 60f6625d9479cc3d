package skein.spec.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.Longs;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import skein.spec.model.FaultKind;
import skein.spec.model.Model;
import skein.spec.model.PropertyInfo;
import skein.spec.model.PropertyKind;
import skein.spec.model.Successors;

/** Compares two models of the same system, state by state and bit by bit. */
public final class ModelComparison {
  private static final int MOST_ENDLESS = 3;

  private final Model expected;
  private final Model actual;
  private final int mostStates;
  private final Set<List<Long>> seen = new HashSet<>();
  private final Deque<long[]> queue = new ArrayDeque<>();
  private int transitions;
  private int endless;

  /**
   * @param expected the oracle
   * @param mostStates how many states are looked at
   */
  public ModelComparison(Model expected, Model actual, int mostStates) {
    this.expected = expected;
    this.actual = actual;
    this.mostStates = mostStates;
  }

  /** Outcomes compared. */
  public int transitions() {
    return transitions;
  }

  /** States looked at. */
  public int states() {
    return seen.size();
  }

  /** Walks through the states, breadth first, and fails at the first difference. */
  public ModelComparison run() {
    assertThat(actual.words()).isEqualTo(expected.words());
    assertThat(actual.actions()).isEqualTo(expected.actions());
    assertThat(actual.actors()).isEqualTo(expected.actors());
    assertThat(actual.faults()).isEqualTo(expected.faults());
    Successors wanted = new Successors(expected.words());
    Successors found = new Successors(expected.words());
    expected.initialStates(wanted);
    actual.initialStates(found);
    compare("initial states", wanted, found);
    while (!queue.isEmpty()) {
      long[] state = queue.remove();
      wanted.clear();
      found.clear();
      expected.successors(state, 0, wanted);
      actual.successors(state, 0, found);
      compare("successors of " + describe(state), wanted, found);
      compareProperties(state);
    }
    return this;
  }

  private void compare(String what, Successors wanted, Successors found) {
    int words = expected.words();
    for (int i = 0; i < Math.min(wanted.count(), found.count()); i++) {
      String which = "outcome " + i + " of the " + what;
      assertThat(found.action(i)).as("action of %s", which).isEqualTo(wanted.action(i));
      assertThat(found.fault(i))
          .as("fault of %s, action %s", which, expected.actions().get(wanted.action(i)))
          .isEqualTo(wanted.fault(i));
      long[] next = Arrays.copyOfRange(wanted.states(), i * words, (i + 1) * words);
      long[] other = Arrays.copyOfRange(found.states(), i * words, (i + 1) * words);
      if (!Arrays.equals(next, other)) {
        assertThat(describe(other)).as(which).isEqualTo(describe(next));
        assertThat(other).as("bits of %s", which).isEqualTo(next);
      }
      take(next, wanted.fault(i));
    }
    assertThat(found.count()).as("number of %s", what).isEqualTo(wanted.count());
    transitions += wanted.count();
  }

  /** A step that fails, but for a step invariant, ends in what is no state. */
  private void take(long[] state, int fault) {
    FaultKind kind =
        fault == Successors.NO_FAULT
            ? FaultKind.STEP_INVARIANT
            : expected.faults().get(fault).kind();
    endless += kind == FaultKind.ENDLESS_LOOP ? 1 : 0;
    if (endless > MOST_ENDLESS) {
      queue.clear();
    } else if (kind == FaultKind.STEP_INVARIANT
        && seen.size() < mostStates
        && seen.add(Longs.asList(state))) {
      queue.add(state);
    }
  }

  private void compareProperties(long[] state) {
    assertThat(actual.ended(state, 0))
        .as("ended in %s", describe(state))
        .isEqualTo(expected.ended(state, 0));
    for (PropertyInfo property : expected.properties()) {
      if (property.kind() != PropertyKind.STEP_INVARIANT) {
        assertThat(actual.evaluate(property.id(), state, 0))
            .as("%s in %s", property.name(), describe(state))
            .isEqualTo(expected.evaluate(property.id(), state, 0));
      }
    }
  }

  private String describe(long[] state) {
    StringBuilder text = new StringBuilder();
    expected.variables().stream()
        .map(variable -> variable.name() + "=" + expected.value(variable.id(), state, 0) + " ")
        .forEach(text::append);
    return text.toString();
  }
}
