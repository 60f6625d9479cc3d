package skein.spec.lowering;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import skein.spec.diagnostic.Diagnostics;
import skein.spec.ir.Configuration;
import skein.spec.ir.Instruction;
import skein.spec.ir.IrExpr;
import skein.spec.ir.Origin;
import skein.spec.ir.Program;
import skein.spec.ir.Scalar;
import skein.spec.ir.Sort;
import skein.spec.ir.StateVar;
import skein.spec.ir.TransitionSystem;
import skein.spec.model.FaultKind;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Identifier;
import skein.spec.types.CheckedModule;

/**
 * From a checked module and a configuration to a transition system: constants are fixed, functions
 * inlined, code is cut into steps at C's sequence points, dead locals are reset.
 */
public final class Lowering {
  private final CheckedModule module;
  private final Diagnostics diagnostics;
  private boolean failed;

  private Lowering(CheckedModule module, Diagnostics diagnostics) {
    this.module = module;
    this.diagnostics = diagnostics;
  }

  /** Empty if an error was reported. */
  public static Optional<TransitionSystem> lower(
      CheckedModule module, Configuration configuration, Diagnostics diagnostics) {
    Lowering lowering = new Lowering(module, diagnostics);
    Constants constants = new Constants(module, configuration);
    Optional<TransitionSystem> system =
        lowering
            .attempt(() -> World.create(module, new Usage(module), constants))
            .map(lowering::system);
    return lowering.failed ? Optional.empty() : system;
  }

  /** Runs one part, so that a mistake in it does not hide those in others. */
  private <T> Optional<T> attempt(Supplier<T> part) {
    try {
      return Optional.of(part.get());
    } catch (LoweringException e) {
      diagnostics.report(e.diagnostic());
      failed = true;
      return Optional.empty();
    }
  }

  private TransitionSystem system(World world) {
    Processes code = new Processes(world);
    List<Lowered> processes = new ArrayList<>();
    for (Declaration.Process process : module.declarations(Declaration.Process.class)) {
      attempt(() -> code.process(process)).ifPresent(processes::add);
    }
    List<Lowered> actions = new ArrayList<>();
    for (Declaration.Action action : module.declarations(Declaration.Action.class)) {
      if (!action.initial()) {
        attempt(() -> code.action(action)).ifPresent(actions::add);
      }
    }
    Optional<Lowered> initial = attempt(code::initial);
    Resolver resolver = new Resolver(world.variables(), steps(world, processes));
    Properties properties = new Properties(world, resolver);
    module
        .declarations(Declaration.Property.class)
        .forEach(
            p ->
                attempt(
                    () -> {
                      properties.add(p);
                      return p;
                    }));
    properties.addLeaks();
    if (failed) {
      return null;
    }
    return assemble(world, processes, actions, initial.orElseThrow(), resolver, properties);
  }

  private static TransitionSystem assemble(
      World world,
      List<Lowered> processes,
      List<Lowered> actions,
      Lowered initial,
      Resolver resolver,
      Properties properties) {
    ImmutableList.Builder<Program> programs = ImmutableList.builder();
    processes.forEach(p -> programs.add(program(world, p, resolver)));
    actions.forEach(a -> programs.add(program(world, a, resolver)));
    Program start = initial(world, initial, processes, resolver);
    return new TransitionSystem(
        name(world.module()),
        world.sorts().all(),
        world.sorts().task(),
        world.variables().all(),
        start,
        programs.build(),
        properties.all(),
        world.faults().all(),
        world.variables().locks(),
        world.constants().describe());
  }

  private static String name(CheckedModule module) {
    return module.root().name().map(Identifier::text).orElse("model");
  }

  /** Fixes the types of the program counters; finds the steps at labels that are asked for. */
  private static Map<Integer, Integer> steps(World world, List<Lowered> processes) {
    Map<Integer, Integer> steps = new HashMap<>();
    for (Lowered process : processes) {
      int count = process.cuts().steps().size();
      world.variables().retype(process.counter().orElseThrow(), new Scalar.Int(0, count));
      for (int i = 0; i < count; i++) {
        if (process.graph().op(process.cuts().steps().get(i)) instanceof Op.Stand stand) {
          steps.put(world.labelSlot(stand.label()), i);
        }
      }
    }
    return steps;
  }

