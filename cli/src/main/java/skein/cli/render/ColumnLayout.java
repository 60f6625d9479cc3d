package skein.cli.render;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** Where the columns of a diagram begin and how wide they are. */
record ColumnLayout(int margin, int indent, int gap, ImmutableList<Integer> widths) {
  /** From roomy to tight; the first in which every word fits is taken. */
  private static final int[][] SPACINGS = {{2, 2, 2}, {1, 2, 2}, {0, 2, 2}, {2, 1, 2}, {0, 1, 1}};

  /** Wider columns than this are made narrower only if there is need. */
  private static final int SPACIOUS_GAP = 4;

  /** Empty if the diagram's columns do not fit side by side. */
  static Optional<ColumnLayout> fit(Diagram diagram, int width) {
    for (int[] spacing : SPACINGS) {
      int columns = diagram.lanes().size();
      int room = width - spacing[0] - spacing[2] * (columns - 1);
      Optional<ImmutableList<Integer>> widths = share(diagram, spacing[1], room);
      if (widths.isPresent()) {
        int used = spacing[0] + widths.get().stream().mapToInt(w -> w).sum();
        int spare = columns == 1 ? 0 : (width - used) / (columns - 1);
        int gap = Math.max(spacing[2], Math.min(SPACIOUS_GAP, spare));
        return Optional.of(new ColumnLayout(spacing[0], spacing[1], gap, widths.get()));
      }
    }
    return Optional.empty();
  }

  /** The column at which a lane begins. */
  int start(int lane) {
    int start = margin;
    for (int i = 0; i < lane; i++) {
      start += widths.get(i) + gap;
    }
    return start;
  }

  String margin(int lane) {
    return Strings.repeat(" ", start(lane));
  }

  /**
   * Gives every column what it wants if that fits; otherwise what it needs, and then the rest to
   * the one that lacks most, bit by bit.
   */
  private static Optional<ImmutableList<Integer>> share(Diagram diagram, int indent, int room) {
    int columns = diagram.lanes().size();
    int[] needed = new int[columns];
    int[] wanted = new int[columns];
    for (int lane = 0; lane < columns; lane++) {
      needed[lane] = diagram.lanes().get(lane).header().length();
      wanted[lane] = needed[lane];
    }
    for (Row row : diagram.rows()) {
      int lane = row.lane();
      int from = row.depth() * indent;
      needed[lane] = Math.max(needed[lane], Wrap.narrowest(row.text(), from));
      wanted[lane] = Math.max(wanted[lane], from + row.text().length());
    }
    int spare = room;
    for (int need : needed) {
      spare -= need;
    }
    if (spare < 0) {
      return Optional.empty();
    }
    for (; spare > 0; spare--) {
      int poorest = 0;
      for (int lane = 1; lane < columns; lane++) {
        if (wanted[lane] - needed[lane] > wanted[poorest] - needed[poorest]) {
          poorest = lane;
        }
      }
      if (wanted[poorest] == needed[poorest]) {
        break;
      }
      needed[poorest]++;
    }
    ImmutableList.Builder<Integer> widths = ImmutableList.builder();
    for (int need : needed) {
      widths.add(need);
    }
    return Optional.of(widths.build());
  }
}
