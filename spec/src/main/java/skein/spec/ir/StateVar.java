package skein.spec.ir;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * A variable of the state: one cell, or a block of cells with one or more dimensions. A field of a
 * struct with identity has that struct's sort as first dimension, a local or program counter of a
 * process that process' sort.
 *
 * @param id position in {@link TransitionSystem#variables()}
 * @param name as reports show it: {@code buffer_radix}, {@code refs_lock.owner}, {@code pages}; a
 *     local's name is that of the source. A place marked {@code []} takes an index: {@code
 *     slots[].owner}; the indices left over follow the name
 * @param dimensions outermost first; a cell's number is row-major in them
 */
public record StateVar(
    int id, String name, Role role, Scalar type, ImmutableList<Dimension> dimensions) {

  /** What the variable is for. */
  public enum Role {
    GLOBAL,
    FIELD,
    LOCAL,
    /**
     * The number of the step a process stands at; 0 is its first, the last value that it has ended.
     */
    PROGRAM_COUNTER,
    /** Whether a heap object is allocated (bool). */
    ALIVE
  }

  /**
   * @param size number of cells along it
   * @param sort whose instances index it; absent for an ordinary index
   * @param key the type of the index of a map or range-indexed dimension, for reports; index =
   *     value - key.origin()
   */
  public record Dimension(int size, Optional<Sort> sort, Optional<Scalar> key) {
    public static Dimension of(Sort sort) {
      return new Dimension(sort.size(), Optional.of(sort), Optional.empty());
    }

    public static Dimension plain(int size) {
      return new Dimension(size, Optional.empty(), Optional.empty());
    }
  }

  /** Number of cells. */
  public int cells() {
    return dimensions.stream().mapToInt(Dimension::size).reduce(1, Math::multiplyExact);
  }

  /** The sort whose instances own the cells: that of the first dimension of a field, local, pc. */
  public Optional<Sort> owner() {
    return role == Role.GLOBAL || dimensions.isEmpty()
        ? Optional.empty()
        : dimensions.get(0).sort();
  }

  /**
   * The first dimension that is not the owner's. If one from here on is indexed by a sort, then a
   * cell that is not {@link Scalar#zero()} counts as a reference to the instance that indexes it.
   */
  public int keys() {
    return owner().isPresent() ? 1 : 0;
  }

  /** Whether it is a local that the source does not have; its name then begins with {@code $}. */
  public boolean isNameless() {
    return name.startsWith("$");
  }
}
