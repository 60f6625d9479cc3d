package skein.spec.ir;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import skein.spec.ir.StateVar.Dimension;
import skein.spec.ir.StateVar.Role;

/**
 * Builds programs for tests: instructions in the order in which they are added, each going on with
 * the one after it unless a target says otherwise.
 */
public final class ProgramBuilder {
  private final SystemBuilder system;
  private final Program.Kind kind;
  private final String name;
  private final Optional<Sort> sort;
  private final Optional<StateVar> counter;
  private final boolean daemon;
  private final List<Scalar> temporaries = new ArrayList<>();
  private final List<Instruction> instructions = new ArrayList<>();
  private final List<Program.Step> steps = new ArrayList<>();
  private Origin origin;

  private ProgramBuilder(
      SystemBuilder system,
      Program.Kind kind,
      String name,
      Optional<Sort> sort,
      Optional<StateVar> counter,
      boolean daemon) {
    this.system = system;
    this.kind = kind;
    this.name = name;
    this.sort = sort;
    this.counter = counter;
    this.daemon = daemon;
    if (kind != Program.Kind.PROCESS) {
      step(name);
    }
  }

  /**
   * @param steps how many steps it will have
   */
  public static ProgramBuilder process(SystemBuilder system, Sort sort, int steps, boolean daemon) {
    StateVar counter =
        system.variable("pc", Role.PROGRAM_COUNTER, new Scalar.Int(0, steps), Dimension.of(sort));
    Program.Kind kind = Program.Kind.PROCESS;
    return new ProgramBuilder(
        system, kind, sort.name(), Optional.of(sort), Optional.of(counter), daemon);
  }

  public static ProgramBuilder action(SystemBuilder system, String name) {
    Program.Kind kind = Program.Kind.ACTION;
    return new ProgramBuilder(system, kind, name, Optional.empty(), Optional.empty(), false);
  }

  public static ProgramBuilder initial(SystemBuilder system) {
    Program.Kind kind = Program.Kind.INITIAL;
    return new ProgramBuilder(system, kind, "init", Optional.empty(), Optional.empty(), false);
  }

  /** The position of the next instruction. */
  public int here() {
    return instructions.size();
  }

  /** A new temporary. */
  public int temporary(Scalar type) {
    temporaries.add(type);
    return temporaries.size() - 1;
  }

  /** The next step starts here, its text being that of the instructions until {@link #at}. */
  public ProgramBuilder step(String text, String... frames) {
    at(text, frames);
    steps.add(new Program.Step(here(), origin));
    return this;
  }

  /** What follows comes from another statement. */
  public ProgramBuilder at(String text, String... frames) {
    String[] stack = frames.length == 0 ? new String[] {name} : frames;
    origin = system.origin(text, stack);
    return this;
  }

  /** Adds an instruction that is told the position of the next. */
  private ProgramBuilder add(IntFunction<Instruction> withNext) {
    instructions.add(withNext.apply(here() + 1));
    return this;
  }

  public ProgramBuilder store(StateVar variable, IrExpr value, IrExpr... indices) {
    ImmutableList<IrExpr> list = ImmutableList.copyOf(indices);
    return add(next -> new Instruction.Store(variable, list, value, next, origin));
  }

  public ProgramBuilder set(int slot, IrExpr value) {
    return add(next -> new Instruction.SetTemp(slot, value, next, origin));
  }

  public ProgramBuilder pick(int slot, long lo, long hi) {
    return add(next -> new Instruction.Pick(slot, lo, hi, next, origin));
  }

  public ProgramBuilder await(IrExpr condition) {
    return add(next -> new Instruction.Await(condition, next, origin));
  }

  public ProgramBuilder claim(IrExpr condition, Fault fault) {
    return add(next -> new Instruction.Assert(condition, fault, next, origin));
  }

  public ProgramBuilder branch(IrExpr condition, int ifTrue, int ifFalse) {
    return add(next -> new Instruction.Branch(condition, ifTrue, ifFalse, origin));
  }

  /** Goes on elsewhere: a branch both of whose targets are the same. */
  public ProgramBuilder jump(int target) {
    return branch(new IrExpr.Const(1, new Scalar.Bool()), target, target);
  }

  /** Replaces a branch whose targets were not known. */
  public void patch(int position, int ifTrue, int ifFalse) {
    Instruction.Branch branch = (Instruction.Branch) instructions.get(position);
    instructions.set(
        position, new Instruction.Branch(branch.condition(), ifTrue, ifFalse, branch.origin()));
  }

  /** Ends the step; the process goes on with another. */
  public ProgramBuilder end(int step) {
    StateVar variable = counter.orElseThrow();
    IrExpr self = new IrExpr.Self(sort.orElseThrow());
    return store(variable, new IrExpr.Const(step, variable.type()), self).end();
  }

  /** Ends the only step of an action or of the initial program. */
  public ProgramBuilder end() {
    return add(next -> new Instruction.End(origin));
  }

  public StateVar counter() {
    return counter.orElseThrow();
  }

  public Program build() {
    return new Program(
        kind,
        name,
        sort,
        daemon,
        counter,
        ImmutableList.copyOf(temporaries),
        ImmutableList.copyOf(instructions),
        ImmutableList.copyOf(steps),
        origin.span());
  }
}
