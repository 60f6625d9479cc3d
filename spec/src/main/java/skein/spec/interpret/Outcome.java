package skein.spec.interpret;

import java.util.Optional;
import skein.spec.ir.Fault;

/**
 * One way in which a step goes.
 *
 * @param action an id of {@link skein.spec.ir.ActionTable}; 0 of an initial state
 * @param fault what the step failed with, if it did
 * @param cells the state after the step; if it failed, with the stores made so far
 */
public record Outcome(int action, Optional<Fault> fault, long[] cells) {}
