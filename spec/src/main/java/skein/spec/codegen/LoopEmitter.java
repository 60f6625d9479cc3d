package skein.spec.codegen;

import static org.objectweb.asm.Opcodes.GOTO;
import static org.objectweb.asm.Opcodes.IFLE;
import static org.objectweb.asm.Opcodes.L2I;
import static org.objectweb.asm.Opcodes.LADD;
import static org.objectweb.asm.Opcodes.LCMP;
import static org.objectweb.asm.Opcodes.LCONST_0;
import static org.objectweb.asm.Opcodes.LCONST_1;
import static org.objectweb.asm.Opcodes.LLOAD;
import static org.objectweb.asm.Opcodes.LOR;
import static org.objectweb.asm.Opcodes.LSHL;
import static org.objectweb.asm.Opcodes.LSTORE;
import static org.objectweb.asm.Opcodes.LSUB;

import org.objectweb.asm.Label;
import skein.spec.ir.IrExpr;
import skein.spec.ir.IrExpr.Quantifier;

/** Emits quantifiers as loops. The {@link Simplifier} leaves none over no values. */
final class LoopEmitter {
  private final Frame frame;
  private final Code code;
  private final ExpressionEmitter expressions;

  LoopEmitter(Frame frame, ExpressionEmitter expressions) {
    this.frame = frame;
    this.code = frame.code();
    this.expressions = expressions;
  }

  /** FORALL and EXISTS: jumps if the result is as wanted, else goes on. */
  void jump(IrExpr.Quantified quantified, Label to, boolean wanted) {
    boolean forAll = quantified.quantifier() == Quantifier.FORALL;
    Label decided = wanted == forAll ? new Label() : to;
    Label next = start(quantified);
    expressions.jump(quantified.body(), decided, !forAll);
    end(quantified, next);
    if (wanted == forAll) {
      code.jump(GOTO, to).place(decided);
    }
  }

  /** COUNT and COLLECT: pushes the result. */
  void value(IrExpr.Quantified quantified) {
    int result = frame.locals().takeLong();
    code.op(LCONST_0).local(LSTORE, result);
    Label next = start(quantified);
    Label no = new Label();
    expressions.jump(quantified.body(), no, false);
    if (quantified.quantifier() == Quantifier.COUNT) {
      code.local(LLOAD, result).op(LCONST_1, LADD);
    } else {
      code.op(LCONST_1);
      frame.temps().load(code, quantified.slot());
      code.push(quantified.element().origin()).op(LSUB, L2I, LSHL).local(LLOAD, result).op(LOR);
    }
    code.local(LSTORE, result).place(no);
    end(quantified, next);
    code.local(LLOAD, result);
  }

  private Label start(IrExpr.Quantified quantified) {
    code.push(quantified.lo());
    frame.temps().store(code, quantified.slot());
    Label next = new Label();
    code.place(next);
    return next;
  }

  private void end(IrExpr.Quantified quantified, Label next) {
    frame.temps().load(code, quantified.slot());
    code.op(LCONST_1, LADD);
    frame.temps().store(code, quantified.slot());
    frame.temps().load(code, quantified.slot());
    code.push(quantified.hi()).op(LCMP).jump(IFLE, next);
  }
}
