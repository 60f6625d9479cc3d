package skein.spec.codegen;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.GOTO;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.IUSHR;
import static org.objectweb.asm.Opcodes.LAND;
import static org.objectweb.asm.Opcodes.LASTORE;
import static org.objectweb.asm.Opcodes.LLOAD;
import static org.objectweb.asm.Opcodes.LOR;
import static org.objectweb.asm.Opcodes.LSTORE;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.objectweb.asm.Label;

/** Words in long locals, one after the other: where the JIT keeps them in registers. */
final class LocalWords implements Words {
  private final int first;
  private final int words;
  private final int out;

  /**
   * @param first the local of the first word
   * @param out the local that holds the {@link skein.spec.model.Successors}, for scratch space
   */
  LocalWords(int first, int words, int out) {
    this.first = first;
    this.words = words;
    this.out = out;
  }

  private int local(int word) {
    return first + 2 * word;
  }

  @Override
  public void load(Code code, int word) {
    code.local(LLOAD, local(word));
  }

  @Override
  public void beginStore(Code code, int word) {}

  @Override
  public void store(Code code, int word) {
    code.local(LSTORE, local(word));
  }

  @Override
  public void loadAt(Code code, int position, List<Integer> choice) {
    choose(code, position, choice, word -> load(code, word));
  }

  @Override
  public void replaceAt(Code code, int position, List<Integer> choice, int keep, int set) {
    choose(
        code,
        position,
        choice,
        word -> {
          load(code, word);
          code.local(LLOAD, keep).op(LAND).local(LLOAD, set).op(LOR);
          store(code, word);
        });
  }

  /** Locals cannot be indexed, so there is code for each word. */
  private static void choose(Code code, int position, List<Integer> choice, IntConsumer emit) {
    if (choice.size() == 1) {
      emit.accept(choice.get(0));
      return;
    }
    int low = choice.get(0);
    int last = choice.get(choice.size() - 1);
    Label otherwise = new Label();
    Label end = new Label();
    List<Label> labels = new ArrayList<>();
    for (int word = low; word < last; word++) {
      labels.add(choice.contains(word) ? new Label() : otherwise);
    }
    code.local(ILOAD, position).push(6).op(IUSHR).tableSwitch(low, otherwise, labels);
    for (int word : choice) {
      code.place(word == last ? otherwise : labels.get(word - low));
      emit.accept(word);
      if (word != last) {
        code.jump(GOTO, end);
      }
    }
    code.place(end);
  }

  @Override
  public void pushArray(Code code) {
    code.local(ALOAD, out).push(words).invokeVirtual(Names.SUCCESSORS, "scratch", "(I)[J");
    for (int word = 0; word < words; word++) {
      code.op(DUP).push(word);
      load(code, word);
      code.op(LASTORE);
    }
    code.push(0);
  }
}
