package skein.spec.fusion;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import skein.spec.fusion.Facts.Kind;
import skein.spec.ir.Instruction;
import skein.spec.ir.IrExpr;
import skein.spec.ir.IrExpr.BinaryOp;
import skein.spec.ir.IrExpr.UnaryOp;
import skein.spec.ir.Program;
import skein.spec.ir.StateVar;
import skein.spec.ir.StateVar.Role;

/**
 * What is known for sure before each instruction of a program, on whatever way the process came
 * there: a forward data-flow analysis over all its steps. What it says of locks that are held is
 * true of {@linkplain Locks#isExclusive exclusive} locks.
 */
final class LockFlow {
  private final Program program;
  private final Optional<Outline> outline;
  private final ImmutableSet<StateVar> locks;
  private final Predicate<StateVar> own;
  private final Map<Integer, Facts> before = new HashMap<>();
  private final Deque<Integer> waiting = new ArrayDeque<>();

  /**
   * @param outline absent if nothing is to be known at the start of a step
   * @param first the steps at which the process can begin
   * @param own variables that only the process that they belong to stores to
   */
  LockFlow(
      Program program,
      Optional<Outline> outline,
      ImmutableSet<Integer> first,
      ImmutableSet<StateVar> locks,
      Predicate<StateVar> own) {
    this.program = program;
    this.outline = outline;
    this.locks = locks;
    this.own = own;
    for (int step = 0; step < program.steps().size(); step++) {
      if (outline.isEmpty() || first.contains(step)) {
        meet(program.steps().get(step).entry(), Facts.NONE);
      }
    }
    while (!waiting.isEmpty()) {
      int position = waiting.remove();
      flow(position, before.get(position));
    }
  }

  /** Whether any run of the program can come to an instruction. */
  boolean isReached(int position) {
    return before.containsKey(position);
  }

  Facts before(int position) {
    return before.getOrDefault(position, Facts.NONE);
  }

  /** The key of a cell, as it is known before an instruction. */
  Optional<ImmutableList<IrExpr>> keys(int position, ImmutableList<IrExpr> indices) {
    return before(position).keys(indices, own);
  }

  private void meet(int position, Facts facts) {
    Facts known = before.get(position);
    Facts met = known == null ? facts : known.join(facts);
    if (!met.equals(known)) {
      before.put(position, met);
      waiting.add(position);
    }
  }

  private void flow(int position, Facts facts) {
    Instruction instruction = program.instructions().get(position);
    OptionalInt arrival = outline.map(o -> o.arrival(position)).orElse(OptionalInt.empty());
    if (arrival.isPresent() && arrival.getAsInt() < program.steps().size()) {
      meet(program.steps().get(arrival.getAsInt()).entry(), facts.atEndOfStep());
    }
    if (instruction instanceof Instruction.Branch branch) {
      meet(branch.ifTrue(), assume(branch.condition(), true, facts));
      meet(branch.ifFalse(), assume(branch.condition(), false, facts));
    } else {
      Facts after = after(instruction, facts);
      Instructions.targets(instruction).forEach(target -> meet(target, after));
    }
  }

  private Facts after(Instruction instruction, Facts facts) {
    if (instruction instanceof Instruction.SetTemp set) {
      IrExpr.Temp temp = new IrExpr.Temp(set.slot(), set.value().type());
      return facts.assign(name(temp), facts.key(set.value(), own));
    } else if (instruction instanceof Instruction.Pick pick) {
      IrExpr.Temp temp = new IrExpr.Temp(pick.slot(), program.temporaries().get(pick.slot()));
      return facts.assign(name(temp), Optional.empty());
    } else if (instruction instanceof Instruction.Await await) {
      return assume(await.condition(), true, facts);
    } else if (instruction instanceof Instruction.Assert claim) {
      return assume(claim.condition(), true, facts);
    } else if (instruction instanceof Instruction.Store store) {
      return after(store, facts);
    }
    return facts;
  }

  private IrExpr name(IrExpr.Temp temp) {
    return Facts.variable(temp, own).orElseThrow();
  }

  private Facts after(Instruction.Store store, Facts facts) {
    StateVar variable = store.variable();
    Optional<ImmutableList<IrExpr>> cell = facts.keys(store.indices(), own);
    if (own.test(variable)) {
      return Facts.variable(variable, store.indices())
          .map(name -> facts.assign(name, facts.key(store.value(), own)))
          .orElse(facts);
    } else if (variable.role() == Role.ALIVE) {
      return facts.with(Kind.FRESH, variable, cell);
    } else if (!locks.contains(variable)) {
      return facts;
    }
    Facts unseen =
        facts.without(
            f ->
                f.variable().equals(variable)
                    && (f.kind() == Kind.FREE || f.kind() == Kind.ASSERTED));
    if (Shapes.isSelf(store.value()) && facts.has(Kind.FREE, variable, cell)) {
      // It had no owner, so it is none of those that the process holds already.
      return unseen.with(Kind.HELD, variable, cell);
    } else if (Shapes.isNull(store.value()) && facts.has(Kind.HELD, variable, cell)) {
      return unseen.without(f -> isHeld(f, variable) && f.key().equals(cell.get()));
    }
    return unseen.without(f -> isHeld(f, variable));
  }

  private static boolean isHeld(Facts.Fact fact, StateVar variable) {
    return fact.kind() == Kind.HELD && fact.variable().equals(variable);
  }

  /** What is known in addition where a condition is true, or false. */
  private Facts assume(IrExpr condition, boolean holds, Facts facts) {
    IrExpr bare = Shapes.strip(condition);
    if (bare instanceof IrExpr.Unary unary && unary.op() == UnaryOp.NOT) {
      return assume(unary.operand(), !holds, facts);
    } else if (bare instanceof IrExpr.Binary binary) {
      boolean both = binary.op() == BinaryOp.AND && holds || binary.op() == BinaryOp.OR && !holds;
      if (both) {
        return assume(binary.right(), holds, assume(binary.left(), holds, facts));
      } else if (binary.op() == (holds ? BinaryOp.EQUAL : BinaryOp.NOT_EQUAL)) {
        return equal(binary, facts);
      }
    }
    return facts;
  }

  private Facts equal(IrExpr.Binary comparison, Facts facts) {
    Facts known = facts;
    for (StateVar lock : locks) {
      Optional<Shapes.Compared> compared = Shapes.compared(comparison, comparison.op(), lock);
      if (compared.isPresent()) {
        Optional<ImmutableList<IrExpr>> cell = facts.keys(compared.get().load().indices(), own);
        if (Shapes.isNull(compared.get().with())) {
          known = known.with(Kind.FREE, lock, cell);
        } else if (Shapes.isSelf(compared.get().with())) {
          known = known.with(Kind.ASSERTED, lock, cell);
        }
      }
    }
    return known;
  }
}
