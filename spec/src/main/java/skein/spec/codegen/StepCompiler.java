package skein.spec.codegen;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.IFNE;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.RETURN;

import java.util.function.IntFunction;
import org.objectweb.asm.Label;

/** Adds a step's methods: direct if that is short enough, split if not. */
final class StepCompiler {
  private final Target target;
  private final ClassBuilder builder;
  private final OutcomeMethods outcomes;

  StepCompiler(Target target, ClassBuilder builder) {
    this.target = target;
    this.builder = builder;
    this.outcomes = new OutcomeMethods(builder, target.layout().words());
  }

  /**
   * Adds a step.
   *
   * @param withBudget the step, with quantifiers unrolled up to a number of nodes
   * @return the name of the method to call for all outcomes
   */
  String add(IntFunction<StepMethod> withBudget) {
    StepMethod method = withBudget.apply(target.limits().unrolled());
    Code code = null;
    if (target.layout().words() <= target.limits().words()) {
      code = new DirectStepEmitter(target, outcomes, method).emit();
    }
    if (code == null || code.size() > target.limits().direct()) {
      method = withBudget.apply(0);
      code = new SplitStepEmitter(target, builder, method).emit();
    }
    builder.addStatic(method.name(), method.descriptor(), code);
    return method.graph().hasPick() ? addLoop(method) : method.name();
  }

  /** A method that runs a step for all combinations of what it picks. */
  private String addLoop(StepMethod method) {
    Label again = new Label();
    Code code = new Code();
    code.local(ALOAD, StepMethod.OUT).invokeVirtual(Names.SUCCESSORS, "startChoices", "()V");
    code.place(again);
    code.local(ALOAD, StepMethod.STATES).local(ILOAD, StepMethod.AT).local(ALOAD, StepMethod.OUT);
    if (method.isForAllInstances()) {
      code.local(ILOAD, StepMethod.SELF);
    }
    code.invokeStatic(Names.SELF, method.name(), method.descriptor());
    code.local(ALOAD, StepMethod.OUT).invokeVirtual(Names.SUCCESSORS, "nextChoices", "()Z");
    String name = builder.freshName(method.name() + "_all");
    builder.addStatic(name, method.descriptor(), code.jump(IFNE, again).op(RETURN));
    return name;
  }
}
