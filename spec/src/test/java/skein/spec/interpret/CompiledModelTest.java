package skein.spec.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import skein.spec.Spec;
import skein.spec.ir.RandomSystems;
import skein.spec.ir.TransitionSystem;
import skein.spec.layout.LayoutPlanner;

/**
 * Two meanings, compared: the interpreter and the compiled model agree on random systems. Set
 * {@code -Dskein.seed} to the seed of a system that failed to run it alone, or {@code
 * -Dskein.systems} to run more.
 */
class CompiledModelTest {
  private static final int MOST_STATES = 40;

  @Test
  void agreesWithTheInterpreterOnRandomSystems() {
    Long only = Long.getLong("skein.seed");
    long first = only == null ? 1 : only;
    long count = only == null ? Long.getLong("skein.systems", 1_000) : 1;
    long transitions = 0;
    for (long seed = first; seed < first + count; seed++) {
      transitions += compare(seed);
    }
    assertThat(transitions).as("outcomes compared").isGreaterThan(only == null ? 20 * count : -1);
  }

  private static int compare(long seed) {
    TransitionSystem system = RandomSystems.of(seed);
    InterpretedModel expected = new InterpretedModel(system, LayoutPlanner.plan(system));
    try {
      return new ModelComparison(expected, Spec.compile(system), MOST_STATES).run().transitions();
    } catch (Throwable failure) {
      throw new AssertionError("random system of seed " + seed + ": " + failure, failure);
    }
  }
}
