package skein.spec.codegen;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ICONST_M1;
import static org.objectweb.asm.Opcodes.IFLT;
import static org.objectweb.asm.Opcodes.IFNE;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.ISTORE;
import static org.objectweb.asm.Opcodes.ISUB;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Label;
import skein.spec.ir.StateProperty;

/**
 * Adds methods that decide several step invariants, one after the other: {@code (now, at, old,
 * oldAt)} to the first fault, or to -1 if they hold.
 */
final class StepInvariants {
  private static final int RESULT = 4;

  private final ClassBuilder builder;
  private final Map<Integer, String> propertyMethods;
  private final Map<List<Integer>, String> methods = new HashMap<>();

  /**
   * @param propertyMethods the names of the properties' methods, by id
   */
  StepInvariants(ClassBuilder builder, Map<Integer, String> propertyMethods) {
    this.builder = builder;
    this.propertyMethods = propertyMethods;
  }

  /** The method that decides certain step invariants, if there are any to decide. */
  Optional<String> method(ImmutableList<StateProperty> invariants) {
    List<Integer> ids = invariants.stream().map(StateProperty::id).toList();
    return ids.isEmpty()
        ? Optional.empty()
        : Optional.of(methods.computeIfAbsent(ids, any -> add(invariants)));
  }

  private String add(List<StateProperty> invariants) {
    Code code = new Code();
    for (StateProperty invariant : invariants) {
      Label failed = new Label();
      Label holds = new Label();
      code.local(ALOAD, 0).local(ILOAD, 1).local(ALOAD, 2).local(ILOAD, 3);
      code.invokeStatic(Names.SELF, propertyMethods.get(invariant.id()), Names.PROPERTY);
      code.local(ISTORE, RESULT);
      code.local(ILOAD, RESULT).jump(IFLT, failed).local(ILOAD, RESULT).jump(IFNE, holds);
      code.push(invariant.fault().orElseThrow().id()).op(IRETURN);
      code.place(failed).op(ICONST_M1).local(ILOAD, RESULT).op(ISUB, IRETURN).place(holds);
    }
    String name = builder.freshName("stepInvariants");
    builder.addStatic(name, Names.PROPERTY, code.op(ICONST_M1, IRETURN));
    return name;
  }
}
