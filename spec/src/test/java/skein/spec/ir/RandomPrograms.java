package skein.spec.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import skein.spec.ir.IrExpr.Binary;
import skein.spec.ir.IrExpr.BinaryOp;
import skein.spec.ir.IrExpr.Const;
import skein.spec.ir.IrExpr.Temp;
import skein.spec.ir.StateVar.Role;
import skein.spec.model.FaultKind;

/** Random code of one program, cut into steps. */
final class RandomPrograms {
  private static final int MOST_PICKS = 3;

  /** A jump to the entry of a step that was not yet there. */
  private record Pending(int position, int step) {}

  private final Random random;
  private final SystemBuilder system;
  private final ProgramBuilder program;
  private final RandomExpressions expressions;
  private final boolean endless;
  private final int risk;
  private final List<Integer> entries = new ArrayList<>();
  private final List<Pending> pending = new ArrayList<>();
  private final String name;
  private int picks;
  private int loops;

  /**
   * @param endless whether a step may jump back to its own or an earlier entry
   * @param risk how many percent of what could fail is not made safe
   */
  RandomPrograms(
      Random random,
      SystemBuilder system,
      ProgramBuilder program,
      Optional<Sort> self,
      String name,
      boolean endless,
      int risk) {
    this.random = random;
    this.system = system;
    this.program = program;
    this.endless = endless;
    this.risk = risk;
    this.name = name;
    this.expressions =
        new RandomExpressions(random, system, name, program::temporary, self, false, risk);
  }

  /** The code of an action or of the initial program. */
  Program single(boolean guarded) {
    if (guarded) {
      program.await(expressions.bool(3));
    }
    statements(1 + random.nextInt(4), 2);
    return program.end().build();
  }

  /** The code of a process. */
  Program steps(int count) {
    for (int step = 0; step < count; step++) {
      program.step(name + " step " + step);
      entries.add(program.here());
      expressions.scope().clear();
      picks = pending.isEmpty() ? 0 : picks;
      if (chance(30)) {
        program.await(expressions.bool(3));
      }
      statements(1 + random.nextInt(3), 2);
      goOn(step, count);
    }
    for (Pending jump : pending) {
      int target = entries.get(jump.step());
      program.patch(jump.position(), target, target);
    }
    return program.build();
  }

  private void goOn(int step, int count) {
    if (chance(12) && step + 1 < count) {
      pending.add(new Pending(program.here(), step + 1 + random.nextInt(count - step - 1)));
      program.jump(0);
    } else if (endless && chance(40)) {
      int branch = program.here();
      int back = chance(25) ? branch : entries.get(random.nextInt(step + 1));
      program.branch(expressions.bool(1), back, branch + 1);
      end(count);
    } else if (chance(25)) {
      int branch = program.here();
      program.branch(expressions.bool(2), 0, 0);
      end(count);
      program.patch(branch, branch + 1, program.here());
      end(count);
    } else {
      end(count);
    }
  }

  /** Ends the step; some of the stores may come after that to the program counter. */
  private void end(int count) {
    StateVar counter = program.counter();
    int next = random.nextInt(count + 1);
    IrExpr self = new IrExpr.Self(counter.owner().orElseThrow());
    program.store(counter, new Const(next, counter.type()), self);
    if (chance(20)) {
      store();
    }
    program.end();
  }

  private void statements(int count, int depth) {
    for (int i = 0; i < count; i++) {
      statement(depth);
    }
  }

  private void statement(int depth) {
    int kind = random.nextInt(100);
    if (kind < 50) {
      store();
    } else if (kind < 60) {
      Scalar type = expressions.anyType();
      IrExpr value = expressions.value(type, 3);
      int slot = program.temporary(value.type());
      program.set(slot, value);
      expressions.scope().add(new Temp(slot, value.type()));
    } else if (kind < 72) {
      pick();
    } else if (kind < 74) {
      if (!entries.isEmpty()) {
        program.await(expressions.bool(3));
      }
    } else if (kind < 76 + risk / 3) {
      FaultKind fault = chance(50) ? FaultKind.BUG_ON : FaultKind.ASSERT;
      IrExpr often = expressions.bool(2);
      IrExpr holds = new Binary(BinaryOp.OR, expressions.bool(1), often, RandomExpressions.BOOL);
      program.claim(holds, system.fault(fault, name));
    } else if (depth > 0 && kind < 94) {
      choice(depth - 1);
    } else if (depth > 0) {
      loop(depth - 1);
    }
  }

  private void store() {
    List<StateVar> variables =
        system.variables().stream().filter(v -> v.role() != Role.PROGRAM_COUNTER).toList();
    StateVar variable = variables.get(random.nextInt(variables.size()));
    IrExpr[] indices = expressions.indices(variable, 2).toArray(new IrExpr[0]);
    program.store(variable, expressions.fitting(variable.type(), 3), indices);
  }

  /** Not in nested loops nor in endless ones, lest the combinations be too many. */
  private void pick() {
    if (endless || loops > 1 || picks >= MOST_PICKS || loops == 1 && picks > 0) {
      return;
    }
    picks += loops == 1 ? MOST_PICKS : 1;
    long lo = random.nextInt(4) - 1;
    long hi = lo + (chance(5) ? -1 : random.nextInt(3));
    Scalar type = new Scalar.Int(lo, Math.max(lo, hi));
    List<Sort> sorts = system.sorts().stream().filter(sort -> sort.size() <= 3).toList();
    if (!sorts.isEmpty() && chance(60)) {
      Sort sort = sorts.get(random.nextInt(sorts.size()));
      lo = 0;
      hi = sort.size() - 1;
      type = new Scalar.Ref(sort);
    }
    int slot = program.temporary(type);
    program.pick(slot, lo, hi);
    expressions.scope().add(new Temp(slot, type));
  }

  private void choice(int depth) {
    int branch = program.here();
    program.branch(expressions.bool(3), 0, 0);
    int known = expressions.scope().size();
    statements(1 + random.nextInt(2), depth);
    forget(known);
    int skip = program.here();
    program.jump(0);
    int otherwise = program.here();
    statements(random.nextInt(2), depth);
    forget(known);
    program.patch(branch, branch + 1, otherwise);
    program.patch(skip, program.here(), program.here());
  }

  private void loop(int depth) {
    Scalar type = new Scalar.Int(0, 3);
    int slot = program.temporary(type);
    program.set(slot, new Const(0, type));
    int head = program.here();
    IrExpr counter = new Temp(slot, type);
    IrExpr end = new Const(1 + random.nextInt(3), type);
    program.branch(new Binary(BinaryOp.LESS, counter, end, RandomExpressions.BOOL), 0, 0);
    int known = expressions.scope().size();
    loops++;
    statements(1, depth);
    loops--;
    forget(known);
    program.set(slot, new Binary(BinaryOp.ADD, counter, new Const(1, type), type));
    program.jump(head);
    program.patch(head, head + 1, program.here());
  }

  private void forget(int known) {
    List<Temp> scope = expressions.scope();
    scope.subList(known, scope.size()).clear();
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
