package skein.spec.codegen;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.L2I;
import static org.objectweb.asm.Opcodes.RETURN;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.objectweb.asm.Label;
import skein.spec.ir.ActionTable;
import skein.spec.ir.IrExpr;
import skein.spec.ir.Program;
import skein.spec.ir.StateVar;

/**
 * Adds the methods of programs. A process has one method an instance, which looks at the program
 * counter and calls the method of the step that the instance stands at.
 */
final class ProgramCompiler {
  /** How many steps one switch chooses between: 12 bytes each. */
  private static final int MOST_CASES = 400;

  private final Target target;
  private final ClassBuilder builder;
  private final ActionTable actions;
  private final StepCompiler steps;
  private final boolean forEachInstance;

  /**
   * @param invariants the method that decides what step invariants must be decided after a step
   * @param forEachInstance whether each instance of a process gets its own steps
   */
  ProgramCompiler(
      Target target,
      ClassBuilder builder,
      ActionTable actions,
      Function<StepGraph, Optional<String>> invariants,
      boolean forEachInstance) {
    this.target = target;
    this.builder = builder;
    this.actions = actions;
    this.steps = new StepCompiler(target, builder, invariants);
    this.forEachInstance = forEachInstance;
  }

  /** Adds the initial program; returns the methods to call, as {@link #add} does. */
  ImmutableList<String> addInitial(Program initial) {
    return steps.add(step(initial, "initial", 0, OptionalLong.empty(), 0, 0));
  }

  /** Adds a program; returns the methods to call, with the arguments of a step, in this order. */
  ImmutableList<String> add(int number) {
    Program program = target.system().programs().get(number);
    int first = actions.firstAction(number);
    if (program.programCounter().isEmpty()) {
      return steps.add(step(program, program.name(), 0, OptionalLong.empty(), first, 0));
    }
    if (program.steps().isEmpty()) {
      // It touches only locals, and ends before the first state.
      return ImmutableList.of();
    }
    int size = program.sort().orElseThrow().size();
    return forEachInstance ? addEach(program, first, size) : addShared(program, first, size);
  }

  private ImmutableList<String> addEach(Program program, int first, int size) {
    ImmutableList.Builder<String> methods = ImmutableList.builder();
    for (int instance = 0; instance < size; instance++) {
      String name = size == 1 ? program.name() : program.name() + "_" + instance;
      List<String> bySteps = new ArrayList<>();
      for (int step = 0; step < program.steps().size(); step++) {
        int action = first + instance * program.steps().size() + step;
        String named = name + "_at_" + step;
        OptionalLong self = OptionalLong.of(instance);
        List<String> all = steps.add(step(program, named, step, self, action, 0));
        bySteps.add(steps.inTurn(all, named, Names.STEP));
      }
      methods.add(addDispatch(program, instance, name, bySteps, false));
    }
    return methods.build();
  }

  private ImmutableList<String> addShared(Program program, int first, int size) {
    List<String> bySteps = new ArrayList<>();
    int stride = program.steps().size();
    for (int step = 0; step < stride; step++) {
      String named = program.name() + "_at_" + step;
      OptionalLong self = OptionalLong.empty();
      List<String> all = steps.add(step(program, named, step, self, first + step, stride));
      bySteps.add(steps.inTurn(all, named, Names.STEP_OF_SELF));
    }
    ImmutableList.Builder<String> methods = ImmutableList.builder();
    for (int instance = 0; instance < size; instance++) {
      methods.add(addDispatch(program, instance, program.name() + "_" + instance, bySteps, true));
    }
    return methods.build();
  }

  private static StepSource step(
      Program program, String name, int step, OptionalLong self, int action, int stride) {
    int entry = program.steps().get(step).entry();
    return new StepSource(program, name, entry, ImmutableMap.of(), self, action, stride);
  }

  /** Steps beyond what one switch holds are in another method's, and so on. */
  private String addDispatch(
      Program program, int instance, String name, List<String> steps, boolean shared) {
    String rest = "";
    for (int from = (steps.size() - 1) / MOST_CASES * MOST_CASES; from >= 0; from -= MOST_CASES) {
      List<String> cases = steps.subList(from, Math.min(steps.size(), from + MOST_CASES));
      Code code = new Code();
      pushCounter(code, program.programCounter().orElseThrow(), instance);
      addCases(code, from, cases, shared ? instance : -1, rest);
      String method = builder.freshName(from == 0 ? name : name + "_from_" + from);
      builder.addStatic(method, Names.STEP, code);
      rest = method;
    }
    return rest;
  }

  private void pushCounter(Code code, StateVar counter, int instance) {
    Words words = new ArrayWords(StepMethod.STATES, StepMethod.AT);
    Frame frame = new Frame(code, new Locals(3), words, words, null, null, null, Frame.Calls.NONE);
    IrExpr index = new IrExpr.Const(instance, counter.type());
    new ExpressionEmitter(target, frame)
        .value(new IrExpr.Load(counter, ImmutableList.of(index), false));
    code.op(L2I);
  }

  private static void addCases(Code code, int from, List<String> cases, int instance, String rest) {
    List<Label> labels = new ArrayList<>();
    cases.forEach(any -> labels.add(new Label()));
    Label otherwise = new Label();
    code.tableSwitch(from, otherwise, labels);
    for (int i = 0; i < cases.size(); i++) {
      call(code.place(labels.get(i)), cases.get(i), instance);
    }
    code.place(otherwise);
    if (rest.isEmpty()) {
      code.op(RETURN);
    } else {
      call(code, rest, -1);
    }
  }

  private static void call(Code code, String method, int instance) {
    code.local(ALOAD, StepMethod.STATES).local(ILOAD, StepMethod.AT).local(ALOAD, StepMethod.OUT);
    if (instance >= 0) {
      code.push(instance).invokeStatic(Names.SELF, method, Names.STEP_OF_SELF);
    } else {
      code.invokeStatic(Names.SELF, method, Names.STEP);
    }
    code.op(RETURN);
  }
}
