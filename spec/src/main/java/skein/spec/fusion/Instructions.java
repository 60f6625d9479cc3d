package skein.spec.fusion;

import com.google.common.collect.ImmutableList;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import skein.spec.ir.Expressions;
import skein.spec.ir.Instruction;
import skein.spec.ir.IrExpr;

/** Walks over instructions. */
final class Instructions {
  private Instructions() {}

  /** Where an instruction can go on. */
  static ImmutableList<Integer> targets(Instruction instruction) {
    if (instruction instanceof Instruction.Branch b) {
      return b.ifTrue() == b.ifFalse()
          ? ImmutableList.of(b.ifTrue())
          : ImmutableList.of(b.ifTrue(), b.ifFalse());
    } else if (instruction instanceof Instruction.Store s) {
      return ImmutableList.of(s.next());
    } else if (instruction instanceof Instruction.SetTemp s) {
      return ImmutableList.of(s.next());
    } else if (instruction instanceof Instruction.Pick p) {
      return ImmutableList.of(p.next());
    } else if (instruction instanceof Instruction.Await a) {
      return ImmutableList.of(a.next());
    } else if (instruction instanceof Instruction.Assert a) {
      return isFalse(a.condition()) ? ImmutableList.of() : ImmutableList.of(a.next());
    }
    return ImmutableList.of();
  }

  /** What always fails goes on nowhere, and may name itself as what comes next. */
  private static boolean isFalse(IrExpr e) {
    return e instanceof IrExpr.Const c && c.value() == 0;
  }

  /** The instruction with other targets and other expressions. */
  static Instruction map(
      Instruction instruction, IntUnaryOperator target, UnaryOperator<IrExpr> expression) {
    if (instruction instanceof Instruction.Store s) {
      return new Instruction.Store(
          s.variable(),
          Expressions.map(s.indices(), expression),
          expression.apply(s.value()),
          target.applyAsInt(s.next()),
          s.origin());
    } else if (instruction instanceof Instruction.SetTemp s) {
      return new Instruction.SetTemp(
          s.slot(), expression.apply(s.value()), target.applyAsInt(s.next()), s.origin());
    } else if (instruction instanceof Instruction.Branch b) {
      return new Instruction.Branch(
          expression.apply(b.condition()),
          target.applyAsInt(b.ifTrue()),
          target.applyAsInt(b.ifFalse()),
          b.origin());
    } else if (instruction instanceof Instruction.Pick p) {
      return new Instruction.Pick(
          p.slot(), p.lo(), p.hi(), target.applyAsInt(p.next()), p.origin());
    } else if (instruction instanceof Instruction.Await a) {
      return new Instruction.Await(
          expression.apply(a.condition()), target.applyAsInt(a.next()), a.origin());
    } else if (instruction instanceof Instruction.Assert a) {
      return new Instruction.Assert(
          expression.apply(a.condition()), a.fault(), target.applyAsInt(a.next()), a.origin());
    }
    return instruction;
  }
}
