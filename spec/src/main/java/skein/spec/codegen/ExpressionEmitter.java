package skein.spec.codegen;

import static org.objectweb.asm.Opcodes.DUP2;
import static org.objectweb.asm.Opcodes.GOTO;
import static org.objectweb.asm.Opcodes.I2L;
import static org.objectweb.asm.Opcodes.IFLE;
import static org.objectweb.asm.Opcodes.IFLT;
import static org.objectweb.asm.Opcodes.IFNE;
import static org.objectweb.asm.Opcodes.L2I;
import static org.objectweb.asm.Opcodes.LADD;
import static org.objectweb.asm.Opcodes.LAND;
import static org.objectweb.asm.Opcodes.LCMP;
import static org.objectweb.asm.Opcodes.LCONST_0;
import static org.objectweb.asm.Opcodes.LCONST_1;
import static org.objectweb.asm.Opcodes.LDIV;
import static org.objectweb.asm.Opcodes.LLOAD;
import static org.objectweb.asm.Opcodes.LMUL;
import static org.objectweb.asm.Opcodes.LNEG;
import static org.objectweb.asm.Opcodes.LOR;
import static org.objectweb.asm.Opcodes.LREM;
import static org.objectweb.asm.Opcodes.LSHL;
import static org.objectweb.asm.Opcodes.LSHR;
import static org.objectweb.asm.Opcodes.LSTORE;
import static org.objectweb.asm.Opcodes.LSUB;
import static org.objectweb.asm.Opcodes.LXOR;

import org.objectweb.asm.Label;
import skein.spec.ir.IrExpr;
import skein.spec.ir.Scalar;
import skein.spec.ir.Sort;

/** Emits expressions: their value as a long on the operand stack. */
final class ExpressionEmitter {
  private final Target target;
  private final Frame frame;
  private final Code code;
  private final CellEmitter cells;
  private final ConditionEmitter conditions;
  private final LoopEmitter loops;

  ExpressionEmitter(Target target, Frame frame) {
    this.target = target;
    this.frame = frame;
    this.code = frame.code();
    this.cells = new CellEmitter(target, frame, this::value);
    this.loops = new LoopEmitter(frame, this);
    this.conditions = new ConditionEmitter(target, frame, this, loops);
  }

  CellEmitter cells() {
    return cells;
  }

  /** Jumps if a condition is as wanted, else goes on. */
  void jump(IrExpr condition, Label to, boolean wanted) {
    conditions.jump(condition, to, wanted);
  }

  /** Pushes the value of an expression. */
  void value(IrExpr expr) {
    if (frame.calls().emit(code, expr)) {
      return;
    }
    if (expr instanceof IrExpr.Const constant) {
      code.push(constant.value());
    } else if (expr instanceof IrExpr.Temp temp) {
      frame.temps().load(code, temp.slot());
    } else if (expr instanceof IrExpr.Self) {
      frame.self().accept(code);
    } else if (expr instanceof IrExpr.Load load) {
      cells.load(load);
    } else if (expr instanceof IrExpr.Checked checked) {
      checked(checked);
    } else if (expr instanceof IrExpr.AsTask asTask) {
      asTask(asTask);
    } else if (expr instanceof IrExpr.Let let) {
      let(let);
      value(let.body());
    } else if (expr instanceof IrExpr.Conditional conditional) {
      conditional(conditional);
    } else if (expr instanceof IrExpr.Referenced referenced) {
      heap(referenced.sort(), "referenced", false);
    } else if (expr instanceof IrExpr.Reachable reachable) {
      heap(reachable.sort(), "reachable", true);
    } else if (ConditionEmitter.isCondition(expr)) {
      truth(expr);
    } else if (expr instanceof IrExpr.Unary unary) {
      unary(unary);
    } else if (expr instanceof IrExpr.Binary binary) {
      operands(binary.left(), binary.right());
      binary(binary.op());
    } else if (expr instanceof IrExpr.Quantified quantified) {
      loops.value(quantified);
    }
  }

  /** Sets the slot of a {@code Let}. */
  void let(IrExpr.Let let) {
    value(let.value());
    frame.temps().store(code, let.slot());
  }

