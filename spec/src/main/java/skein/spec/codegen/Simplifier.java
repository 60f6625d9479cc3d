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
  private static final int MOST_UNROLLED_VALUES = 8;

  private final OptionalLong self;
  private final ImmutableMap<Integer, IrExpr> known;
  private final int firstSlot;
  private final int unrollBudget;

  /**
   * @param self the running instance, if the code is for one
   * @param known what temporaries stand for that are known, by slot
   * @param firstSlot the first slot that is free
   * @param unrollBudget how many nodes a quantifier may become
   */
  Simplifier(
      OptionalLong self, ImmutableMap<Integer, IrExpr> known, int firstSlot, int unrollBudget) {
    this.self = self;
    this.known = known;
    this.firstSlot = firstSlot;
    this.unrollBudget = unrollBudget;
  }

  /** For code that no process runs. */
  Simplifier(int firstSlot, int unrollBudget) {
    this(OptionalLong.empty(), ImmutableMap.of(), firstSlot, unrollBudget);
  }

  IrExpr simplify(IrExpr expr) {
    return new Scope(known, firstSlot).simplify(expr);
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
        return meaning == null ? temp : Rules.retyped(meaning, temp.type(), slot);
      } else if (expr instanceof IrExpr.Self) {
        return self.isPresent() ? new Const(self.getAsLong(), expr.type()) : expr;
      } else if (expr instanceof IrExpr.Load load) {
        return load(load);
      } else if (expr instanceof IrExpr.Unary unary) {
        return Rules.unary(unary, simplify(unary.operand()));
      } else if (expr instanceof Binary binary) {
        return binary(binary);
      } else if (expr instanceof IrExpr.Conditional conditional) {
        return conditional(conditional);
      } else if (expr instanceof IrExpr.Let let) {
        return let(let);
      } else if (expr instanceof IrExpr.Quantified quantified) {
        return quantified(quantified);
      } else if (expr instanceof IrExpr.Checked checked) {
        return Rules.checked(checked, simplify(checked.operand()));
      } else if (expr instanceof IrExpr.AsTask asTask) {
        return Rules.asTask(asTask, simplify(asTask.operand()));
      }
      return expr;
    }

    private IrExpr load(IrExpr.Load load) {
      ImmutableList.Builder<IrExpr> indices = ImmutableList.builder();
      for (int d = 0; d < load.indices().size(); d++) {
        indices.add(
            Rules.index(load.variable().dimensions().get(d), simplify(load.indices().get(d))));
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
        return Rules.bool(true);
      }
      IrExpr right = simplify(binary.right());
      if (left instanceof Const
          && (op == BinaryOp.AND || op == BinaryOp.OR || op == BinaryOp.IMPLIES)) {
        return right;
      }
      return Rules.binary(new Binary(op, left, right, binary.type()));
    }

    private IrExpr conditional(IrExpr.Conditional conditional) {
      IrExpr condition = simplify(conditional.condition());
      if (condition instanceof Const known) {
        IrExpr chosen = known.value() != 0 ? conditional.then() : conditional.otherwise();
        return Rules.retyped(simplify(chosen), conditional.type(), slot);
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
        case COUNT -> Rules.choice(body, 1, q.type());
        case COLLECT -> Rules.choice(body, 1L << (value - q.element().origin()), q.type());
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
        result = Rules.joined(op, result, instance(q, value), q.type());
      }
      return result;
    }
  }
}
