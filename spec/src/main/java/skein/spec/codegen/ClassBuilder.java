package skein.spec.codegen;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import skein.spec.codegen.GeneratedClass.Method;

/** Collects the methods of the generated class and writes it. */
final class ClassBuilder {
  /** HotSpot does not compile methods of 8,000 bytes or more: they run tens of times slower. */
  static final int MOST_BYTES = 7_900;

  private final Tables tables;
  private final List<Method> methods = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  ClassBuilder(Tables tables) {
    this.tables = tables;
  }

  /** A name that no method has yet, the same if possible. */
  String freshName(String wanted) {
    String name = wanted;
    for (int i = 2; !names.add(name); i++) {
      name = wanted + "_" + i;
    }
    return name;
  }

  /** A method that overrides one of {@link GeneratedCode}. */
  void addOverride(String name, String descriptor, Code code) {
    add(new Method(name, descriptor, false, code));
  }

  /**
   * @param name from {@link #freshName}
   */
  void addStatic(String name, String descriptor, Code code) {
    add(new Method(name, descriptor, true, code));
  }

  private void add(Method method) {
    if (method.code().size() > MOST_BYTES) {
      throw new IllegalStateException(
          method.name() + " has " + method.code().size() + " bytes of code");
    }
    methods.add(method);
  }

  GeneratedClass build() {
    ClassWriter writer = new FrameWriter();
    writer.visit(V17, ACC_FINAL, Names.SELF, null, Names.BASE, null);
    writeMethod(writer, new Method("<clinit>", "()V", true, tables.declare(writer)));
    writeConstructor(writer);
    methods.forEach(method -> writeMethod(writer, method));
    writer.visitEnd();
    String name = Names.SELF.replace('/', '.');
    return new GeneratedClass(name, writer.toByteArray(), ImmutableList.copyOf(methods));
  }

  private static void writeConstructor(ClassWriter writer) {
    MethodVisitor out = writer.visitMethod(0, "<init>", "()V", null, null);
    out.visitCode();
    out.visitVarInsn(ALOAD, 0);
    out.visitMethodInsn(INVOKESPECIAL, Names.BASE, "<init>", "()V", false);
    out.visitInsn(RETURN);
    out.visitMaxs(0, 0);
    out.visitEnd();
  }

  private static void writeMethod(ClassWriter writer, Method method) {
    int access = method.isStatic() ? ACC_STATIC : ACC_FINAL;
    MethodVisitor out = writer.visitMethod(access, method.name(), method.descriptor(), null, null);
    out.visitCode();
    method.code().writeTo(out);
    out.visitMaxs(0, 0);
    out.visitEnd();
  }

  /** Computes frames. No two classes ever meet in a local or on the stack. */
  private static final class FrameWriter extends ClassWriter {
    FrameWriter() {
      super(COMPUTE_FRAMES);
    }

    @Override
    protected String getCommonSuperClass(String one, String other) {
      return "java/lang/Object";
    }
  }
}