  /**
   * Pushes two values. If there is a loop in the second, the first waits for it in a local, since
   * the JIT does not enter a running loop while there is something below it on the stack.
   */
  void operands(IrExpr left, IrExpr right) {
    value(left);
    if (Shape.hasLoop(right)) {
      int kept = frame.locals().takeLong();
      int last = frame.locals().takeLong();
      code.local(LSTORE, kept);
      value(right);
      code.local(LSTORE, last).local(LLOAD, kept).local(LLOAD, last);
    } else {
      value(right);
    }
  }

  private void truth(IrExpr condition) {
    Label no = new Label();
    Label end = new Label();
    jump(condition, no, false);
    code.op(LCONST_1).jump(GOTO, end).place(no).op(LCONST_0).place(end);
  }

  private void conditional(IrExpr.Conditional conditional) {
    Label otherwise = new Label();
    Label end = new Label();
    jump(conditional.condition(), otherwise, false);
    value(conditional.then());
    code.jump(GOTO, end).place(otherwise);
    value(conditional.otherwise());
    code.place(end);
  }

  private void unary(IrExpr.Unary unary) {
    if (unary.op() == IrExpr.UnaryOp.SINGLETON) {
      code.op(LCONST_1);
      ordinal(unary.operand(), ((Scalar.SetOf) unary.type()).element());
      code.op(L2I, LSHL);
      return;
    }
    value(unary.operand());
    if (unary.op() == IrExpr.UnaryOp.NEGATE) {
      code.op(LNEG);
    } else {
      code.invokeStatic("java/lang/Long", "bitCount", "(J)I").op(I2L);
    }
  }

  /** Pushes which bit of a set stands for an element. */
  void ordinal(IrExpr element, Scalar type) {
    value(element);
    if (type.origin() != 0) {
      code.push(type.origin()).op(LSUB);
    }
  }

  private void binary(IrExpr.BinaryOp op) {
    switch (op) {
      case ADD -> code.op(LADD);
      case SUBTRACT -> code.op(LSUB);
      case MULTIPLY -> code.op(LMUL);
      case DIVIDE -> code.op(LDIV);
      case REMAINDER -> code.op(LREM);
      case MIN -> code.invokeStatic("java/lang/Math", "min", "(JJ)J");
      case MAX -> code.invokeStatic("java/lang/Math", "max", "(JJ)J");
      case UNION -> code.op(LOR);
      case INTER -> code.op(LAND);
      case MINUS -> code.push(-1L).op(LXOR, LAND);
      default -> throw new IllegalArgumentException(op + " is a condition");
    }
  }

  /** Adds the base, unless the value is -1. */
  private void asTask(IrExpr.AsTask asTask) {
    value(asTask.operand());
    int base = ((Scalar.Ref) asTask.operand().type()).sort().base();
    if (base != 0) {
      code.op(DUP2).push(63).op(LSHR).push(-1L).op(LXOR).push((long) base).op(LAND, LADD);
    }
  }

  private void checked(IrExpr.Checked checked) {
    value(checked.operand());
    Label passed = new Label();
    switch (checked.check()) {
      case NOT_NULL -> code.op(DUP2).push(Sort.NULL).op(LCMP).jump(IFNE, passed);
      case NOT_ZERO -> code.op(DUP2, LCONST_0, LCMP).jump(IFNE, passed);
      case WITHIN -> {
        Label failed = new Label();
        code.op(DUP2).push(checked.lo()).op(LCMP).jump(IFLT, failed);
        code.op(DUP2).push(checked.hi()).op(LCMP).jump(IFLE, passed);
        code.place(failed);
      }
      case ALIVE -> alive(checked, passed);
    }
    frame.exit().emit(code, checked.fault());
    code.place(passed);
  }

  private void alive(IrExpr.Checked checked, Label passed) {
    int instance = frame.locals().takeLong();
    code.op(DUP2).local(LSTORE, instance);
    cells.loadOf(target.alive(((Scalar.Ref) checked.operand().type()).sort()), instance);
    code.op(LCONST_0, LCMP).jump(IFNE, passed);
  }

  private void heap(Sort sort, String method, boolean countsSorts) {
    target.tables().push(code, target.heap().text());
    code.push(target.heap().number(sort));
    if (countsSorts) {
      code.push(target.heap().sorts());
    }
    frame.now().pushArray(code);
    code.invokeStatic(Names.HEAP, method, countsSorts ? "([CII[JI)J" : "([CI[JI)J");
  }
}
