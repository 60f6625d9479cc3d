package skein.spec.interpret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.fail;

import com.google.common.primitives.Longs;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import skein.spec.ir.Cells;
import skein.spec.ir.Fault;
import skein.spec.ir.RandomSystems;
import skein.spec.ir.Scalar;
import skein.spec.ir.Sort;
import skein.spec.ir.TransitionSystem;
import skein.spec.layout.LayoutPlanner;
import skein.spec.layout.StateLayout;
import skein.spec.model.FaultKind;
import skein.spec.model.Successors;

/** The random systems are what the differential tests take them for. */
class RandomSystemsTest {
  private static final int SYSTEMS = 150;
  private static final int MOST_STATES = 25;

  private final Map<FaultKind, Integer> faults = new EnumMap<>(FaultKind.class);
  private int lively;

  @Test
  void areWellTypedAndLively() {
    for (long seed = 0; seed < SYSTEMS; seed++) {
      long used = seed;
      assertThatCode(() -> walk(RandomSystems.of(used)))
          .as("random system of seed %d", seed)
          .doesNotThrowAnyException();
    }
    assertThat(lively).as("systems of some states").isGreaterThan(SYSTEMS / 3);
    assertThat(faults.keySet())
        .contains(
            FaultKind.BUG_ON,
            FaultKind.NULL,
            FaultKind.USE_AFTER_FREE,
            FaultKind.RANGE,
            FaultKind.INDEX,
            FaultKind.DIVISION_BY_ZERO,
            FaultKind.STEP_INVARIANT);
  }

  private void walk(TransitionSystem system) {
    Interpreter interpreter = new Interpreter(system);
    Explainer explainer = new Explainer(interpreter);
    StateLayout layout = LayoutPlanner.plan(system);
    int endless = faults.getOrDefault(FaultKind.ENDLESS_LOOP, 0);
    Set<List<Long>> seen = new HashSet<>();
    Deque<long[]> queue = new ArrayDeque<>();
    take(interpreter.initialStates(), interpreter.cells(), layout, seen, queue);
    while (!queue.isEmpty() && faults.getOrDefault(FaultKind.ENDLESS_LOOP, 0) == endless) {
      long[] state = queue.remove();
      List<Outcome> outcomes = interpreter.outcomes(state);
      take(outcomes, interpreter.cells(), layout, seen, queue);
      if (outcomes.isEmpty()) {
        assertThat(explainer.blocked(state).isEmpty()).isEqualTo(allEnded(interpreter, state));
      }
      outcomes.stream().limit(4).forEach(outcome -> explain(explainer, state, outcome));
    }
    lively += seen.size() >= 8 ? 1 : 0;
  }

  private void take(
      List<Outcome> outcomes,
      Cells cells,
      StateLayout layout,
      Set<List<Long>> seen,
      Deque<long[]> queue) {
    for (Outcome outcome : outcomes) {
      outcome.fault().map(Fault::kind).ifPresent(kind -> faults.merge(kind, 1, Integer::sum));
      assertFits(cells, layout, outcome.cells());
      boolean real =
          outcome.fault().map(Fault::kind).orElse(FaultKind.STEP_INVARIANT)
              == FaultKind.STEP_INVARIANT;
      if (real && seen.size() < MOST_STATES && seen.add(Longs.asList(outcome.cells()))) {
        queue.add(outcome.cells());
      }
    }
  }

  private static boolean allEnded(Interpreter interpreter, long[] state) {
    return interpreter.system().programs().stream()
        .filter(program -> program.sort().isPresent())
        .allMatch(
            program -> {
              int size = program.sort().orElseThrow().size();
              for (int i = 0; i < size; i++) {
                if (!interpreter.ended(program, i, state)) {
                  return false;
                }
              }
              return true;
            });
  }

  private static void explain(Explainer explainer, long[] state, Outcome outcome) {
    int fault = outcome.fault().map(Fault::id).orElse(Successors.NO_FAULT);
    assertThat(explainer.explain(state, outcome.action(), outcome.cells(), fault).lines())
        .isNotEmpty();
  }

  private static void assertFits(Cells cells, StateLayout layout, long[] state) {
    for (int cell = 0; cell < state.length; cell++) {
      if (!fits(cells.variable(cell).type(), state[cell])) {
        fail(state[cell] + " in " + cells.variable(cell));
      }
    }
    long[] packed = new long[layout.words()];
    long[] unpacked = new long[state.length];
    layout.encode(state, packed, 0);
    layout.decode(packed, 0, unpacked);
    assertThat(unpacked).isEqualTo(state);
  }

  private static boolean fits(Scalar type, long value) {
    if (type instanceof Scalar.Int range) {
      return range.lo() <= value && value <= range.hi();
    } else if (type instanceof Scalar.Ref ref) {
      return Sort.NULL <= value && value < ref.sort().size();
    } else if (type instanceof Scalar.SetOf set) {
      return set.element().cardinality() == 64 || value >>> set.element().cardinality() == 0;
    }
    return 0 <= value && value < type.cardinality();
  }
}
