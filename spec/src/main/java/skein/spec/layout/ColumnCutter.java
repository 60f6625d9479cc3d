package skein.spec.layout;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import skein.spec.ir.Sort;
import skein.spec.ir.StateVar;

/** Cuts what belongs to one instance of a sort into columns of a limited width. */
final class ColumnCutter {
  private ColumnCutter() {}

  /**
   * The cells of a variable that belong to one instance.
   *
   * @param cells how many, 1 or more
   * @param width bits of one of them, 1 or more
   */
  record Piece(StateVar variable, int cells, int width) {
    int bits() {
      return cells * width;
    }
  }

  /** The pieces of variables that one sort indexes first: program counters first, then by size. */
  static ImmutableList<Piece> pieces(List<StateVar> variables) {
    return variables.stream()
        .filter(variable -> variable.cells() > 0 && Slot.width(variable.type()) > 0)
        .map(
            variable ->
                new Piece(
                    variable,
                    variable.cells() / variable.dimensions().get(0).size(),
                    Slot.width(variable.type())))
        .sorted(
            Comparator.comparing(
                    (Piece piece) -> piece.variable().role() != StateVar.Role.PROGRAM_COUNTER)
                .thenComparing(Comparator.comparingInt(Piece::bits).reversed()))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Columns, not placed yet, of at most {@code limit} bits unless one cell alone is wider. Each
   * piece goes into the first column with room, whole if it is no wider than a column.
   */
  static List<Columns> cut(Sort sort, ImmutableList<Piece> pieces, int limit) {
    List<List<Columns.Member>> columns = new ArrayList<>();
    List<Integer> widths = new ArrayList<>();
    for (Piece piece : pieces) {
      int run = piece.bits() <= limit ? piece.cells() : 1;
      for (int inner = 0; inner < piece.cells(); inner += run) {
        int column = firstWithRoom(widths, run * piece.width(), limit);
        if (column == widths.size()) {
          columns.add(new ArrayList<>());
          widths.add(0);
        }
        int offset = widths.get(column);
        for (int k = 0; k < run; k++) {
          columns
              .get(column)
              .add(new Columns.Member(piece.variable(), inner + k, offset + k * piece.width()));
        }
        widths.set(column, offset + run * piece.width());
      }
    }
    List<Columns> result = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      result.add(block(Optional.of(sort), sort.size(), widths.get(i), columns.get(i)));
    }
    return result;
  }

  private static int firstWithRoom(List<Integer> widths, int bits, int limit) {
    int column = 0;
    while (column < widths.size() && widths.get(column) + bits > limit) {
      column++;
    }
    return column;
  }

  /** The block of a variable that no sort indexes first: its cells one after the other. */
  static List<Columns> unowned(StateVar variable) {
    int width = Slot.width(variable.type());
    return variable.cells() == 0 || width == 0
        ? List.of()
        : List.of(
            block(
                Optional.empty(),
                variable.cells(),
                width,
                List.of(new Columns.Member(variable, 0, 0))));
  }

  private static Columns block(
      Optional<Sort> sort, int count, int width, List<Columns.Member> members) {
    return new Columns(sort, count, width, 0, 0, 1, ImmutableList.copyOf(members));
  }
}
