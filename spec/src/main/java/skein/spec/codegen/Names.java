package skein.spec.codegen;

import org.objectweb.asm.Type;
import skein.spec.model.Successors;

/** Internal names of what generated code refers to. */
final class Names {
  static final String SUCCESSORS = Type.getInternalName(Successors.class);
  static final String BASE = Type.getInternalName(GeneratedCode.class);
  static final String HEAP = Type.getInternalName(HeapReferences.class);

  /** The generated class; a hidden class refers to itself by the name in its bytes. */
  static final String SELF = "skein/spec/codegen/Generated";

  /** {@code (states, at, out)}, as a step method takes it. */
  static final String STEP = "([JIL" + SUCCESSORS + ";)V";

  /** {@code (states, at, out, self)}. */
  static final String STEP_OF_SELF = "([JIL" + SUCCESSORS + ";I)V";

  /** {@code (now, at, old, oldAt)} to {@link skein.spec.model.Model#evaluate}'s result. */
  static final String PROPERTY = "([JI[JI)I";

  private Names() {}
}
