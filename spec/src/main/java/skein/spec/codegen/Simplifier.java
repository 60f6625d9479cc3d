package skein.spec.codegen;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import skein.spec.ir.IrExpr;
import skein.spec.ir.IrExpr.Binary;
import skein.spec.ir.IrExpr.BinaryOp;
import skein.spec.ir.IrExpr.Const;
import skein.spec.ir.IrExpr.Quantifier;
import skein.spec.ir.Scalar;
import skein.spec.ir.Sort;
import skein.spec.ir.StateVar;

/**
 * Rewrites expressions for one instance of a process: {@code Self} becomes a constant, constants
 * are folded, small quantifiers are unrolled (the cells they read then lie at known bits, which
 * takes less code than to compute where). What can go wrong still goes wrong, and in the same
 * order.
 *
 * <p>The slots that expressions bind are renumbered from {@code firstSlot} by depth, so that no
 * binder hides another.
 */
final class Simplifier {
  private static final Scalar BOOL = new Scalar.Bool();
  private static final int MOST_UNROLLED_VALUES = 8;

  private final OptionalLong self;
  private final int firstSlot;
  private final int unrollBudget;

  /**
   * @param self the running instance, if the code is for one
   * @param firstSlot the first slot that is free
   * @param unrollBudget how many nodes a quantifier may become
   */
  Simplifier(OptionalLong self, int firstSlot, int unrollBudget) {
    this.self = self;
    this.firstSlot = firstSlot;
    this.unrollBudget = unrollBudget;
  }

  IrExpr simplify(IrExpr expr) {
    return new Scope(ImmutableMap.of(), firstSlot).simplify(expr);
  }

  ImmutableList<IrExpr> simplify(ImmutableList<IrExpr> exprs) {
    return exprs.stream().map(this::simplify).collect(ImmutableList.toImmutableList());
  }

  /** What the bound slots stand for at a place in an expression, and the next free slot. */
  private final class Scope {
    private final ImmutableMap<Integer, IrExpr> bound;
    private final int slot;

    Scope(ImmutableMap<Integer, IrExpr> bound, int slot) {
      this.bound = bound;
      this.slot = slot;
    }

    private Scope with(int name, IrExpr meaning, int free) {
      Map<Integer, IrExpr> inner = new HashMap<>(bound);
      inner.put(name, meaning);
      return new Scope(ImmutableMap.copyOf(inner), free);
    }

    IrExpr simplify(IrExpr expr) {
      if (expr instanceof IrExpr.Temp temp) {
        IrExpr meaning = bound.get(temp.slot());
        return meaning == null ? temp : retyped(meaning, temp.type(), slot);
      } else if (expr instanceof IrExpr.Self) {
        return self.isPresent() ? new Const(self.getAsLong(), expr.type()) : expr;
      } else if (expr instanceof IrExpr.Load load) {
        return load(load);
      } else if (expr instanceof IrExpr.Unary unary) {
        return unary(unary, simplify(unary.operand()));
      } else if (expr instanceof Binary binary) {
        return binary(binary);
      } else if (expr instanceof IrExpr.Conditional conditional) {
        return conditional(conditional);
      } else if (expr instanceof IrExpr.Let let) {
        return let(let);
      } else if (expr instanceof IrExpr.Quantified quantified) {
        return quantified(quantified);
      } else if (expr instanceof IrExpr.Checked checked) {
        return checked(checked, simplify(checked.operand()));
      } else if (expr instanceof IrExpr.AsTask asTask) {
        return asTask(asTask, simplify(asTask.operand()));
      }
      return expr;
    }

    private IrExpr load(IrExpr.Load load) {
      ImmutableList.Builder<IrExpr> indices = ImmutableList.builder();
      for (int d = 0; d < load.indices().size(); d++) {
        indices.add(index(load.variable().dimensions().get(d), simplify(load.indices().get(d))));
      }
      return new IrExpr.Load(load.variable(), indices.build(), load.old());
    }

