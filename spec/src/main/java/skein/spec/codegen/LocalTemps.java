package skein.spec.codegen;

import static org.objectweb.asm.Opcodes.LLOAD;
import static org.objectweb.asm.Opcodes.LSTORE;

import java.util.HashMap;
import java.util.Map;

/** Temporaries in long locals. */
final class LocalTemps implements Temps {
  private final Locals locals;
  private final Map<Integer, Integer> bySlot = new HashMap<>();

  LocalTemps(Locals locals) {
    this.locals = locals;
  }

  @Override
  public void load(Code code, int slot) {
    code.local(LLOAD, local(slot));
  }

  @Override
  public void store(Code code, int slot) {
    code.local(LSTORE, local(slot));
  }

  private int local(int slot) {
    return bySlot.computeIfAbsent(slot, any -> locals.takeLong());
  }
}
