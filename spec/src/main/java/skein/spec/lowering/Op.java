package skein.spec.lowering;

import com.google.common.collect.ImmutableList;
import skein.spec.ir.Fault;
import skein.spec.ir.IrExpr;
import skein.spec.ir.Origin;
import skein.spec.ir.StateVar;
import skein.spec.syntax.Declaration;

/**
 * An operation of a {@link Flow}: an instruction that still works on {@link Register}s, is not yet
 * cut into steps, and goes on to the next in the list unless it jumps.
 */
sealed interface Op {

  Origin origin();

  record Set(Register register, IrExpr value, Origin origin) implements Op {}

  record Store(StateVar variable, ImmutableList<IrExpr> indices, IrExpr value, Origin origin)
      implements Op {}

  record Branch(IrExpr condition, Label ifTrue, Label ifFalse, Origin origin) implements Op {}

  record Jump(Label target, Origin origin) implements Op {}

  record Pick(Register register, long lo, long hi, Origin origin) implements Op {}

  /**
   * @param filter whether it narrows a choice; then what it reads belongs to the choice and does
   *     not make a step of its own
   */
  record Await(IrExpr condition, boolean filter, Origin origin) implements Op {}

  record Assert(IrExpr condition, Fault fault, Origin origin) implements Op {}

  /** A sequence point: a step may end here. */
  record Point(Origin origin) implements Op {}

  /** A place where the program stands still even if nothing shared is near: a label asked for. */
  record Stand(Declaration.Label label, Origin origin) implements Op {}

  /** Variables of the process begin their life: what they held before does not matter. */
  record Fresh(ImmutableList<StateVar> variables, Origin origin) implements Op {}

  /**
   * Memory is handed out after this: registers that are live here have to be part of the state, so
   * that references in them are seen.
   */
  record Allocation(Origin origin) implements Op {}

  /** The program has ended. */
  record Exit(Origin origin) implements Op {}
}