    private IrExpr binary(Binary binary) {
      IrExpr left = simplify(binary.left());
      BinaryOp op = binary.op();
      if (op == BinaryOp.AND && Shape.isConst(left, 0)) {
        return left;
      } else if (op == BinaryOp.OR && Shape.isConst(left, 1)) {
        return left;
      } else if (op == BinaryOp.IMPLIES && Shape.isConst(left, 0)) {
        return bool(true);
      }
      IrExpr right = simplify(binary.right());
      if (left instanceof Const
          && (op == BinaryOp.AND || op == BinaryOp.OR || op == BinaryOp.IMPLIES)) {
        return right;
      }
      return Simplifier.binary(new Binary(op, left, right, binary.type()));
    }

    private IrExpr conditional(IrExpr.Conditional conditional) {
      IrExpr condition = simplify(conditional.condition());
      if (condition instanceof Const known) {
        IrExpr chosen = known.value() != 0 ? conditional.then() : conditional.otherwise();
        return retyped(simplify(chosen), conditional.type(), slot);
      }
      return new IrExpr.Conditional(
          condition,
          simplify(conditional.then()),
          simplify(conditional.otherwise()),
          conditional.type());
    }

    private IrExpr let(IrExpr.Let let) {
      IrExpr value = simplify(let.value());
      if (value instanceof Const || value instanceof IrExpr.Temp) {
        return with(let.slot(), value, slot).simplify(let.body());
      }
      IrExpr name = new IrExpr.Temp(slot, let.value().type());
      IrExpr body = with(let.slot(), name, slot + 1).simplify(let.body());
      return body instanceof Const && Shape.isTotal(value)
          ? body
          : new IrExpr.Let(slot, value, body);
    }

    private IrExpr quantified(IrExpr.Quantified q) {
      long values = q.hi() < q.lo() ? 0 : q.hi() - q.lo() + 1;
      if (values == 0) {
        return new Const(q.quantifier() == Quantifier.FORALL ? 1 : 0, q.type());
      }
      if (0 < values && values <= MOST_UNROLLED_VALUES) {
        IrExpr first = instance(q, q.lo());
        if (values * Shape.size(first) <= unrollBudget) {
          return unrolled(q, first);
        }
      }
      IrExpr name = new IrExpr.Temp(slot, q.element());
      IrExpr body = with(q.slot(), name, slot + 1).simplify(q.body());
      if (body instanceof Const && ConditionEmitter.isCondition(q)) {
        return body;
      }
      return new IrExpr.Quantified(
          q.quantifier(), slot, q.element(), q.lo(), q.hi(), body, q.type());
    }

    private IrExpr instance(IrExpr.Quantified q, long value) {
      IrExpr body = with(q.slot(), new Const(value, q.element()), slot).simplify(q.body());
      return switch (q.quantifier()) {
        case FORALL, EXISTS -> body;
        case COUNT -> choice(body, 1, q.type());
        case COLLECT -> choice(body, 1L << (value - q.element().origin()), q.type());
      };
    }

    private IrExpr unrolled(IrExpr.Quantified q, IrExpr first) {
      BinaryOp op =
          switch (q.quantifier()) {
            case FORALL -> BinaryOp.AND;
            case EXISTS -> BinaryOp.OR;
            case COUNT -> BinaryOp.ADD;
            case COLLECT -> BinaryOp.UNION;
          };
      IrExpr result = first;
      for (long value = q.lo() + 1; value <= q.hi(); value++) {
        result = joined(op, result, instance(q, value), q.type());
      }
      return result;
    }
  }

  /** The expression, as of a type, on which it depends what bit of a set stands for the value. */
  private static IrExpr retyped(IrExpr expr, Scalar type, int slot) {
    if (expr instanceof Const known) {
      return new Const(known.value(), type);
    } else if (expr instanceof IrExpr.Temp temp) {
      return new IrExpr.Temp(temp.slot(), type);
    } else if (expr.type().equals(type)) {
      return expr;
    }
    return new IrExpr.Let(slot, expr, new IrExpr.Temp(slot, type));
  }

  private static IrExpr choice(IrExpr condition, long then, Scalar type) {
    if (condition instanceof Const known) {
      return new Const(known.value() != 0 ? then : 0, type);
    }
    return new IrExpr.Conditional(condition, new Const(then, type), new Const(0, type), type);
  }

