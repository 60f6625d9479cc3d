package skein.spec.ir;

import com.google.common.collect.ImmutableList;

/** An instruction of a {@link Program}. Targets are positions in its instruction list. */
public sealed interface Instruction {

  Origin origin();

  /**
   * Stores to a cell, then goes on. The value fits the cell's type. The indices are evaluated
   * first, then the value.
   */
  record Store(
      StateVar variable, ImmutableList<IrExpr> indices, IrExpr value, int next, Origin origin)
      implements Instruction {}

  /** Sets a temporary, then goes on. */
  record SetTemp(int slot, IrExpr value, int next, Origin origin) implements Instruction {}

  record Branch(IrExpr condition, int ifTrue, int ifFalse, Origin origin) implements Instruction {}

  /**
   * Sets a temporary to each of {@code lo..hi}: each is another outcome of the step, in ascending
   * order. {@code hi < lo}: there is no outcome.
   */
  record Pick(int slot, long lo, long hi, int next, Origin origin) implements Instruction {}

  /** If the condition is false this outcome is impossible: the step is not enabled with it. */
  record Await(IrExpr condition, int next, Origin origin) implements Instruction {}

  /**
   * The condition must hold, else the step fails with {@code fault}. It fails <em>at</em> this
   * point: the state reported is that with all stores made so far in the step.
   */
  record Assert(IrExpr condition, Fault fault, int next, Origin origin) implements Instruction {}

  /**
   * The step ends here and the outcome is complete. In a process' program the program counter has
   * been stored before by a {@link Store}; the program resumes at the entry of that step.
   */
  record End(Origin origin) implements Instruction {}
}
