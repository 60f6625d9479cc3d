package skein.checker.report;

import skein.spec.model.Place;

/**
 * A property that does not hold, with the trace that shows it.
 *
 * @param kind the word for it after {@code expect}: {@code BUG_ON}, {@code invariant}, {@code
 *     deadlock}, …
 * @param name the invariant's name; for a fault its message, {@code BUG_ON(under_io(eb))}
 * @param function the function that the fault is in; empty otherwise
 * @param location the C's {@code file:line}, or empty
 */
public record Violation(
    Kind kind,
    String word,
    String name,
    String function,
    Place place,
    String location,
    Trace trace) {

  /** What sort of property is violated; decides the exit status. */
  public enum Kind {
    /** A state property: invariant, final invariant, leak. */
    INVARIANT,
    /** A step went wrong: BUG_ON, null, range, step invariant, …. */
    FAULT,
    DEADLOCK
  }
}
