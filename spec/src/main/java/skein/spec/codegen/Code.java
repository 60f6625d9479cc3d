package skein.spec.codegen;

import static org.objectweb.asm.Opcodes.BIPUSH;
import static org.objectweb.asm.Opcodes.ICONST_0;
import static org.objectweb.asm.Opcodes.IINC;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.LCONST_0;
import static org.objectweb.asm.Opcodes.LDC;
import static org.objectweb.asm.Opcodes.NEWARRAY;
import static org.objectweb.asm.Opcodes.SIPUSH;
import static org.objectweb.asm.Opcodes.TABLESWITCH;
import static org.objectweb.asm.Opcodes.T_LONG;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/**
 * The bytecode of one method, recorded before it is written, since its size decides whether it must
 * be split.
 */
final class Code {
  /** Not an opcode: the place of a label. */
  private static final int PLACE = -1;

  /** What {@code invokestatic}, {@code invokevirtual} and {@code getstatic} refer to. */
  record Member(String owner, String name, String descriptor) {}

  private record Entry(int opcode, Object operand) {}

  private record Local(int index, int by) {}

  private record Switch(int low, Label otherwise, List<Label> labels) {}

  private final List<Entry> entries = new ArrayList<>();
  private int size;

  /** Bytes; at most a few more than the method will have. */
  int size() {
    return size;
  }

  /** Instructions without operands. */
  Code op(int... opcodes) {
    for (int opcode : opcodes) {
      add(opcode, null, 1);
    }
    return this;
  }

  /** A load or store of a local variable. */
  Code local(int opcode, int index) {
    return add(opcode, new Local(index, 0), index < 4 ? 1 : index < 256 ? 2 : 4);
  }

  Code increment(int index, int by) {
    return add(IINC, new Local(index, by), index < 256 ? 3 : 6);
  }

  Code push(int value) {
    if (-1 <= value && value <= 5) {
      return op(ICONST_0 + value);
    } else if (value == (byte) value) {
      return add(BIPUSH, value, 2);
    } else if (value == (short) value) {
      return add(SIPUSH, value, 3);
    }
    return add(LDC, value, 3);
  }

  Code push(long value) {
    return value == 0 || value == 1 ? op(LCONST_0 + (int) value) : add(LDC, value, 3);
  }

  Code push(String value) {
    return add(LDC, value, 3);
  }

  Code jump(int opcode, Label target) {
    return add(opcode, target, 3);
  }

  Code place(Label label) {
    return add(PLACE, label, 0);
  }

  Code tableSwitch(int low, Label otherwise, List<Label> labels) {
    return add(
        TABLESWITCH, new Switch(low, otherwise, List.copyOf(labels)), 16 + 4 * labels.size());
  }

  Code invokeStatic(String owner, String name, String descriptor) {
    return add(INVOKESTATIC, new Member(owner, name, descriptor), 3);
  }

  Code invokeVirtual(String owner, String name, String descriptor) {
    return add(INVOKEVIRTUAL, new Member(owner, name, descriptor), 3);
  }

  Code field(int opcode, String owner, String name, String descriptor) {
    return add(opcode, new Member(owner, name, descriptor), 3);
  }

  Code newLongArray() {
    return add(NEWARRAY, T_LONG, 2);
  }

  private Code add(int opcode, Object operand, int bytes) {
    entries.add(new Entry(opcode, operand));
    size += bytes;
    return this;
  }

  void writeTo(MethodVisitor out) {
    for (Entry entry : entries) {
      write(entry.opcode(), entry.operand(), out);
    }
  }

  private static void write(int opcode, Object operand, MethodVisitor out) {
    if (operand == null) {
      out.visitInsn(opcode);
    } else if (opcode == LDC) {
      out.visitLdcInsn(operand);
    } else if (operand instanceof Integer value) {
      out.visitIntInsn(opcode, value);
    } else if (opcode == IINC) {
      out.visitIincInsn(((Local) operand).index(), ((Local) operand).by());
    } else if (operand instanceof Local local) {
      out.visitVarInsn(opcode, local.index());
    } else if (operand instanceof Label label) {
      if (opcode == PLACE) {
        out.visitLabel(label);
      } else {
        out.visitJumpInsn(opcode, label);
      }
    } else if (operand instanceof Switch table) {
      int high = table.low() + table.labels().size() - 1;
      out.visitTableSwitchInsn(
          table.low(), high, table.otherwise(), table.labels().toArray(Label[]::new));
    } else if (operand instanceof Member member) {
      write(opcode, member, out);
    }
  }

  private static void write(int opcode, Member member, MethodVisitor out) {
    if (opcode == INVOKESTATIC || opcode == INVOKEVIRTUAL) {
      out.visitMethodInsn(opcode, member.owner(), member.name(), member.descriptor(), false);
    } else {
      out.visitFieldInsn(opcode, member.owner(), member.name(), member.descriptor());
    }
  }

  /** The code for people, an instruction a line. */
  String listing() {
    Map<Label, String> names = new HashMap<>();
    StringBuilder text = new StringBuilder();
    for (Entry entry : entries) {
      if (entry.opcode() == PLACE) {
        text.append("  ").append(name(names, (Label) entry.operand())).append(":\n");
      } else {
        String operand = entry.operand() == null ? "" : " " + describe(names, entry.operand());
        text.append("    ").append(Mnemonics.of(entry.opcode())).append(operand).append('\n');
      }
    }
    return text.toString();
  }

  private static String describe(Map<Label, String> names, Object operand) {
    if (operand instanceof Label label) {
      return name(names, label);
    } else if (operand instanceof Local local) {
      return local.by() == 0 ? "" + local.index() : local.index() + " by " + local.by();
    } else if (operand instanceof Switch table) {
      StringBuilder text = new StringBuilder("from ").append(table.low()).append(':');
      table.labels().forEach(label -> text.append(' ').append(name(names, label)));
      return text + " else " + name(names, table.otherwise());
    } else if (operand instanceof Member member) {
      return member.owner() + "." + member.name() + " " + member.descriptor();
    }
    return operand instanceof String ? "table" : operand.toString();
  }

  private static String name(Map<Label, String> names, Label label) {
    return names.computeIfAbsent(label, any -> "L" + names.size());
  }
}