  private static Program program(World world, Lowered code, Resolver resolver) {
    IrExpr self = code.sort().<IrExpr>map(IrExpr.Self::new).orElse(Fold.number(0));
    List<Integer> entries = new ArrayList<>();
    for (int cut : code.cuts().steps()) {
      entries.add(cut + 1);
    }
    if (code.sort().isEmpty()) {
      entries = List.of(0);
    }
    Assembler assembler =
        new Assembler(code, new DeadLocals(code), entries, self, resolver, 0, 0, false);
    ImmutableList<Instruction> instructions = assembler.instructions();
    ImmutableList.Builder<Program.Step> steps = ImmutableList.builder();
    for (int entry : entries) {
      int position = assembler.position(entry);
      steps.add(new Program.Step(position, origin(instructions, position)));
    }
    if (assembler.hasLoops()) {
      addEndlessLoop(world, code);
    }
    return new Program(
        code.kind(),
        code.name(),
        code.sort(),
        code.daemon(),
        code.counter().map(resolver::variable),
        code.slots(),
        instructions,
        steps.build(),
        code.span());
  }

  private static void addEndlessLoop(World world, Lowered code) {
    Origin origin = new Origin(ImmutableList.of(), code.span(), code.name(), Optional.empty());
    world
        .faults()
        .add(
            FaultKind.ENDLESS_LOOP,
            code.span(),
            code.name(),
            "endless loop: a loop of `" + code.name() + "` goes on without touching shared state",
            origin);
  }

  /** The first line at or after an instruction that a trace shows. */
  private static Origin origin(ImmutableList<Instruction> instructions, int position) {
    for (int i = position; i < instructions.size(); i++) {
      if (!instructions.get(i).origin().text().isEmpty()) {
        return instructions.get(i).origin();
      }
    }
    return instructions.get(position).origin();
  }

  /** Initial values, then for each process what it does before its first step. */
  private static Program initial(
      World world, Lowered initial, List<Lowered> processes, Resolver resolver) {
    List<Instruction> instructions = new ArrayList<>();
    List<Scalar> slots = new ArrayList<>(initial.slots());
    Assembler first =
        new Assembler(
            initial, new DeadLocals(initial), List.of(0), Fold.number(0), resolver, 0, 0, true);
    instructions.addAll(first.instructions());
    boolean loops = first.hasLoops();
    for (Lowered process : processes) {
      Sort sort = process.sort().orElseThrow();
      if (startsAtFirstStep(process)) {
        continue;
      }
      DeadLocals dead = new DeadLocals(process);
      for (int i = 0; i < sort.size(); i++) {
        IrExpr self = new IrExpr.Const(i, new Scalar.Ref(sort));
        Assembler prologue =
            new Assembler(
                process, dead, List.of(0), self, resolver, instructions.size(), slots.size(), true);
        instructions.addAll(prologue.instructions());
        loops |= prologue.hasLoops();
        slots.addAll(process.slots());
      }
    }
    if (loops) {
      addEndlessLoop(world, initial);
    }
    Origin origin = Stores.hidden(initial.graph().op(initial.graph().size() - 1).origin());
    instructions.add(new Instruction.End(origin));
    ImmutableList<Instruction> code = ImmutableList.copyOf(instructions);
    return new Program(
        Program.Kind.INITIAL,
        initial.name(),
        Optional.empty(),
        false,
        Optional.<StateVar>empty(),
        ImmutableList.copyOf(slots),
        code,
        ImmutableList.of(new Program.Step(0, origin)),
        world.module().root().span());
  }

  private static boolean startsAtFirstStep(Lowered process) {
    int at = 0;
    while (true) {
      if (process.cuts().isCut(at)) {
        return process.cuts().stepAt(at) == 0;
      }
      Op op = process.graph().op(at);
      if (!(op instanceof Op.Point || op instanceof Op.Fresh)) {
        return false;
      }
      at = process.graph().successors(at)[0];
    }
  }
}
