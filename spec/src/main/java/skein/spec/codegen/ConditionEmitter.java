package skein.spec.codegen;

import static org.objectweb.asm.Opcodes.GOTO;
import static org.objectweb.asm.Opcodes.IFEQ;
import static org.objectweb.asm.Opcodes.IFGE;
import static org.objectweb.asm.Opcodes.IFGT;
import static org.objectweb.asm.Opcodes.IFLE;
import static org.objectweb.asm.Opcodes.IFLT;
import static org.objectweb.asm.Opcodes.IFNE;
import static org.objectweb.asm.Opcodes.L2I;
import static org.objectweb.asm.Opcodes.LAND;
import static org.objectweb.asm.Opcodes.LCMP;
import static org.objectweb.asm.Opcodes.LCONST_0;
import static org.objectweb.asm.Opcodes.LCONST_1;
import static org.objectweb.asm.Opcodes.LLOAD;
import static org.objectweb.asm.Opcodes.LSTORE;
import static org.objectweb.asm.Opcodes.LUSHR;
import static org.objectweb.asm.Opcodes.LXOR;

import org.objectweb.asm.Label;
import skein.spec.ir.IrExpr;
import skein.spec.ir.IrExpr.Quantifier;
import skein.spec.ir.Scalar;
import skein.spec.layout.Slot;

/** Emits conditions as jumps. */
final class ConditionEmitter {
  private final Target target;
  private final Frame frame;
  private final Code code;
  private final ExpressionEmitter expressions;
  private final LoopEmitter loops;

  ConditionEmitter(Target target, Frame frame, ExpressionEmitter expressions, LoopEmitter loops) {
    this.target = target;
    this.frame = frame;
    this.code = frame.code();
    this.expressions = expressions;
    this.loops = loops;
  }

  /** Whether an expression's value is best found by jumping. */
  static boolean isCondition(IrExpr expr) {
    if (expr instanceof IrExpr.Binary binary) {
      return switch (binary.op()) {
        case AND, OR, IMPLIES, EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, IN, SUBSET -> true;
        default -> false;
      };
    } else if (expr instanceof IrExpr.Quantified quantified) {
      return quantified.quantifier() == Quantifier.FORALL
          || quantified.quantifier() == Quantifier.EXISTS;
    }
    return expr instanceof IrExpr.Unary unary && unary.op() == IrExpr.UnaryOp.NOT;
  }

  /** Jumps if the condition is as wanted, else goes on. */
  void jump(IrExpr expr, Label to, boolean wanted) {
    if (frame.calls().emit(code, expr)) {
      test(to, wanted);
    } else if (expr instanceof IrExpr.Const known) {
      if ((known.value() != 0) == wanted) {
        code.jump(GOTO, to);
      }
    } else if (expr instanceof IrExpr.Unary unary) {
      jump(unary.operand(), to, !wanted);
    } else if (expr instanceof IrExpr.Binary binary) {
      binary(binary, to, wanted);
    } else if (expr instanceof IrExpr.Conditional conditional) {
      conditional(conditional, to, wanted);
    } else if (expr instanceof IrExpr.Let let) {
      expressions.let(let);
      jump(let.body(), to, wanted);
    } else if (expr instanceof IrExpr.Quantified quantified && isCondition(expr)) {
      loops.jump(quantified, to, wanted);
    } else if (fixedSlot(expr) != null) {
      testBits(fixedSlot(expr), (IrExpr.Load) expr, 1, to, wanted);
    } else {
      expressions.value(expr);
      test(to, wanted);
    }
  }

  /** Pops a bool, and jumps if it is as wanted. */
  private void test(Label to, boolean wanted) {
    code.op(LCONST_0, LCMP).jump(wanted ? IFNE : IFEQ, to);
  }

  private void conditional(IrExpr.Conditional conditional, Label to, boolean wanted) {
    Label otherwise = new Label();
    Label end = new Label();
    jump(conditional.condition(), otherwise, false);
    jump(conditional.then(), to, wanted);
    code.jump(GOTO, end).place(otherwise);
    jump(conditional.otherwise(), to, wanted);
    code.place(end);
  }

  private void binary(IrExpr.Binary binary, Label to, boolean wanted) {
    switch (binary.op()) {
      case AND -> both(binary.left(), true, binary.right(), true, to, wanted);
      case OR -> both(binary.left(), false, binary.right(), false, to, !wanted);
      case IMPLIES -> both(binary.left(), true, binary.right(), false, to, !wanted);
      case EQUAL -> equal(binary, to, wanted);
      case NOT_EQUAL -> equal(binary, to, !wanted);
      case LESS -> compare(binary, to, wanted ? IFLT : IFGE);
      case LESS_EQUAL -> compare(binary, to, wanted ? IFLE : IFGT);
      case IN -> in(binary, to, wanted);
      case SUBSET -> {
        expressions.operands(binary.left(), binary.right());
        code.push(-1L).op(LXOR, LAND, LCONST_0, LCMP).jump(wanted ? IFEQ : IFNE, to);
      }
      default -> throw new IllegalArgumentException(binary.op() + " is no condition");
    }
  }

