package skein.spec.lowering;

import com.google.common.collect.ImmutableList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import skein.spec.ir.Expressions;
import skein.spec.ir.Instruction;
import skein.spec.ir.IrExpr;
import skein.spec.ir.Origin;
import skein.spec.ir.StateVar;

/**
 * Turns the operations of a program, or of a part of it, into instructions: in reverse postorder,
 * so that only loops jump backwards, and with every way into a cut leading through code that resets
 * dead locals, moves the program counter and ends the step.
 */
final class Assembler {
  private final Lowered program;
  private final DeadLocals dead;
  private final IrExpr self;
  private final Resolver resolver;
  private final int base;
  private final int slotBase;
  private final boolean continues;
  private int continuation;
  private final Map<Integer, Integer> positions = new HashMap<>();
  private final List<Instruction> out = new ArrayList<>();

  /**
   * @param dead of the program
   * @param self the running process; anything for programs without one
   * @param base position of the first instruction
   * @param slotBase added to the numbers of temporaries
   * @param continues whether code goes on after the last instruction instead of ending the step
   */
  Assembler(
      Lowered program,
      DeadLocals dead,
      List<Integer> roots,
      IrExpr self,
      Resolver resolver,
      int base,
      int slotBase,
      boolean continues) {
    this.program = program;
    this.dead = dead;
    this.self = self;
    this.resolver = resolver;
    this.base = base;
    this.slotBase = slotBase;
    this.continues = continues;
    List<Integer> order = order(roots.stream().map(this::resolve).toList());
    int at = base;
    for (int key : order) {
      positions.put(key, at);
      at += size(key);
    }
    continuation = at;
    order.forEach(this::emit);
  }

  ImmutableList<Instruction> instructions() {
    return ImmutableList.copyOf(out);
  }

  int position(int op) {
    return positions.get(resolve(op));
  }

  /** Whether some instruction jumps backwards. */
  boolean hasLoops() {
    for (int i = 0; i < out.size(); i++) {
      int position = base + i;
      if (targets(out.get(i)).stream().anyMatch(target -> target <= position)) {
        return true;
      }
    }
    return false;
  }

  private static List<Integer> targets(Instruction instruction) {
    if (instruction instanceof Instruction.Branch b) {
      return List.of(b.ifTrue(), b.ifFalse());
    } else if (instruction instanceof Instruction.Store s) {
      return List.of(s.next());
    } else if (instruction instanceof Instruction.SetTemp s) {
      return List.of(s.next());
    } else if (instruction instanceof Instruction.Pick p) {
      return List.of(p.next());
    } else if (instruction instanceof Instruction.Await a) {
      return List.of(a.next());
    } else if (instruction instanceof Instruction.Assert a && !Fold.isFalse(a.condition())) {
      return List.of(a.next());
    }
    return List.of();
  }

  /** The first operation at or after one that needs an instruction; a cut or exit is one. */
  private int resolve(int op) {
    Set<Integer> seen = new HashSet<>();
    int at = op;
    while (seen.add(at)) {
      Op here = program.graph().op(at);
      boolean passes =
          here instanceof Op.Jump
              || here instanceof Op.Fresh
              || here instanceof Op.Allocation
              || isPoint(here) && !program.cuts().isCut(at);
      if (!passes) {
        return at;
      }
      at = program.graph().successors(at)[0];
    }
    return at;
  }

  private static boolean isPoint(Op op) {
    return op instanceof Op.Point || op instanceof Op.Stand;
  }

  private List<Integer> next(int key) {
    if (program.cuts().isCut(key)) {
      return List.of();
    }
    List<Integer> next = new ArrayList<>();
    for (int successor : program.graph().successors(key)) {
      next.add(resolve(successor));
    }
    return next;
  }

  private List<Integer> order(List<Integer> roots) {
    List<Integer> postorder = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    for (int i = roots.size() - 1; i >= 0; i--) {
      visit(roots.get(i), seen, postorder);
    }
    Collections.reverse(postorder);
    return postorder;
  }

  private void visit(int root, Set<Integer> seen, List<Integer> postorder) {
    Deque<Integer> path = new ArrayDeque<>();
    Deque<Deque<Integer>> pending = new ArrayDeque<>();
    if (!seen.add(root)) {
      return;
    }
    path.push(root);
    pending.push(new ArrayDeque<>(next(root)));
    while (!path.isEmpty()) {
      Integer child = pending.peek().pollLast();
      if (child == null) {
        postorder.add(path.pop());
        pending.pop();
      } else if (seen.add(child)) {
        path.push(child);
        pending.push(new ArrayDeque<>(next(child)));
      }
    }
  }

  private int size(int key) {
    Op op = program.graph().op(key);
    if (program.cuts().isCut(key) || op instanceof Op.Exit) {
      return arrival(key, 0).size();
    }
    return op instanceof Op.Pick pick && local(pick.register()).isPresent() ? 2 : 1;
  }

  private void emit(int key) {
    Op op = program.graph().op(key);
    int position = positions.get(key);
    if (program.cuts().isCut(key) || op instanceof Op.Exit) {
      out.addAll(arrival(key, position));
    } else if (op instanceof Op.Pick pick) {
      pick(pick, key, position);
    } else {
      out.add(instruction(op, key));
    }
  }

  private int target(int successor, int key) {
    return positions.get(resolve(program.graph().successors(key)[successor]));
  }

