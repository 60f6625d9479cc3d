package skein.spec.ir;

import skein.spec.model.FaultKind;
import skein.spec.source.Span;

/**
 * A way in which a step can go wrong, at one place of the source.
 *
 * @param id position in {@link TransitionSystem#faults()}
 * @param function the function (or process, action, property) whose text the place is in
 * @param message what went wrong, in full: {@code BUG_ON(under_io(eb))}, {@code `eb` is null}
 */
public record Fault(
    int id, FaultKind kind, Span span, String function, String message, Origin origin) {}
