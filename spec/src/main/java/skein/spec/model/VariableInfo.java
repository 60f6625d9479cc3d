package skein.spec.model;

/**
 * One cell of the state, for reports.
 *
 * @param id position in {@link Model#variables()}
 * @param name in full: {@code buffer_radix}, {@code ExtentBuffer.0.refs}, {@code reclaim.page}
 * @param owner the object or process instance it belongs to, or empty: {@code ExtentBuffer.0}
 * @param shortName the name within the owner: {@code refs}
 * @param hidden a program counter or other bookkeeping, which a trace shows in its own way
 * @param lock whether it says that a lock is held, or by whom; a trace leaves out locks for which
 *     nobody has to wait
 */
public record VariableInfo(
    int id, String name, String owner, String shortName, boolean hidden, boolean lock) {

  /** A variable that is no part of a lock. */
  public VariableInfo(int id, String name, String owner, String shortName, boolean hidden) {
    this(id, name, owner, shortName, hidden, false);
  }
}
