package skein.spec.fusion;

import com.google.common.collect.ImmutableList;
import skein.spec.ir.IrExpr;
import skein.spec.ir.StateVar;

/**
 * A place in the code where a cell is read or written.
 *
 * @param program position in {@link skein.spec.ir.TransitionSystem#programs()}
 * @param position of the instruction
 * @param write whether it is written
 * @param certain whether the instruction cannot run without it, its indices being known before
 */
record Access(
    int program,
    int position,
    StateVar variable,
    ImmutableList<IrExpr> indices,
    boolean write,
    boolean certain) {}
