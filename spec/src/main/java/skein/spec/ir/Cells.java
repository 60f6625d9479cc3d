package skein.spec.ir;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;

/**
 * The numbering of a state's cells where a state is one {@code long} a cell: the variables in the
 * order of their ids, the cells of each row-major.
 */
public final class Cells {
  private final ImmutableList<StateVar> variables;
  private final int[] firstCells;

  public Cells(TransitionSystem system) {
    this.variables = system.variables();
    this.firstCells = new int[variables.size() + 1];
    for (StateVar variable : variables) {
      firstCells[variable.id() + 1] = Math.addExact(firstCells[variable.id()], variable.cells());
    }
  }

  /** Number of cells of a state. */
  public int count() {
    return firstCells[variables.size()];
  }

  /** The state before the initial program runs: every cell is {@link Scalar#zero()}. */
  public long[] zero() {
    long[] cells = new long[count()];
    for (StateVar variable : variables) {
      int first = first(variable);
      Arrays.fill(cells, first, first + variable.cells(), variable.type().zero());
    }
    return cells;
  }

  /** The number of a variable's first cell. */
  public int first(StateVar variable) {
    return firstCells[variable.id()];
  }

  /** The variable that a cell is of. */
  public StateVar variable(int cell) {
    int found = Arrays.binarySearch(firstCells, cell);
    int id = found >= 0 ? found : -found - 2;
    while (variables.get(id).cells() == 0) {
      id++;
    }
    return variables.get(id);
  }

  /**
   * The number of a cell.
   *
   * @param indices one for each dimension
   * @throws IndexOutOfBoundsException if one lies outside its dimension
   */
  public int cell(StateVar variable, long... indices) {
    if (indices.length != variable.dimensions().size()) {
      throw new IndexOutOfBoundsException(
          variable.name() + " has no cell " + Arrays.toString(indices));
    }
    long cell = 0;
    for (int d = 0; d < indices.length; d++) {
      int size = variable.dimensions().get(d).size();
      if (indices[d] < 0 || indices[d] >= size) {
        throw new IndexOutOfBoundsException(
            variable.name() + " has no cell " + Arrays.toString(indices));
      }
      cell = cell * size + indices[d];
    }
    return firstCells[variable.id()] + Math.toIntExact(cell);
  }

  /**
   * The indices of a cell, one for each dimension of its variable: the inverse of {@link #cell}.
   */
  public int[] indices(int cell) {
    StateVar variable = variable(cell);
    int rest = cell - first(variable);
    int[] indices = new int[variable.dimensions().size()];
    for (int d = indices.length - 1; d >= 0; d--) {
      int size = variable.dimensions().get(d).size();
      indices[d] = rest % size;
      rest /= size;
    }
    return indices;
  }
}
