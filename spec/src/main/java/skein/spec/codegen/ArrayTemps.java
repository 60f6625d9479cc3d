package skein.spec.codegen;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.LALOAD;
import static org.objectweb.asm.Opcodes.LASTORE;
import static org.objectweb.asm.Opcodes.LLOAD;
import static org.objectweb.asm.Opcodes.LSTORE;

/** Temporaries in an array, so that several methods can share them. */
final class ArrayTemps implements Temps {
  private final Locals locals;
  private final int array;
  private final int first;

  /**
   * @param array the local that holds the array
   * @param first the position of slot 0 in it
   */
  ArrayTemps(Locals locals, int array, int first) {
    this.locals = locals;
    this.array = array;
    this.first = first;
  }

  @Override
  public void load(Code code, int slot) {
    code.local(ALOAD, array).push(first + slot).op(LALOAD);
  }

  @Override
  public void store(Code code, int slot) {
    int value = locals.takeLong();
    code.local(LSTORE, value)
        .local(ALOAD, array)
        .push(first + slot)
        .local(LLOAD, value)
        .op(LASTORE);
  }
}
