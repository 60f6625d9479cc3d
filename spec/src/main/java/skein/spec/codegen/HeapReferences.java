package skein.spec.codegen;

/**
 * Who refers to whom in a packed state: what {@code Referenced} and {@code Reachable} mean, driven
 * by a table of the cells that refer. Such cells are read when an object is allocated and in final
 * states only, so plain loops are fast enough.
 *
 * <p>A table is a sequence of rows of {@link #ROW} numbers: the cell's bit position in the state
 * and its width; what it holds ({@link #REFERENCE}, {@link #SET}, or {@link #KEY} plus the instance
 * that it refers to if it is not zero); the heap sort referred to, by its number among the heap
 * sorts; the heap sort that owns the cell plus 1, or 0; the instance that owns it. A row {@link
 * #ALIVE} stands for the cell that says whether its owner is allocated.
 */
final class HeapReferences {
  static final int ROW = 6;
  static final int REFERENCE = 0;
  static final int SET = 1;
  static final int ALIVE = 2;
  static final int KEY = 3;

  private HeapReferences() {}

  /** The set of instances of a heap sort to which any cell refers. */
  static long referenced(char[] table, int sort, long[] states, int at) {
    long found = 0;
    for (int row = 0; row < table.length; row += ROW) {
      if (table[row + 3] == sort) {
        found |= references(table, row, states, at);
      }
    }
    return found;
  }

  /** The set of allocated instances of a heap sort that some chain of references leads to. */
  static long reachable(char[] table, int sort, int sorts, long[] states, int at) {
    long[] allocated = allocated(table, sorts, states, at);
    long[] reached = new long[sorts];
    boolean more = true;
    while (more) {
      more = false;
      for (int row = 0; row < table.length; row += ROW) {
        int owner = table[row + 4] - 1;
        if (owner < 0 || (reached[owner] >>> table[row + 5] & 1) != 0) {
          int target = table[row + 3];
          long found = references(table, row, states, at) & allocated[target] & ~reached[target];
          reached[target] |= found;
          more |= found != 0;
        }
      }
    }
    return reached[sort];
  }

  private static long[] allocated(char[] table, int sorts, long[] states, int at) {
    long[] allocated = new long[sorts];
    for (int row = 0; row < table.length; row += ROW) {
      if (table[row + 2] == ALIVE) {
        allocated[table[row + 4] - 1] |= cell(table, row, states, at) << table[row + 5];
      }
    }
    return allocated;
  }

  private static long references(char[] table, int row, long[] states, int at) {
    long cell = cell(table, row, states, at);
    int kind = table[row + 2];
    if (kind == SET) {
      return cell;
    } else if (cell == 0 || kind == ALIVE) {
      return 0;
    }
    return 1L << (kind == REFERENCE ? cell - 1 : kind - KEY);
  }

  private static long cell(char[] table, int row, long[] states, int at) {
    int position = table[row];
    return states[at + (position >>> 6)] >>> position & -1L >>> -table[row + 1];
  }
}
