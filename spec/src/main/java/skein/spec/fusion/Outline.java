package skein.spec.fusion;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import skein.spec.ir.Instruction;
import skein.spec.ir.IrExpr;
import skein.spec.ir.Program;
import skein.spec.ir.StateVar;

/**
 * What each step of a program consists of and where it leads. A step <em>arrives</em> at another by
 * storing the program counter and ending right after; only programs all of whose steps end so have
 * an outline.
 */
final class Outline {
  private final Program program;
  private final List<ImmutableList<Integer>> positions = new ArrayList<>();
  private final List<ImmutableSortedSet<Integer>> next = new ArrayList<>();
  private final List<Boolean> cyclic = new ArrayList<>();

  private Outline(Program program) {
    this.program = program;
    for (Program.Step step : program.steps()) {
      ImmutableList<Integer> reached = reachable(program, step.entry());
      TreeSet<Integer> arrivals = new TreeSet<>();
      reached.forEach(position -> arrival(position).ifPresent(arrivals::add));
      positions.add(reached);
      next.add(ImmutableSortedSet.copyOf(arrivals));
      cyclic.add(hasCycle(program, reached));
    }
  }

  /** The outline of a process' program; empty if some step ends otherwise. */
  static Optional<Outline> of(Program program) {
    if (program.kind() != Program.Kind.PROCESS) {
      return Optional.empty();
    }
    Outline outline = new Outline(program);
    return outline.isWellFormed() ? Optional.of(outline) : Optional.empty();
  }

  private boolean isWellFormed() {
    int counter = program.programCounter().orElseThrow().id();
    for (int step = 0; step < program.steps().size(); step++) {
      if (isEnd(program.steps().get(step).entry())) {
        return false;
      }
      for (int position : positions.get(step)) {
        Instruction instruction = program.instructions().get(position);
        boolean ends = targets(program, position).stream().anyMatch(this::isEnd);
        boolean counts = instruction instanceof Instruction.Store s && s.variable().id() == counter;
        if ((ends || counts) && arrival(position).isEmpty()) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean isEnd(int position) {
    return program.instructions().get(position) instanceof Instruction.End;
  }

  /** All positions that a step can come to, the entry first. */
  static ImmutableList<Integer> reachable(Program program, int entry) {
    Set<Integer> seen = new HashSet<>();
    Deque<Integer> waiting = new ArrayDeque<>(List.of(entry));
    ImmutableList.Builder<Integer> reached = ImmutableList.builder();
    while (!waiting.isEmpty()) {
      int position = waiting.removeFirst();
      if (seen.add(position)) {
        reached.add(position);
        waiting.addAll(targets(program, position));
      }
    }
    return reached.build();
  }

  /** Whether positions cannot be put in an order in which all jumps go forwards. */
  private static boolean hasCycle(Program program, List<Integer> positions) {
    Map<Integer, Integer> pending = new HashMap<>();
    for (int position : positions) {
      targets(program, position).forEach(target -> pending.merge(target, 1, Integer::sum));
    }
    Deque<Integer> ready = new ArrayDeque<>();
    positions.stream().filter(p -> !pending.containsKey(p)).forEach(ready::add);
    int ordered = 0;
    while (!ready.isEmpty()) {
      ordered++;
      for (int target : targets(program, ready.remove())) {
        if (pending.merge(target, -1, Integer::sum) == 0) {
          ready.add(target);
        }
      }
    }
    return ordered < positions.size();
  }

  private static ImmutableList<Integer> targets(Program program, int position) {
    return Instructions.targets(program.instructions().get(position));
  }

  Program program() {
    return program;
  }

  int steps() {
    return program.steps().size();
  }

  /** The positions that a step can come to. */
  ImmutableList<Integer> positions(int step) {
    return positions.get(step);
  }

  /** The steps that a step can arrive at; {@link #steps()} stands for the end. */
  ImmutableSortedSet<Integer> next(int step) {
    return next.get(step);
  }

  /** Whether a step can loop. */
  boolean isCyclic(int step) {
    return cyclic.get(step);
  }

  /** The step at which the instruction of a position arrives, if that is what it does. */
  OptionalInt arrival(int position) {
    StateVar counter = program.programCounter().orElseThrow();
    if (program.instructions().get(position) instanceof Instruction.Store store
        && store.variable().id() == counter.id()
        && store.indices().get(0) instanceof IrExpr.Self
        && store.value() instanceof IrExpr.Const to
        && 0 <= to.value()
        && to.value() <= program.steps().size()
        && isEnd(store.next())) {
      return OptionalInt.of(Math.toIntExact(to.value()));
    }
    return OptionalInt.empty();
  }
}
