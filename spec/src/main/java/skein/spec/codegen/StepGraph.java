package skein.spec.codegen;

import com.google.common.collect.ImmutableList;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import skein.spec.ir.Instruction;
import skein.spec.ir.IrExpr;
import skein.spec.ir.Program;
import skein.spec.ir.StateVar;

/**
 * The instructions that one step can come to, simplified, in the order in which code for them is
 * laid out: each is followed by the one that it goes on to, if that has no place yet.
 */
final class StepGraph {
  private final Program program;
  private final int entry;
  private final Simplifier simplifier;
  private final Map<Integer, Instruction> instructions = new LinkedHashMap<>();
  private final ImmutableList<Integer> order;

  StepGraph(Program program, int entry, Simplifier simplifier) {
    this.program = program;
    this.entry = entry;
    this.simplifier = simplifier;
    Deque<Integer> waiting = new ArrayDeque<>();
    waiting.push(entry);
    while (!waiting.isEmpty()) {
      int position = waiting.pop();
      if (!instructions.containsKey(position)) {
        Instruction instruction = simplified(program.instructions().get(position));
        instructions.put(position, instruction);
        targets(instruction).reverse().forEach(waiting::push);
      }
    }
    this.order = ImmutableList.copyOf(instructions.keySet());
  }

  private Instruction simplified(Instruction instruction) {
    if (instruction instanceof Instruction.Store s) {
      ImmutableList.Builder<IrExpr> indices = ImmutableList.builder();
      for (int d = 0; d < s.indices().size(); d++) {
        StateVar.Dimension dimension = s.variable().dimensions().get(d);
        indices.add(Rules.index(dimension, simplifier.simplify(s.indices().get(d))));
      }
      IrExpr value = simplifier.simplify(s.value());
      return new Instruction.Store(s.variable(), indices.build(), value, s.next(), s.origin());
    } else if (instruction instanceof Instruction.SetTemp s) {
      return new Instruction.SetTemp(
          s.slot(), simplifier.simplify(s.value()), s.next(), s.origin());
    } else if (instruction instanceof Instruction.Branch b) {
      return new Instruction.Branch(
          simplifier.simplify(b.condition()), b.ifTrue(), b.ifFalse(), b.origin());
    } else if (instruction instanceof Instruction.Await a) {
      return new Instruction.Await(simplifier.simplify(a.condition()), a.next(), a.origin());
    } else if (instruction instanceof Instruction.Assert a) {
      return new Instruction.Assert(
          simplifier.simplify(a.condition()), a.fault(), a.next(), a.origin());
    }
    return instruction;
  }

  /** Where an instruction can go on. */
  static ImmutableList<Integer> targets(Instruction instruction) {
    if (instruction instanceof Instruction.Branch b) {
      if (b.condition() instanceof IrExpr.Const known) {
        return ImmutableList.of(known.value() != 0 ? b.ifTrue() : b.ifFalse());
      }
      return ImmutableList.of(b.ifTrue(), b.ifFalse());
    } else if (instruction instanceof Instruction.Store s) {
      return ImmutableList.of(s.next());
    } else if (instruction instanceof Instruction.SetTemp s) {
      return ImmutableList.of(s.next());
    } else if (instruction instanceof Instruction.Await a) {
      return Shape.isConst(a.condition(), 0) ? ImmutableList.of() : ImmutableList.of(a.next());
    } else if (instruction instanceof Instruction.Assert a) {
      return Shape.isConst(a.condition(), 0) ? ImmutableList.of() : ImmutableList.of(a.next());
    } else if (instruction instanceof Instruction.Pick p) {
      return p.hi() < p.lo() ? ImmutableList.of() : ImmutableList.of(p.next());
    }
    return ImmutableList.of();
  }

  Program program() {
    return program;
  }

  int entry() {
    return entry;
  }

  /** The positions, in layout order; the entry is the first. */
  ImmutableList<Integer> order() {
    return order;
  }

  Instruction at(int position) {
    return instructions.get(position);
  }

  /** Whether a jump counts as a backward one: see {@link Program}. */
  static boolean isBackward(int from, int to) {
    return to <= from;
  }

  boolean hasBackwardJump() {
    return instructions.entrySet().stream()
        .anyMatch(e -> targets(e.getValue()).stream().anyMatch(t -> isBackward(e.getKey(), t)));
  }

  boolean hasPick() {
    return instructions.values().stream().anyMatch(i -> i instanceof Instruction.Pick);
  }

  /** How many instructions go on to a position. */
  long predecessors(int position) {
    return instructions.values().stream()
        .filter(instruction -> targets(instruction).contains(position))
        .count();
  }

  /** The slots that instructions set, ascending. */
  TreeSet<Integer> slots() {
    TreeSet<Integer> slots = new TreeSet<>();
    for (Instruction instruction : instructions.values()) {
      if (instruction instanceof Instruction.SetTemp set) {
        slots.add(set.slot());
      } else if (instruction instanceof Instruction.Pick pick) {
        slots.add(pick.slot());
      }
    }
    return slots;
  }
}
