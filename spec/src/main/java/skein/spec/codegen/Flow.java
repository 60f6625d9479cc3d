package skein.spec.codegen;

import java.util.Optional;
import org.objectweb.asm.Label;

/** How code goes on from an instruction of a step. */
interface Flow {
  /**
   * Emits what leads from one position to the next; nothing if that follows anyway and can be
   * jumped to directly.
   */
  void go(int from, int to);

  /** The label of a position, if it can be jumped to without more ado. */
  Optional<Label> direct(int from, int to);

  /** Emits the end of a complete outcome. */
  void end();

  /** Emits the end of an impossible outcome. */
  void impossible();
}