  /** An operation, or one of its operands if the other makes no difference. */
  private static IrExpr joined(BinaryOp op, IrExpr left, IrExpr right, Scalar type) {
    long neutral = op == BinaryOp.AND ? 1 : 0;
    if (Shape.isConst(left, neutral)) {
      return right;
    } else if (Shape.isConst(right, neutral)) {
      return left;
    } else if (op == BinaryOp.AND && Shape.isConst(left, 0)
        || op == BinaryOp.OR && Shape.isConst(left, 1)) {
      return left;
    }
    return binary(new Binary(op, left, right, type));
  }

  /** An index: if there is only one to choose from and finding it cannot fail, it is known. */
  static IrExpr index(StateVar.Dimension dimension, IrExpr index) {
    return dimension.size() == 1 && Shape.isTotal(index) ? new Const(0, index.type()) : index;
  }

  private static IrExpr unary(IrExpr.Unary unary, IrExpr operand) {
    if (operand instanceof Const known) {
      return new Const(Folding.unary(unary, known.value()), unary.type());
    }
    boolean twice =
        unary.op() == IrExpr.UnaryOp.NOT
            && operand instanceof IrExpr.Unary inner
            && inner.op() == IrExpr.UnaryOp.NOT;
    return twice
        ? ((IrExpr.Unary) operand).operand()
        : new IrExpr.Unary(unary.op(), operand, unary.type());
  }

  private static IrExpr binary(Binary binary) {
    if (binary.left() instanceof Const left
        && binary.right() instanceof Const right
        && Shape.isTotal(binary)) {
      return new Const(Folding.binary(binary, left.value(), right.value()), binary.type());
    }
    if (isTrueOfEquals(binary.op())
        && binary.left().equals(binary.right())
        && Shape.isTotal(binary.left())) {
      return bool(true);
    }
    if (binary.op() == BinaryOp.AND && Shape.isConst(binary.right(), 1)
        || binary.op() == BinaryOp.OR && Shape.isConst(binary.right(), 0)) {
      return binary.left();
    }
    if (binary.op() == BinaryOp.AND
        && Shape.isTotal(binary.left())
        && (Shape.isConst(binary.right(), 0)
            || Shape.isTotal(binary.right()) && implies(binary.left(), not(binary.right())))) {
      return bool(false);
    }
    if ((binary.op() == BinaryOp.OR || binary.op() == BinaryOp.IMPLIES)
        && Shape.isConst(binary.right(), 1)
        && Shape.isTotal(binary.left())) {
      return bool(true);
    }
    return binary;
  }

  /** Whether a condition is among those that another is the conjunction of. */
  private static boolean implies(IrExpr all, IrExpr one) {
    return all instanceof Binary binary && binary.op() == BinaryOp.AND
        ? implies(binary.left(), one) || implies(binary.right(), one)
        : all.equals(one);
  }

  private static IrExpr not(IrExpr condition) {
    return unary(new IrExpr.Unary(IrExpr.UnaryOp.NOT, condition, BOOL), condition);
  }

  private static boolean isTrueOfEquals(BinaryOp op) {
    return op == BinaryOp.EQUAL
        || op == BinaryOp.LESS_EQUAL
        || op == BinaryOp.SUBSET
        || op == BinaryOp.IMPLIES;
  }

  private static IrExpr checked(IrExpr.Checked checked, IrExpr operand) {
    if (operand instanceof Const known) {
      boolean passes =
          switch (checked.check()) {
            case NOT_NULL -> known.value() != Sort.NULL;
            case WITHIN -> checked.lo() <= known.value() && known.value() <= checked.hi();
            case NOT_ZERO -> known.value() != 0;
            case ALIVE -> false;
          };
      if (passes) {
        return operand;
      }
    }
    return new IrExpr.Checked(
        operand, checked.check(), checked.lo(), checked.hi(), checked.fault());
  }

  private static IrExpr asTask(IrExpr.AsTask asTask, IrExpr operand) {
    int base = ((Scalar.Ref) asTask.operand().type()).sort().base();
    if (operand instanceof Const known) {
      return new Const(known.value() < 0 ? known.value() : known.value() + base, asTask.type());
    }
    return new IrExpr.AsTask(operand, asTask.task());
  }

  private static Const bool(boolean value) {
    return new Const(value ? 1 : 0, BOOL);
  }
}
