package skein.spec.codegen;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.PUTSTATIC;
import static org.objectweb.asm.Opcodes.RETURN;

import java.util.LinkedHashMap;
import java.util.Map;
import org.objectweb.asm.ClassVisitor;

/**
 * Constant tables of the generated class: {@code static final char[]} fields, which the JIT takes
 * as constants. In the class file they are strings.
 */
final class Tables {
  /** A string constant may have 65,535 bytes, a char takes up to 3. */
  private static final int MOST_CHARS = 21_000;

  private final Map<String, String> names = new LinkedHashMap<>();

  /** Pushes a table. */
  void push(Code code, String contents) {
    String name = names.computeIfAbsent(contents, any -> "T" + names.size());
    code.field(GETSTATIC, Names.SELF, name, "[C");
  }

  /** The fields; the returned code, to be run as the class is initialised, fills them. */
  Code declare(ClassVisitor out) {
    Code initializer = new Code();
    names.forEach(
        (contents, name) -> {
          out.visitField(ACC_PRIVATE | ACC_STATIC | ACC_FINAL, name, "[C", null, null).visitEnd();
          fill(initializer, contents);
          initializer.field(PUTSTATIC, Names.SELF, name, "[C");
        });
    return initializer.op(RETURN);
  }

  private static void fill(Code code, String contents) {
    code.push("");
    for (int at = 0; at < contents.length(); at += MOST_CHARS) {
      code.push(contents.substring(at, Math.min(contents.length(), at + MOST_CHARS)));
      code.invokeVirtual("java/lang/String", "concat", "(Ljava/lang/String;)Ljava/lang/String;");
    }
    code.invokeVirtual("java/lang/String", "toCharArray", "()[C");
  }
}
