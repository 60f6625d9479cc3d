package skein.spec.model;

/**
 * A way in which a step of the model can fail, at one place.
 *
 * @param function the function whose text the place is in
 * @param message what went wrong: {@code BUG_ON(under_io(eb))}, {@code `eb` is null}
 * @param place where in the model
 * @param location the {@code file:line} of the C, or empty
 */
public record FaultInfo(
    int id, FaultKind kind, String function, String message, Place place, String location) {}
