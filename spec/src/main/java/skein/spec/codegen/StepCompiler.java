package skein.spec.codegen;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.IFNE;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.RETURN;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.objectweb.asm.Label;
import skein.spec.ir.Fault;
import skein.spec.ir.Program;
import skein.spec.model.FaultKind;

/** Adds a step's methods: direct if that is short enough, split if not. */
final class StepCompiler {
  private final Target target;
  private final ClassBuilder builder;
  private final OutcomeMethods outcomes;
  private final Function<StepGraph, Optional<String>> invariants;

  /**
   * @param invariants the method that decides what step invariants must be decided after a step
   */
  StepCompiler(
      Target target, ClassBuilder builder, Function<StepGraph, Optional<String>> invariants) {
    this.target = target;
    this.builder = builder;
    this.outcomes = new OutcomeMethods(builder, target.layout().words());
    this.invariants = invariants;
  }

  /** Adds a step; returns the methods to call for all its outcomes, in this order. */
  ImmutableList<String> add(StepSource step) {
    return PickUnroller.unroll(step).stream()
        .map(this::addOne)
        .collect(ImmutableList.toImmutableList());
  }

  private String addOne(StepSource step) {
    String name = builder.freshName(step.name());
    StepMethod method = method(step, name, target.limits().unrolled());
    Code code = null;
    if (target.layout().words() <= target.limits().words()) {
      code = new DirectStepEmitter(target, outcomes, method).emit();
    }
    if (code == null || code.size() > target.limits().direct()) {
      method = method(step, name, 0);
      code = new SplitStepEmitter(target, builder, method).emit();
    }
    builder.addStatic(name, method.descriptor(), code);
    return method.graph().hasPick() ? addLoop(method) : name;
  }

  private StepMethod method(StepSource step, String name, int unrolled) {
    StepGraph graph = step.graph(unrolled);
    boolean initial = step.program().kind() == Program.Kind.INITIAL;
    return new StepMethod(
        name,
        graph,
        step.firstAction(),
        step.actionStride(),
        endlessLoop(step.program()),
        initial ? Optional.empty() : invariants.apply(graph));
  }

  private Optional<Fault> endlessLoop(Program program) {
    return target.system().faults().stream()
        .filter(fault -> fault.kind() == FaultKind.ENDLESS_LOOP)
        .filter(fault -> fault.function().equals(program.name()))
        .findFirst();
  }

  /** A method that runs a step for all combinations of what it picks. */
  private String addLoop(StepMethod method) {
    Label again = new Label();
    Code code = new Code();
    code.local(ALOAD, StepMethod.OUT).invokeVirtual(Names.SUCCESSORS, "startChoices", "()V");
    call(code.place(again), method.name(), method.descriptor());
    code.local(ALOAD, StepMethod.OUT).invokeVirtual(Names.SUCCESSORS, "nextChoices", "()Z");
    String name = builder.freshName(method.name() + "_all");
    builder.addStatic(name, method.descriptor(), code.jump(IFNE, again).op(RETURN));
    return name;
  }

  /** A method that calls methods in turn, or the only one. */
  String inTurn(List<String> methods, String name, String descriptor) {
    if (methods.size() == 1) {
      return methods.get(0);
    }
    Code code = new Code();
    methods.forEach(method -> call(code, method, descriptor));
    String fresh = builder.freshName(name);
    builder.addStatic(fresh, descriptor, code.op(RETURN));
    return fresh;
  }

  private static void call(Code code, String method, String descriptor) {
    code.local(ALOAD, StepMethod.STATES).local(ILOAD, StepMethod.AT).local(ALOAD, StepMethod.OUT);
    if (descriptor.equals(Names.STEP_OF_SELF)) {
      code.local(ILOAD, StepMethod.SELF);
    }
    code.invokeStatic(Names.SELF, method, descriptor);
  }
}
