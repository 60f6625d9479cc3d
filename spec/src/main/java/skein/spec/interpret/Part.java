package skein.spec.interpret;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import skein.spec.ir.Fault;
import skein.spec.model.StepReport.Line;

/**
 * What was a step of its own before it was fused with others.
 *
 * @param text of that step
 * @param cells the state after it
 */
@SuppressWarnings("ArrayRecordComponent")
record Part(String text, ImmutableList<Line> lines, Optional<Fault> fault, long[] cells) {}
