package skein.spec.model;

import com.google.common.primitives.ImmutableLongArray;

/**
 * A part of a step that was a step of its own before both were fused.
 *
 * @param action the text of that step, as {@link ActionInfo#name}
 * @param after the state that it leads to, packed; what the model's properties read of a state in
 *     the midst of a step is there, bookkeeping such as program counters only after the last part
 */
public record Passage(String action, StepReport report, ImmutableLongArray after) {}
