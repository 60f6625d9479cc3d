package skein.spec.codegen;

import com.google.common.collect.ImmutableMap;
import java.util.OptionalLong;
import skein.spec.ir.IrExpr;
import skein.spec.ir.Program;

/**
 * A step that code is wanted for, and for whom.
 *
 * @param entry position of the first instruction that is left to run
 * @param known temporaries whose value is known, by slot
 * @param self the instance it is for; absent if for all or if nobody runs it
 * @param firstAction the id of the step's action, of instance 0 if it is for all instances
 * @param actionStride how much more the action's id is for the next instance; 0 if it is not for
 *     all
 */
record StepSource(
    Program program,
    String name,
    int entry,
    ImmutableMap<Integer, IrExpr> known,
    OptionalLong self,
    int firstAction,
    int actionStride) {

  /** The step's instructions, with quantifiers unrolled up to a number of nodes. */
  StepGraph graph(int unrolled) {
    int firstSlot = program.temporaries().size();
    return new StepGraph(program, entry, new Simplifier(self, known, firstSlot, unrolled));
  }

  /** What is left of the step after a pick of a value. */
  StepSource picked(String suffix, int next, int slot, long value) {
    IrExpr constant = new IrExpr.Const(value, program.temporaries().get(slot));
    ImmutableMap<Integer, IrExpr> more =
        ImmutableMap.<Integer, IrExpr>builder().putAll(known).put(slot, constant).buildOrThrow();
    return new StepSource(program, name + suffix, next, more, self, firstAction, actionStride);
  }
}
