package skein.cli.render;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * Where the columns of a diagram begin, and how long a line in each may be.
 *
 * @param indent columns that a call's body is indented by
 * @param overlapping whether a column's lines may reach below the header of the next
 * @param broken lines that the layout has to break
 */
record ColumnLayout(
    int indent,
    boolean overlapping,
    ImmutableList<Integer> starts,
    ImmutableList<Integer> widths,
    int broken) {
  /** Margin, indent and gap, from roomy to tight; the first in which every word fits is taken. */
  private static final int[][] SPACINGS = {{2, 2, 2}, {1, 2, 2}, {0, 2, 2}, {2, 1, 2}, {0, 1, 1}};

  /** Wider gaps than this do not help the reader. */
  private static final int WIDEST_GAP = 4;

  /** Columns that overlap must begin this far apart to be told apart. */
  private static final int STAGGER = 14;

  private static final int MARGIN = 2;
  private static final int INDENT = 2;

  /** Columns side by side, with as few broken lines as can be. Empty if they do not fit. */
  static Optional<ColumnLayout> sideBySide(Diagram diagram, int width) {
    int count = diagram.lanes().size();
    for (int[] spacing : SPACINGS) {
      int room = width - spacing[0] - spacing[2] * (count - 1);
      LaneWidths widths = new LaneWidths(diagram, spacing[1], room);
      Optional<ImmutableList<Integer>> best = widths.best(room);
      if (best.isPresent()) {
        int rest = room - best.get().stream().mapToInt(Integer::intValue).sum();
        int spare = count == 1 ? 0 : Math.min(WIDEST_GAP - spacing[2], rest / (count - 1));
        return Optional.of(sideBySide(spacing, Math.max(0, spare), best.get(), widths));
      }
    }
    return Optional.empty();
  }

  private static ColumnLayout sideBySide(
      int[] spacing, int spare, ImmutableList<Integer> widths, LaneWidths known) {
    ImmutableList.Builder<Integer> starts = ImmutableList.builder();
    int start = spacing[0];
    int broken = 0;
    for (int lane = 0; lane < widths.size(); lane++) {
      starts.add(start);
      start += widths.get(lane) + spacing[2] + spare;
      broken += known.broken(lane, widths.get(lane));
    }
    return new ColumnLayout(spacing[1], false, starts.build(), widths, broken);
  }

  /**
   * Columns of which each begins further to the right, while its lines may run on below the next
   * one's header: only one is active at a time. Empty if they would begin too close together.
   */
  static Optional<ColumnLayout> staggered(Diagram diagram, int width) {
    int last = diagram.lanes().size() - 1;
    LaneWidths known = new LaneWidths(diagram, INDENT, width);
    int[] apart = apart(diagram);
    // The last column begins where it breaks as few lines as anywhere, but no further left.
    int end = MARGIN + apart[last];
    for (int start = end; start <= Math.max(end, width / 2); start++) {
      if (known.broken(last, width - start) == known.broken(last, width - MARGIN - apart[last])) {
        end = start;
      }
    }
    ImmutableList.Builder<Integer> starts = ImmutableList.builder();
    ImmutableList.Builder<Integer> widths = ImmutableList.builder();
    int broken = 0;
    for (int lane = 0; lane <= last; lane++) {
      int even = last == 0 ? MARGIN : MARGIN + (end - MARGIN) * lane / last;
      int latest = Math.min(end - (apart[last] - apart[lane]), width - known.narrowest(lane));
      int start = Math.min(Math.max(even, MARGIN + apart[lane]), latest);
      if (start < MARGIN + apart[lane]) {
        return Optional.empty();
      }
      starts.add(start);
      widths.add(width - start);
      broken += known.broken(lane, width - start);
    }
    return Optional.of(new ColumnLayout(INDENT, true, starts.build(), widths.build(), broken));
  }

  /** How far from the first column each must begin at least: headers must not touch. */
  private static int[] apart(Diagram diagram) {
    int[] apart = new int[diagram.lanes().size()];
    for (int lane = 1; lane < apart.length; lane++) {
      int header = diagram.lanes().get(lane - 1).narrowHeaderWidth() + 1;
      apart[lane] = apart[lane - 1] + Math.max(STAGGER, header);
    }
    return apart;
  }

  /** The blanks before a lane's text. */
  String margin(int lane) {
    return " ".repeat(starts.get(lane));
  }
}