  /** Of "the left is {@code l} and the right is {@code r}": jumps if that is as wanted. */
  private void both(IrExpr left, boolean l, IrExpr right, boolean r, Label to, boolean wanted) {
    if (wanted) {
      Label end = new Label();
      jump(left, end, !l);
      jump(right, to, r);
      code.place(end);
    } else {
      jump(left, to, !l);
      jump(right, to, !r);
    }
  }

  private void compare(IrExpr.Binary binary, Label to, int opcode) {
    expressions.operands(binary.left(), binary.right());
    code.op(LCMP).jump(opcode, to);
  }

  private void equal(IrExpr.Binary binary, Label to, boolean wanted) {
    Slot left = fixedSlot(binary.left());
    Slot right = fixedSlot(binary.right());
    if (left != null && binary.right() instanceof IrExpr.Const known) {
      testBits(left, (IrExpr.Load) binary.left(), known.value(), to, wanted);
    } else if (right != null && binary.left() instanceof IrExpr.Const known) {
      testBits(right, (IrExpr.Load) binary.right(), known.value(), to, wanted);
    } else {
      compare(binary, to, wanted ? IFEQ : IFNE);
    }
  }

  /** The cell that an expression loads, if it is known which, and its type has two values. */
  private Slot fixedSlot(IrExpr expr) {
    if (expr instanceof IrExpr.Load load
        && load.indices().stream().allMatch(index -> index instanceof IrExpr.Const)) {
      Slot slot = Address.of(target.layout(), load.variable(), load.indices()).slot();
      return slot.width() == 0 ? null : slot;
    }
    return null;
  }

  /** Compares a cell with a constant where it lies, without shifting it down. */
  private void testBits(Slot slot, IrExpr.Load load, long value, Label to, boolean wanted) {
    long raw = value - slot.zero();
    if ((raw & ~slot.mask()) != 0) {
      if (!wanted) {
        code.jump(GOTO, to);
      }
      return;
    }
    (load.old() ? frame.old() : frame.now()).load(code, slot.word());
    boolean bit = slot.width() == 1;
    if (slot.width() < Long.SIZE) {
      code.push(slot.mask() << slot.shift()).op(LAND);
    }
    // Of a single bit: to be equal to 1 is to be different from 0, which is cheaper to test.
    code.push(bit ? 0 : raw << slot.shift()).op(LCMP);
    code.jump(wanted == (bit && raw == 1) ? IFNE : IFEQ, to);
  }

  private void in(IrExpr.Binary binary, Label to, boolean wanted) {
    Scalar elements = ((Scalar.SetOf) binary.right().type()).element();
    int ordinal = frame.locals().takeLong();
    int set = frame.locals().takeLong();
    expressions.ordinal(binary.left(), elements);
    code.local(LSTORE, ordinal);
    expressions.value(binary.right());
    code.local(LSTORE, set);
    Label no = new Label();
    if (!staysInside(binary.left(), elements)) {
      Label outside = wanted ? no : to;
      code.local(LLOAD, ordinal).op(LCONST_0, LCMP).jump(IFLT, outside);
      code.local(LLOAD, ordinal).push(elements.cardinality()).op(LCMP).jump(IFGE, outside);
    }
    code.local(LLOAD, set).local(LLOAD, ordinal).op(L2I, LUSHR, LCONST_1, LAND);
    test(to, wanted);
    code.place(no);
  }

  /**
   * Whether an element is never null or out of the element type; of that, a cell's type is sure.
   */
  private static boolean staysInside(IrExpr element, Scalar elements) {
    if (element instanceof IrExpr.Const known) {
      long ordinal = known.value() - elements.origin();
      return 0 <= ordinal && ordinal < elements.cardinality();
    } else if (element.type() instanceof Scalar.Ref) {
      // Null is ordinal -1; as a shift that is 63, a bit that only a set of 64 elements has.
      return elements.cardinality() < Long.SIZE;
    } else if (element instanceof IrExpr.Load load && load.type() instanceof Scalar.Int range) {
      return elements.origin() <= range.lo()
          && range.hi() - elements.origin() < elements.cardinality();
    }
    return !(element.type() instanceof Scalar.Int);
  }
}
