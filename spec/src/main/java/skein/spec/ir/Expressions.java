package skein.spec.ir;

import com.google.common.collect.ImmutableList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Walks over expressions. */
public final class Expressions {
  private Expressions() {}

  /** The expressions of an instruction, in the order in which they are evaluated. */
  public static ImmutableList<IrExpr> of(Instruction instruction) {
    if (instruction instanceof Instruction.Store s) {
      return ImmutableList.<IrExpr>builder().addAll(s.indices()).add(s.value()).build();
    } else if (instruction instanceof Instruction.SetTemp s) {
      return ImmutableList.of(s.value());
    } else if (instruction instanceof Instruction.Branch b) {
      return ImmutableList.of(b.condition());
    } else if (instruction instanceof Instruction.Await a) {
      return ImmutableList.of(a.condition());
    } else if (instruction instanceof Instruction.Assert a) {
      return ImmutableList.of(a.condition());
    }
    return ImmutableList.of();
  }

  /** The operands of an expression, in the order in which they are evaluated. */
  public static ImmutableList<IrExpr> children(IrExpr e) {
    if (e instanceof IrExpr.Load load) {
      return load.indices();
    } else if (e instanceof IrExpr.Unary unary) {
      return ImmutableList.of(unary.operand());
    } else if (e instanceof IrExpr.Binary binary) {
      return ImmutableList.of(binary.left(), binary.right());
    } else if (e instanceof IrExpr.Conditional c) {
      return ImmutableList.of(c.condition(), c.then(), c.otherwise());
    } else if (e instanceof IrExpr.Let let) {
      return ImmutableList.of(let.value(), let.body());
    } else if (e instanceof IrExpr.Quantified q) {
      return ImmutableList.of(q.body());
    } else if (e instanceof IrExpr.Checked checked) {
      return ImmutableList.of(checked.operand());
    } else if (e instanceof IrExpr.AsTask task) {
      return ImmutableList.of(task.operand());
    }
    return ImmutableList.of();
  }

  /** The expression with its operands replaced. */
  public static IrExpr map(IrExpr e, UnaryOperator<IrExpr> f) {
    if (e instanceof IrExpr.Load load) {
      return new IrExpr.Load(load.variable(), map(load.indices(), f), load.old());
    } else if (e instanceof IrExpr.Unary u) {
      return new IrExpr.Unary(u.op(), f.apply(u.operand()), u.type());
    } else if (e instanceof IrExpr.Binary b) {
      return new IrExpr.Binary(b.op(), f.apply(b.left()), f.apply(b.right()), b.type());
    } else if (e instanceof IrExpr.Conditional c) {
      return new IrExpr.Conditional(
          f.apply(c.condition()), f.apply(c.then()), f.apply(c.otherwise()), c.type());
    } else if (e instanceof IrExpr.Let let) {
      return new IrExpr.Let(let.slot(), f.apply(let.value()), f.apply(let.body()));
    } else if (e instanceof IrExpr.Quantified q) {
      return new IrExpr.Quantified(
          q.quantifier(), q.slot(), q.element(), q.lo(), q.hi(), f.apply(q.body()), q.type());
    } else if (e instanceof IrExpr.Checked c) {
      return new IrExpr.Checked(f.apply(c.operand()), c.check(), c.lo(), c.hi(), c.fault());
    } else if (e instanceof IrExpr.AsTask task) {
      return new IrExpr.AsTask(f.apply(task.operand()), task.task());
    }
    return e;
  }

  /** Shows a visitor an expression and all that it consists of, the whole before its parts. */
  public static void visit(IrExpr e, Consumer<IrExpr> visitor) {
    visitor.accept(e);
    children(e).forEach(child -> visit(child, visitor));
  }

  public static ImmutableList<IrExpr> map(ImmutableList<IrExpr> list, UnaryOperator<IrExpr> f) {
    return list.stream().map(f).collect(ImmutableList.toImmutableList());
  }
}
