package skein.spec.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.util.CheckClassAdapter;
import skein.spec.interpret.InterpretedModel;
import skein.spec.ir.RandomSystems;
import skein.spec.ir.StateProperty;
import skein.spec.ir.TransitionSystem;
import skein.spec.layout.LayoutPlanner;
import skein.spec.layout.StateLayout;
import skein.spec.model.FaultKind;
import skein.spec.model.Model;
import skein.spec.model.PropertyKind;
import skein.spec.model.Successors;

/** Every way to lay out code does what the interpreter does, and passes the verifier. */
class RandomCodeTest {
  private static final List<CodeLimits> WAYS =
      List.of(
          CodeLimits.DEFAULT,
          new CodeLimits(6_000, 6_000, 1_500, 0, 8, 0),
          new CodeLimits(0, 100, 100, 120, 8, 4_000),
          new CodeLimits(0, 6_000, 1_500, 0, 0, 0));

  @Test
  void agreesWithTheInterpreter() throws Exception {
    int bad = 0;
    int seeds = Integer.getInteger("skein.seeds", 100);
    for (long seed = 0; seed < seeds; seed++) {
      TransitionSystem system = RandomSystems.of(seed);
      for (CodeLimits limits : WAYS) {
        try {
          compare(system, limits);
        } catch (Throwable e) {
          System.out.println("SEED " + seed + " " + limits + " " + e.getClass());
          if (bad++ > 3) throw new AssertionError("seed " + seed + ", " + limits, e);
        }
      }
    }
  }

  private static void compare(TransitionSystem system, CodeLimits limits) {
    StateLayout layout = LayoutPlanner.plan(system);
    GeneratedClass generated = ModelCompiler.generate(system, layout, limits);
    verify(generated);
    Model expected = new InterpretedModel(system, layout);
    Model actual = new CompiledModel(system, layout, ModelCompiler.load(generated));
    Successors a = new Successors(layout.words());
    Successors b = new Successors(layout.words());
    Deque<long[]> queue = new ArrayDeque<>();
    Set<List<Long>> seen = new HashSet<>();
    expected.initialStates(a);
    actual.initialStates(b);
    take(layout, expected, a, b, seen, queue);
    while (!queue.isEmpty()) {
      long[] state = queue.remove();
      a.clear();
      b.clear();
      expected.successors(state, 1, a);
      actual.successors(state, 1, b);
      take(layout, expected, a, b, seen, queue);
      assertThat(actual.ended(state, 1)).isEqualTo(expected.ended(state, 1));
      for (StateProperty property : system.properties()) {
        if (property.kind() != PropertyKind.STEP_INVARIANT) {
          assertThat(actual.evaluate(property.id(), state, 1))
              .isEqualTo(expected.evaluate(property.id(), state, 1));
        }
      }
    }
  }

  private static void take(
      StateLayout layout,
      Model model,
      Successors expected,
      Successors actual,
      Set<List<Long>> seen,
      Deque<long[]> queue) {
    assertThat(describe(layout, actual)).isEqualTo(describe(layout, expected));
    for (int i = 0; i < expected.count(); i++) {
      int fault = expected.fault(i);
      boolean real =
          fault == Successors.NO_FAULT
              || model.faults().get(fault).kind() == FaultKind.STEP_INVARIANT;
      long[] state = new long[layout.words() + 1];
      System.arraycopy(expected.states(), i * layout.words(), state, 1, layout.words());
      if (real && seen.size() < 60 && seen.add(Arrays.stream(state).boxed().toList())) {
        queue.add(state);
      }
    }
  }

  private static String describe(StateLayout layout, Successors out) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < out.count(); i++) {
      long[] cells = new long[layout.cells()];
      layout.decode(out.states(), i * layout.words(), cells);
      text.append(out.action(i)).append(' ').append(out.fault(i)).append(' ');
      text.append(Arrays.toString(cells)).append('\n');
    }
    return text.toString();
  }

  private static void verify(GeneratedClass generated) {
    StringWriter problems = new StringWriter();
    CheckClassAdapter.verify(
        new ClassReader(generated.bytes()),
        RandomCodeTest.class.getClassLoader(),
        false,
        new PrintWriter(problems));
    if (!problems.toString().isEmpty()) {
      fail(problems + generated.listing());
    }
  }
}
