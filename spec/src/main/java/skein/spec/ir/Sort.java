package skein.spec.ir;

/**
 * A set of instances that references point to: the objects of a struct, the instances of a process,
 * or all process instances together ({@link Kind#TASK}). A reference's value is an index 0..size-1,
 * or {@link #NULL}.
 *
 * @param id position in {@link TransitionSystem#sorts()}
 * @param symmetric whether instances are interchangeable; false for numbered processes. A {@code
 *     TASK} sort is permuted as its members are
 * @param base of a process sort, the index of its first instance in the TASK sort; otherwise 0
 * @param firstNumber of numbered processes, the number of the first instance; otherwise 0
 */
public record Sort(
    int id, String name, int size, Kind kind, boolean symmetric, int base, int firstNumber) {

  /** A sort whose instances are numbered from 0. */
  public Sort(int id, String name, int size, Kind kind, boolean symmetric, int base) {
    this(id, name, size, kind, symmetric, base, 0);
  }

  /** The value of a reference that points nowhere. */
  public static final long NULL = -1;

  /** What the instances are. */
  public enum Kind {
    OBJECT,
    HEAP,
    PROCESS,
    TASK
  }

  /**
   * The name of an instance, for reports: {@code Page.0}; of the only instance of a process, the
   * process' name. Not of a {@code TASK} sort, whose instances are the {@link ActionTable#actors}.
   */
  public String instance(long index) {
    boolean alone = kind == Kind.PROCESS && symmetric && size == 1;
    return alone ? name : name + "." + (firstNumber + index);
  }
}
