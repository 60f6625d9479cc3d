package skein.checker.explore;

/**
 * Something that a search looks for. The order is the fixed order in which findings of equal depth
 * are reported: first by type, then by id.
 *
 * @param id of the fault or the property; 0 for a deadlock
 */
record Finding(Type type, int id) implements Comparable<Finding> {

  enum Type {
    /** A step ends with a fault. As deep as the state that it leads to, or would lead to. */
    STEP_FAULT,
    /** The evaluation of a property on a state ends with a fault. */
    EVALUATION_FAULT,
    /** An invariant fails in a state. */
    INVARIANT,
    /** A cover holds in a state. Found only where it is what the search is for. */
    COVER,
    /** A state has no successor, and a process has not ended. */
    DEADLOCK,
    /** A final invariant fails, or an object has leaked, in a final state. */
    FINAL
  }

  @Override
  public int compareTo(Finding other) {
    int byType = type.compareTo(other.type);
    return byType != 0 ? byType : Integer.compare(id, other.id);
  }
}
