package skein.spec.codegen;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.INEG;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.L2I;
import static org.objectweb.asm.Opcodes.LALOAD;

import org.objectweb.asm.Label;
import skein.spec.ir.IrExpr;
import skein.spec.ir.StateProperty;
import skein.spec.model.Model;

/**
 * Emits a property as a method {@code (now, at, old, oldAt)} to {@link Model#HOLDS}, {@link
 * Model#FAILS} or -1 - fault.
 */
final class PropertyEmitter {
  private static final int NOW = 0;
  private static final int AT = 1;
  private static final int OLD = 2;
  private static final int OLD_AT = 3;
  private static final int SCRATCH = 4;

  private final Target target;
  private final ClassBuilder builder;

  PropertyEmitter(Target target, ClassBuilder builder) {
    this.target = target;
    this.builder = builder;
  }

  /** Adds a property's method; returns its name. */
  String add(StateProperty property) {
    String name = builder.freshName("property_" + property.name());
    Code code = direct(property);
    builder.addStatic(
        name,
        Names.PROPERTY,
        code.size() <= target.limits().direct() ? code : split(property, name));
    return name;
  }

  private Code direct(StateProperty property) {
    IrExpr condition = simplified(property, target.limits().unrolled());
    Code code = new Code();
    Locals locals = new Locals(SCRATCH);
    Frame frame =
        new Frame(
            code,
            locals,
            new ArrayWords(NOW, AT),
            new ArrayWords(OLD, OLD_AT),
            new LocalTemps(locals),
            PropertyEmitter::nobody,
            (c, fault) -> c.push(-1 - fault.id()).op(IRETURN),
            Frame.Calls.NONE);
    return decide(condition, frame);
  }

  private Code split(StateProperty property, String name) {
    IrExpr condition = simplified(property, 0);
    Scratch scratch = new Scratch(0, property.temporaries() + Shape.binderDepth(condition));
    Outliner outliner = new Outliner(target, builder, scratch, name);
    outliner.cut(condition);
    Code code = new Code();
    code.push(scratch.length()).newLongArray().local(ASTORE, SCRATCH);
    Outliner.Arguments arguments = new Outliner.Arguments(OLD, OLD_AT, NOW, AT, SCRATCH);
    Frame frame =
        outliner.frame(
            code,
            new Locals(SCRATCH + 1),
            arguments,
            c -> c.local(ALOAD, SCRATCH).push(scratch.fault()).op(LALOAD, L2I, INEG).op(IRETURN));
    return decide(condition, frame);
  }

  private static IrExpr simplified(StateProperty property, int unrollBudget) {
    return new Simplifier(property.temporaries(), unrollBudget).simplify(property.condition());
  }

  private Code decide(IrExpr condition, Frame frame) {
    Label fails = new Label();
    new ExpressionEmitter(target, frame).jump(condition, fails, false);
    return frame.code().push(Model.HOLDS).op(IRETURN).place(fails).push(Model.FAILS).op(IRETURN);
  }

  private static void nobody(Code code) {
    throw new IllegalArgumentException("a property has no running process");
  }
}
