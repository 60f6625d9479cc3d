package skein.spec.interpret;

import static skein.spec.ir.IrExpr.BinaryOp.AND;
import static skein.spec.ir.IrExpr.BinaryOp.IMPLIES;
import static skein.spec.ir.IrExpr.BinaryOp.OR;

import com.google.common.collect.ImmutableList;
import skein.spec.ir.Cells;
import skein.spec.ir.IrExpr;
import skein.spec.ir.IrExpr.Binary;
import skein.spec.ir.IrExpr.Checked;
import skein.spec.ir.IrExpr.Quantified;
import skein.spec.ir.IrExpr.Unary;
import skein.spec.ir.Scalar;
import skein.spec.ir.Sort;
import skein.spec.ir.StateVar;

/** The values of expressions in a state, as it changes during a step. */
final class Evaluation {
  private final Cells cells;
  private final References references;
  private final long[] before;
  private final long[] now;
  private final long[] temporaries;
  private final long self;
  private final Observer observer;

  /**
   * @param before the state before the step
   * @param now the state that {@link IrExpr.Load} reads, unless it says {@code old}
   * @param temporaries how many there are
   * @param self the running process' index, if it is one
   */
  Evaluation(
      Cells cells,
      References references,
      long[] before,
      long[] now,
      int temporaries,
      long self,
      Observer observer) {
    this.cells = cells;
    this.references = references;
    this.before = before;
    this.now = now;
    this.temporaries = new long[temporaries];
    this.self = self;
    this.observer = observer;
  }

  boolean holds(IrExpr condition) {
    return value(condition) != 0;
  }

  void setTemporary(int slot, long value) {
    temporaries[slot] = value;
  }

  /** The number of the cell that indices lead to. */
  int cell(StateVar variable, ImmutableList<IrExpr> indices) {
    return cells.cell(variable, indices.stream().mapToLong(this::value).toArray());
  }

  /**
   * The value of an expression.
   *
   * @throws StepFailure if something in it went wrong
   */
  long value(IrExpr expr) {
    if (expr instanceof IrExpr.Const constant) {
      return constant.value();
    } else if (expr instanceof IrExpr.Temp temp) {
      return temporaries[temp.slot()];
    } else if (expr instanceof IrExpr.Self) {
      return self;
    } else if (expr instanceof IrExpr.Load load) {
      return load(load);
    } else if (expr instanceof Unary unary) {
      return unary(unary, value(unary.operand()));
    } else if (expr instanceof Binary binary) {
      return isShortCircuit(binary)
          ? Arithmetic.bool(shortCircuit(binary))
          : Arithmetic.binary(binary, value(binary.left()), value(binary.right()));
    } else if (expr instanceof IrExpr.Conditional conditional) {
      return value(holds(conditional.condition()) ? conditional.then() : conditional.otherwise());
    } else if (expr instanceof IrExpr.Let let) {
      temporaries[let.slot()] = value(let.value());
      return value(let.body());
    } else if (expr instanceof Quantified quantified) {
      return quantified(quantified);
    } else if (expr instanceof Checked checked) {
      return checked(checked);
    } else if (expr instanceof IrExpr.AsTask asTask) {
      return asTask(asTask);
    } else if (expr instanceof IrExpr.Referenced referenced) {
      return references.referenced(referenced.sort(), now);
    } else if (expr instanceof IrExpr.Reachable reachable) {
      return references.reachable(reachable.sort(), now);
    }
    throw new AssertionError(expr);
  }

  private long load(IrExpr.Load load) {
    int cell = cell(load.variable(), load.indices());
    long value = load.old() ? before[cell] : now[cell];
    observer.reads(load, cell, value);
    return value;
  }

  private static long unary(Unary unary, long operand) {
    return switch (unary.op()) {
      case NOT -> Arithmetic.bool(operand == 0);
      case NEGATE -> -operand;
      case SIZE -> Long.bitCount(operand);
      case SINGLETON -> 1L << (operand - ((Scalar.SetOf) unary.type()).element().origin());
    };
  }

  private static boolean isShortCircuit(Binary binary) {
    return binary.op() == AND || binary.op() == OR || binary.op() == IMPLIES;
  }

  private boolean shortCircuit(Binary binary) {
    boolean left = holds(binary.left());
    return switch (binary.op()) {
      case AND -> left && holds(binary.right());
      case OR -> left || holds(binary.right());
      default -> !left || holds(binary.right());
    };
  }

  private long quantified(Quantified quantified) {
    long result = quantified.quantifier() == IrExpr.Quantifier.FORALL ? 1 : 0;
    for (long i = quantified.lo(); i <= quantified.hi(); i++) {
      temporaries[quantified.slot()] = i;
      boolean holds = holds(quantified.body());
      switch (quantified.quantifier()) {
        case FORALL -> {
          if (!holds) {
            return 0;
          }
        }
        case EXISTS -> {
          if (holds) {
            return 1;
          }
        }
        case COUNT -> result += holds ? 1 : 0;
        case COLLECT -> result |= holds ? 1L << (i - quantified.element().origin()) : 0;
      }
    }
    return result;
  }

  private long checked(Checked checked) {
    long value = value(checked.operand());
    boolean passes =
        switch (checked.check()) {
          case NOT_NULL -> value != Sort.NULL;
          case ALIVE -> isAllocated(((Scalar.Ref) checked.operand().type()).sort(), value);
          case WITHIN -> checked.lo() <= value && value <= checked.hi();
          case NOT_ZERO -> value != 0;
        };
    if (!passes) {
      throw new StepFailure(checked.fault());
    }
    return value;
  }

  private boolean isAllocated(Sort heap, long instance) {
    return now[cells.cell(references.alive(heap), instance)] != 0;
  }

  private long asTask(IrExpr.AsTask asTask) {
    long instance = value(asTask.operand());
    int base = ((Scalar.Ref) asTask.operand().type()).sort().base();
    return instance == Sort.NULL ? Sort.NULL : base + instance;
  }
}
