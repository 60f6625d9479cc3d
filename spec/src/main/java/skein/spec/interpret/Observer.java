package skein.spec.interpret;

import skein.spec.ir.Instruction;
import skein.spec.ir.IrExpr;

/** Sees what a run of a step does, as it does it. */
interface Observer {
  /** Looks away. */
  Observer NONE = new Observer() {};

  /** An instruction begins. */
  default void begins(int position, Instruction instruction) {}

  /**
   * A cell is read.
   *
   * @param cell its number in the state
   */
  default void reads(IrExpr.Load load, int cell, long value) {}

  /** A cell is stored to, perhaps the value that it has. */
  default void writes(Instruction.Store store, int cell, long before, long after) {}

  default void sets(Instruction.SetTemp set, long value) {}

  default void branches(Instruction.Branch branch, boolean outcome) {}

  default void picks(Instruction.Pick pick, long value) {}

  /** An awaited condition is false: the outcome is impossible. */
  default void refuses(Instruction.Await await) {}
}
