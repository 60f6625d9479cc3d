package skein.spec.codegen;

import java.util.List;
import org.junit.jupiter.api.Test;
import skein.spec.ir.RandomSystems;
import skein.spec.ir.TransitionSystem;

/** Every way to lay out code does what the interpreter does, and passes the verifier. */
class RandomCodeTest {
  private static final CodeLimits NOT_UNROLLED_FOR_ALL_INSTANCES =
      new CodeLimits(6_000, 6_000, 1_500, 0, 8, 0);
  private static final CodeLimits IN_SMALL_PIECES = new CodeLimits(0, 100, 100, 120, 8, 4_000);
  private static final CodeLimits IN_ARRAYS_FOR_ALL_INSTANCES =
      new CodeLimits(0, 6_000, 1_500, 0, 0, 0);

  @Test
  void everyWayAgreesWithTheInterpreter() {
    for (long seed = 5_000; seed < 5_040; seed++) {
      TransitionSystem system = RandomSystems.of(seed);
      for (CodeLimits limits :
          List.of(
              CodeLimits.DEFAULT,
              NOT_UNROLLED_FOR_ALL_INSTANCES,
              IN_SMALL_PIECES,
              IN_ARRAYS_FOR_ALL_INSTANCES)) {
        try {
          CodeChecks.check(system, limits, 25);
        } catch (Throwable failure) {
          throw new AssertionError("random system of seed " + seed + ", " + limits, failure);
        }
      }
    }
  }
}
