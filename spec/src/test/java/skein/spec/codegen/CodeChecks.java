package skein.spec.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.util.CheckClassAdapter;
import skein.spec.interpret.InterpretedModel;
import skein.spec.interpret.ModelComparison;
import skein.spec.ir.TransitionSystem;
import skein.spec.layout.LayoutPlanner;
import skein.spec.layout.StateLayout;

/** Generates a system's class and checks it. */
final class CodeChecks {
  private CodeChecks() {}

  /** The class passes the verifier, is short, and does what the interpreter does. */
  static GeneratedClass check(TransitionSystem system, CodeLimits limits, int mostStates) {
    StateLayout layout = LayoutPlanner.plan(system);
    GeneratedClass generated = ModelCompiler.generate(system, layout, limits);
    verify(generated);
    assertThat(generated.methodSizes().values())
        .allSatisfy(size -> assertThat(size).isLessThanOrEqualTo(7_900));
    InterpretedModel expected = new InterpretedModel(system, layout);
    CompiledModel actual = new CompiledModel(system, layout, ModelCompiler.load(generated));
    new ModelComparison(expected, actual, mostStates).run();
    return generated;
  }

  private static void verify(GeneratedClass generated) {
    StringWriter problems = new StringWriter();
    CheckClassAdapter.verify(
        new ClassReader(generated.bytes()),
        CodeChecks.class.getClassLoader(),
        false,
        new PrintWriter(problems));
    assertThat(problems.toString()).as(generated.listing()).isEmpty();
  }
}
