package skein.spec.symmetry;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.BIPUSH;
import static org.objectweb.asm.Opcodes.F_SAME;
import static org.objectweb.asm.Opcodes.IADD;
import static org.objectweb.asm.Opcodes.IAND;
import static org.objectweb.asm.Opcodes.ICONST_0;
import static org.objectweb.asm.Opcodes.IFEQ;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.ISHL;
import static org.objectweb.asm.Opcodes.L2I;
import static org.objectweb.asm.Opcodes.LALOAD;
import static org.objectweb.asm.Opcodes.LAND;
import static org.objectweb.asm.Opcodes.LASTORE;
import static org.objectweb.asm.Opcodes.LCMP;
import static org.objectweb.asm.Opcodes.LCONST_0;
import static org.objectweb.asm.Opcodes.LLOAD;
import static org.objectweb.asm.Opcodes.LOR;
import static org.objectweb.asm.Opcodes.LSHL;
import static org.objectweb.asm.Opcodes.LSTORE;
import static org.objectweb.asm.Opcodes.LUSHR;
import static org.objectweb.asm.Opcodes.SIPUSH;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/**
 * Writes a method over a state, {@code states} from {@code at} on, and a buffer of longs: its first
 * three locals. All others are longs.
 */
final class Bytecode {
  static final String STATE_AND_BUFFER = "([JI[J)";

  private static final int STATES = 0;
  private static final int AT = 1;
  private static final int BUFFER = 2;
  private static final int FIRST_LOCAL = 3;

  private final MethodVisitor out;

  /** 0 for a static method, 1 for one of an object. */
  private final int first;

  private int locals;
  private int size;

  Bytecode(MethodVisitor out, boolean isStatic) {
    this.out = out;
    this.first = isStatic ? 0 : 1;
    this.locals = first + FIRST_LOCAL;
    out.visitCode();
  }

  /** Bytes so far, or a few more than that. */
  int size() {
    return size;
  }

  /** A fresh local. */
  int local() {
    locals += 2;
    return locals - 2;
  }

  Bytecode op(int... opcodes) {
    for (int opcode : opcodes) {
      out.visitInsn(opcode);
      size++;
    }
    return this;
  }

  Bytecode load(int local) {
    out.visitVarInsn(LLOAD, local);
    size += local < 256 ? 2 : 4;
    return this;
  }

  Bytecode store(int local) {
    out.visitVarInsn(LSTORE, local);
    size += local < 256 ? 2 : 4;
    return this;
  }

  Bytecode push(int value) {
    if (-1 <= value && value <= 5) {
      return op(ICONST_0 + value);
    }
    boolean small = value == (byte) value;
    out.visitIntInsn(small ? BIPUSH : SIPUSH, value);
    size += small ? 2 : 3;
    return this;
  }

  Bytecode push(long value) {
    if (value == 0 || value == 1) {
      return op(LCONST_0 + (int) value);
    }
    out.visitLdcInsn(value);
    size += 3;
    return this;
  }

  /** Shifts to the right, without sign. */
  Bytecode right(int distance) {
    return distance == 0 ? this : push(distance).op(LUSHR);
  }

  Bytecode left(int distance) {
    return distance == 0 ? this : push(distance).op(LSHL);
  }

  Bytecode and(long mask) {
    return mask == -1 ? this : push(mask).op(LAND);
  }

  /** What a local has, of its sixteen times four bits, at the number on the stack. */
  Bytecode fromFours(int local) {
    int number = local();
    store(number).load(local).load(number).op(L2I).push(2).op(ISHL, LUSHR);
    return and(15);
  }

  /** The state and the index of one of its words. */
  Bytecode wordPlace(int word) {
    out.visitVarInsn(ALOAD, first + STATES);
    out.visitVarInsn(ILOAD, first + AT);
    size += 2;
    return word == 0 ? this : push(word).op(IADD);
  }

  Bytecode word(int word) {
    return wordPlace(word).op(LALOAD);
  }

  /** The buffer and an index. */
  Bytecode slotPlace(int slot) {
    return buffer().push(slot);
  }

  Bytecode buffer() {
    out.visitVarInsn(ALOAD, first + BUFFER);
    size++;
    return this;
  }

  /** The element of an array. */
  Bytecode get() {
    return op(LALOAD);
  }

  Bytecode slot(int slot) {
    return slotPlace(slot).op(LALOAD);
  }

  /** The slot that is so far behind {@code slot} as the low four bits of a local say. */
  Bytecode slotBy(int slot, int local) {
    return slotPlace(slot).load(local).op(L2I).push(15).op(IAND, IADD, LALOAD);
  }

  /** Stores what {@link #slotPlace} or {@link #wordPlace} and a value were pushed for. */
  Bytecode set() {
    return op(LASTORE);
  }

  Bytecode or() {
    return op(LOR);
  }

  /** Leaves out what follows, up to {@link #end}, if the long on the stack is 0. */
  Label unlessZero() {
    Label label = new Label();
    op(LCONST_0, LCMP);
    out.visitJumpInsn(IFEQ, label);
    size += 3;
    return label;
  }

  /** No local of longs is used across it. */
  void end(Label label) {
    out.visitLabel(label);
    out.visitFrame(F_SAME, 0, null, 0, null);
  }

  /** Calls a static method with the state and the buffer. */
  Bytecode call(String owner, String name, String result) {
    out.visitVarInsn(ALOAD, first + STATES);
    out.visitVarInsn(ILOAD, first + AT);
    out.visitVarInsn(ALOAD, first + BUFFER);
    size += 3;
    return invoke(owner, name, STATE_AND_BUFFER + result);
  }

  Bytecode invoke(String owner, String name, String descriptor) {
    out.visitMethodInsn(INVOKESTATIC, owner, name, descriptor, false);
    size += 3;
    return this;
  }

  /** {@link Hash#mix}. */
  Bytecode mix() {
    return invoke("skein/spec/symmetry/Hash", "mix", "(J)J");
  }

  void finish(int returnOpcode) {
    op(returnOpcode);
    out.visitMaxs(0, 0);
    out.visitEnd();
  }
}
