package skein.spec.codegen;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.DUP2;
import static org.objectweb.asm.Opcodes.IADD;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.IUSHR;
import static org.objectweb.asm.Opcodes.LALOAD;
import static org.objectweb.asm.Opcodes.LAND;
import static org.objectweb.asm.Opcodes.LASTORE;
import static org.objectweb.asm.Opcodes.LLOAD;
import static org.objectweb.asm.Opcodes.LOR;

import java.util.List;

/** Words in an array, from an offset on. */
final class ArrayWords implements Words {
  private final int array;
  private final int offset;

  /**
   * @param array the local that holds the array
   * @param offset the int local that holds the offset
   */
  ArrayWords(int array, int offset) {
    this.array = array;
    this.offset = offset;
  }

  @Override
  public void load(Code code, int word) {
    beginStore(code, word);
    code.op(LALOAD);
  }

  @Override
  public void beginStore(Code code, int word) {
    pushArray(code);
    if (word > 0) {
      code.push(word).op(IADD);
    }
  }

  @Override
  public void store(Code code, int word) {
    code.op(LASTORE);
  }

  @Override
  public void loadAt(Code code, int position, List<Integer> words) {
    address(code, position, words);
    code.op(LALOAD);
  }

  @Override
  public void replaceAt(Code code, int position, List<Integer> words, int keep, int set) {
    address(code, position, words);
    code.op(DUP2, LALOAD).local(LLOAD, keep).op(LAND).local(LLOAD, set).op(LOR, LASTORE);
  }

  private void address(Code code, int position, List<Integer> words) {
    if (words.size() == 1) {
      beginStore(code, words.get(0));
    } else {
      pushArray(code);
      code.local(ILOAD, position).push(6).op(IUSHR, IADD);
    }
  }

  @Override
  public void pushArray(Code code) {
    code.local(ALOAD, array).local(ILOAD, offset);
  }
}
