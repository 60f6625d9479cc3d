package skein.spec.codegen;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.IADD;
import static org.objectweb.asm.Opcodes.ICONST_M1;
import static org.objectweb.asm.Opcodes.IFLT;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.ISTORE;
import static org.objectweb.asm.Opcodes.LASTORE;
import static org.objectweb.asm.Opcodes.LLOAD;
import static org.objectweb.asm.Opcodes.RETURN;

import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.Label;
import skein.spec.model.Successors;

/**
 * The methods that add an outcome whose words are in locals: one for outcomes with a given fault,
 * and one for each choice of step invariants that are decided first.
 */
final class OutcomeMethods {
  private final ClassBuilder builder;
  private final int words;
  private final Map<String, String> checking = new HashMap<>();
  private String plain = "";

  OutcomeMethods(ClassBuilder builder, int words) {
    this.builder = builder;
    this.words = words;
  }

  /**
   * Emits the call that adds an outcome of a step. On the stack are the {@link Successors}, the
   * action and the words.
   */
  void call(Code code, StepMethod method, int fault) {
    if (fault == Successors.NO_FAULT && method.invariants().isPresent()) {
      String invariants = method.invariants().get();
      code.local(ALOAD, StepMethod.STATES).local(ILOAD, StepMethod.AT);
      String name = checking.computeIfAbsent(invariants, any -> addChecking(invariants));
      code.invokeStatic(Names.SELF, name, descriptor("[JI"));
    } else {
      if (plain.isEmpty()) {
        plain = addPlain();
      }
      code.push(fault).invokeStatic(Names.SELF, plain, descriptor("I"));
    }
  }

  private String descriptor(String rest) {
    return "(L" + Names.SUCCESSORS + ";I" + "J".repeat(words) + rest + ")V";
  }

  /** The local after the words. */
  private int end() {
    return 2 + 2 * words;
  }

  private String addPlain() {
    Code code = new Code();
    code.local(ALOAD, 0).local(ILOAD, 1).local(ILOAD, end());
    int states = end() + 1;
    write(code, states, states + 1);
    String name = builder.freshName("outcome");
    builder.addStatic(name, descriptor("I"), code.op(RETURN));
    return name;
  }

  private String addChecking(String invariants) {
    Code code = new Code();
    code.local(ALOAD, 0).local(ILOAD, 1).op(ICONST_M1);
    int states = end() + 2;
    int at = states + 1;
    int fault = at + 1;
    write(code, states, at);
    code.local(ALOAD, states).local(ILOAD, at).local(ALOAD, end()).local(ILOAD, end() + 1);
    code.invokeStatic(Names.SELF, invariants, Names.PROPERTY).local(ISTORE, fault);
    Label holds = new Label();
    code.local(ILOAD, fault).jump(IFLT, holds);
    code.local(ALOAD, 0).local(ILOAD, fault);
    code.invokeVirtual(Names.SUCCESSORS, "failLast", "(I)V").place(holds).op(RETURN);
    String name = builder.freshName("outcome_if_" + invariants);
    builder.addStatic(name, descriptor("[JI"), code);
    return name;
  }

  /** Adds the outcome, for which there are on the stack the arguments of {@code add}. */
  private void write(Code code, int states, int at) {
    code.invokeVirtual(Names.SUCCESSORS, "add", "(II)I").local(ISTORE, at);
    code.local(ALOAD, 0).invokeVirtual(Names.SUCCESSORS, "states", "()[J").local(ASTORE, states);
    for (int word = 0; word < words; word++) {
      code.local(ALOAD, states).local(ILOAD, at);
      if (word > 0) {
        code.push(word).op(IADD);
      }
      code.local(LLOAD, 2 + 2 * word).op(LASTORE);
    }
  }
}
