package skein.spec.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import skein.spec.Spec;
import skein.spec.ir.Ir;
import skein.spec.ir.IrExpr;
import skein.spec.ir.ProgramBuilder;
import skein.spec.ir.RandomSystems;
import skein.spec.ir.Scalar;
import skein.spec.ir.StateVar;
import skein.spec.ir.SystemBuilder;
import skein.spec.ir.TransitionSystem;
import skein.spec.layout.LayoutPlanner;
import skein.spec.model.FaultKind;

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

  /** A loop of one instruction; one that counts, and fails when it has counted far enough. */
  @Test
  void agreesOnWhenALoopIsEndless() {
    SystemBuilder builder = new SystemBuilder();
    StateVar count = builder.global("count", new Scalar.Int(0, 200_000));
    for (String name : List.of("still", "counts")) {
      builder.fault(FaultKind.ENDLESS_LOOP, name);
      ProgramBuilder action = ProgramBuilder.action(builder, name);
      if (name.equals("counts")) {
        action.store(count, Ir.of(Ir.load(count), IrExpr.BinaryOp.ADD, Ir.number(1)));
      }
      builder.add(action.jump(0).end().build());
    }
    TransitionSystem system = builder.build();
    InterpretedModel expected = new InterpretedModel(system, LayoutPlanner.plan(system));
    ModelComparison comparison = new ModelComparison(expected, Spec.compile(system), 1).run();
    assertThat(comparison.transitions()).isEqualTo(1 + 2);
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