  private Instruction instruction(Op op, int key) {
    Origin origin = op.origin();
    if (op instanceof Op.Set set) {
      return local(set.register())
          .<Instruction>map(
              v ->
                  new Instruction.Store(
                      v, Fold.list(self), rewrite(set.value()), target(0, key), origin))
          .orElseGet(
              () ->
                  new Instruction.SetTemp(
                      slotBase + set.register().slot(),
                      rewrite(set.value()),
                      target(0, key),
                      origin));
    } else if (op instanceof Op.Store store) {
      return new Instruction.Store(
          resolver.variable(store.variable()),
          Expressions.map(store.indices(), this::rewrite),
          rewrite(store.value()),
          target(0, key),
          origin);
    } else if (op instanceof Op.Branch branch) {
      return new Instruction.Branch(
          rewrite(branch.condition()), target(0, key), target(1, key), origin);
    } else if (op instanceof Op.Await await) {
      return new Instruction.Await(rewrite(await.condition()), target(0, key), origin);
    } else if (op instanceof Op.Assert check) {
      boolean always = Fold.isFalse(check.condition());
      int next = always ? positions.get(key) : target(0, key);
      return new Instruction.Assert(rewrite(check.condition()), check.fault(), next, origin);
    }
    int here = positions.get(key);
    return new Instruction.Branch(Fold.TRUE, here, here, origin);
  }

  private void pick(Op.Pick pick, int key, int position) {
    int slot = slotBase + pick.register().slot();
    Optional<StateVar> local = local(pick.register());
    int next = local.isPresent() ? position + 1 : target(0, key);
    out.add(new Instruction.Pick(slot, pick.lo(), pick.hi(), next, pick.origin()));
    local.ifPresent(
        v ->
            out.add(
                new Instruction.Store(
                    v,
                    Fold.list(self),
                    new IrExpr.Temp(slot, v.type()),
                    target(0, key),
                    pick.origin())));
  }

  private Optional<StateVar> local(Register register) {
    return program.locals().flatMap(l -> l.variable(register.slot()));
  }

  /** Resets what is dead, moves the program counter, ends the step. */
  private List<Instruction> arrival(int key, int position) {
    List<Instruction> code = new ArrayList<>();
    Origin hidden = Stores.hidden(program.graph().op(key).origin());
    for (StateVar variable : dead.at(key)) {
      reset(variable, code, position, hidden);
    }
    program
        .counter()
        .ifPresent(
            counter -> {
              StateVar pc = resolver.variable(counter);
              int step =
                  program.cuts().isCut(key)
                      ? program.cuts().stepAt(key)
                      : program.cuts().steps().size();
              IrExpr value = new IrExpr.Const(step, pc.type());
              add(code, pc, Fold.list(self), value, position, hidden);
            });
    if (!continues) {
      code.add(new Instruction.End(hidden));
    } else if (code.isEmpty()) {
      code.add(new Instruction.Branch(Fold.TRUE, continuation, continuation, hidden));
    } else {
      redirect(code, continuation);
    }
    return code;
  }

  private void reset(StateVar variable, List<Instruction> code, int position, Origin hidden) {
    IrExpr zero = new IrExpr.Const(variable.type().zero(), variable.type());
    int first = variable.owner().isPresent() ? 1 : 0;
    ImmutableList<IrExpr> owner = first == 1 ? Fold.list(self) : ImmutableList.of();
    List<ImmutableList<IrExpr>> cells = new ArrayList<>(List.of(owner));
    for (int d = first; d < variable.dimensions().size(); d++) {
      List<ImmutableList<IrExpr>> longer = new ArrayList<>();
      for (ImmutableList<IrExpr> prefix : cells) {
        for (int i = 0; i < variable.dimensions().get(d).size(); i++) {
          longer.add(ImmutableList.<IrExpr>builder().addAll(prefix).add(Fold.number(i)).build());
        }
      }
      cells = longer;
    }
    cells.forEach(indices -> add(code, variable, indices, zero, position, hidden));
  }

  private static void add(
      List<Instruction> code,
      StateVar variable,
      ImmutableList<IrExpr> indices,
      IrExpr value,
      int position,
      Origin hidden) {
    int next = position + code.size() + 1;
    code.add(new Instruction.Store(variable, indices, value, next, hidden));
  }

  /** The last store goes on at the continuation. */
  private static void redirect(List<Instruction> code, int target) {
    Instruction.Store last = (Instruction.Store) code.get(code.size() - 1);
    code.set(
        code.size() - 1,
        new Instruction.Store(
            last.variable(), last.indices(), last.value(), target, last.origin()));
  }

  private IrExpr rewrite(IrExpr e) {
    if (e instanceof IrExpr.Self) {
      return self;
    } else if (e instanceof IrExpr.Temp temp && temp.slot() < World.FIRST_LABEL_SLOT) {
      Optional<StateVar> local = program.locals().flatMap(l -> l.variable(temp.slot()));
      return local.isPresent()
          ? new IrExpr.Load(local.get(), Fold.list(self), false)
          : new IrExpr.Temp(temp.slot() + slotBase, temp.type());
    } else if (e instanceof IrExpr.Let let) {
      return new IrExpr.Let(let.slot() + slotBase, rewrite(let.value()), rewrite(let.body()));
    } else if (e instanceof IrExpr.Quantified q) {
      return new IrExpr.Quantified(
          q.quantifier(),
          q.slot() + slotBase,
          q.element(),
          q.lo(),
          q.hi(),
          rewrite(q.body()),
          q.type());
    } else if (e instanceof IrExpr.Load load) {
      return new IrExpr.Load(
          resolver.variable(load.variable()),
          Expressions.map(load.indices(), this::rewrite),
          load.old());
    }
    return Expressions.map(resolver.constant(e), this::rewrite);
  }
}
