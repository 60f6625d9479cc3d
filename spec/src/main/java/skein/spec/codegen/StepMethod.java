package skein.spec.codegen;

import static org.objectweb.asm.Opcodes.IADD;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.IMUL;

import java.util.Optional;
import skein.spec.ir.Fault;

/**
 * A step's method that is to be written: {@code (states, at, out)}, and last {@code int self} if it
 * is for all instances.
 *
 * @param firstAction the id of the step's action, of instance 0 if it is for all instances
 * @param actionStride how much more the action's id is for the next instance; 0 if the method is
 *     for one instance
 * @param endlessLoop what the step fails with if it does not end
 * @param invariants the method that decides step invariants for the outcomes, if any must be
 */
record StepMethod(
    String name,
    StepGraph graph,
    int firstAction,
    int actionStride,
    Optional<Fault> endlessLoop,
    Optional<String> invariants) {
  static final int STATES = 0;
  static final int AT = 1;
  static final int OUT = 2;
  static final int SELF = 3;

  boolean isForAllInstances() {
    return actionStride > 0;
  }

  /** Number of locals that the parameters take. */
  int parameters() {
    return isForAllInstances() ? 4 : 3;
  }

  String descriptor() {
    return isForAllInstances() ? Names.STEP_OF_SELF : Names.STEP;
  }

  /** Pushes the action's id. */
  void pushAction(Code code) {
    code.push(firstAction);
    if (isForAllInstances()) {
      code.local(ILOAD, SELF).push(actionStride).op(IMUL, IADD);
    }
  }

  Fault requireEndlessLoop() {
    return endlessLoop.orElseThrow(
        () ->
            new IllegalArgumentException(
                graph.program().name() + " has no fault for endless loops"));
  }
}
