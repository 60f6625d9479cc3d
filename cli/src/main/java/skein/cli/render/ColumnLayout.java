package skein.cli.render;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * Where the columns of a diagram begin, and how long a line in each may be.
 *
 * @param indent columns that a call's body is indented by
 * @param overlapping whether a column's lines may reach below the header of the next
 */
record ColumnLayout(
    int indent, boolean overlapping, ImmutableList<Integer> starts, ImmutableList<Integer> widths) {
  /** Margin, indent and gap, from roomy to tight; the first in which every word fits is taken. */
  private static final int[][] SPACINGS = {{2, 2, 2}, {1, 2, 2}, {0, 2, 2}, {2, 1, 2}, {0, 1, 1}};

  /** Wider gaps than this do not help the reader. */
  private static final int WIDEST_GAP = 4;

  /** Columns that overlap must begin this far apart to be told apart. */
  private static final int STAGGER = 14;

  private static final int MARGIN = 2;
  private static final int INDENT = 2;

  /** What the last staggered column is to have before its lines are broken, if that can be had. */
  private static final int COMFORTABLE = 40;

  /** Columns side by side. Empty if they do not fit. */
  static Optional<ColumnLayout> sideBySide(Diagram diagram, int width) {
    int columns = diagram.lanes().size();
    for (int[] spacing : SPACINGS) {
      int[] needed = needed(diagram, spacing[1]);
      for (int lane = 0; lane < columns; lane++) {
        needed[lane] = Math.max(needed[lane], diagram.lanes().get(lane).header().length());
      }
      int room = width - spacing[0] - spacing[2] * (columns - 1) - sum(needed);
      if (room >= 0) {
        int rest = spread(needed, wanted(diagram, spacing[1]), room);
        int gap = spacing[2];
        gap += columns == 1 ? 0 : Math.min(WIDEST_GAP - gap, rest / (columns - 1));
        return Optional.of(sideBySide(spacing[0], spacing[1], gap, needed));
      }
    }
    return Optional.empty();
  }

  private static ColumnLayout sideBySide(int margin, int indent, int gap, int[] widths) {
    ImmutableList.Builder<Integer> starts = ImmutableList.builder();
    ImmutableList.Builder<Integer> lengths = ImmutableList.builder();
    int start = margin;
    for (int width : widths) {
      starts.add(start);
      lengths.add(width);
      start += width + gap;
    }
    return new ColumnLayout(indent, false, starts.build(), lengths.build());
  }

  /**
   * Columns of which each begins further to the right, while its lines may run on below the next
   * one's header: only one is active at a time. Empty if they would begin too close together.
   */
  static Optional<ColumnLayout> staggered(Diagram diagram, int width) {
    int count = diagram.lanes().size();
    int last = count - 1;
    int[] needed = needed(diagram, INDENT);
    int[] apart = new int[count];
    for (int lane = 1; lane < count; lane++) {
      int header = diagram.lanes().get(lane - 1).narrowHeaderWidth() + 1;
      apart[lane] = apart[lane - 1] + Math.max(STAGGER, header);
    }
    int comfortable = Math.min(wanted(diagram, INDENT)[last], COMFORTABLE);
    int end = Math.max(MARGIN + apart[last], width - Math.max(needed[last], comfortable));
    ImmutableList.Builder<Integer> starts = ImmutableList.builder();
    ImmutableList.Builder<Integer> widths = ImmutableList.builder();
    for (int lane = 0; lane < count; lane++) {
      int even = last == 0 ? MARGIN : MARGIN + (end - MARGIN) * lane / last;
      int latest = Math.min(end - (apart[last] - apart[lane]), width - needed[lane]);
      int start = Math.min(Math.max(even, MARGIN + apart[lane]), latest);
      if (start < MARGIN + apart[lane]) {
        return Optional.empty();
      }
      starts.add(start);
      widths.add(width - start);
    }
    return Optional.of(new ColumnLayout(INDENT, true, starts.build(), widths.build()));
  }

  /** The blanks before a lane's text. */
  String margin(int lane) {
    return Strings.repeat(" ", starts.get(lane));
  }

  /** For each lane the columns without which a word would have to be broken. */
  private static int[] needed(Diagram diagram, int indent) {
    int[] needed = new int[diagram.lanes().size()];
    for (Row row : diagram.rows()) {
      int narrowest = Wrap.narrowest(row.text(), row.depth() * indent);
      needed[row.lane()] = Math.max(needed[row.lane()], narrowest);
    }
    return needed;
  }

  /** For each lane the columns with which no line is broken. */
  private static int[] wanted(Diagram diagram, int indent) {
    int[] wanted = new int[diagram.lanes().size()];
    for (Row row : diagram.rows()) {
      int length = row.depth() * indent + row.text().length();
      wanted[row.lane()] = Math.max(wanted[row.lane()], length);
    }
    return wanted;
  }

  private static int sum(int[] widths) {
    int sum = 0;
    for (int width : widths) {
      sum += width;
    }
    return sum;
  }

  /** Gives spare columns to the lane that lacks most, one by one; returns what is left over. */
  private static int spread(int[] widths, int[] wanted, int spare) {
    for (int rest = spare; rest > 0; rest--) {
      int poorest = 0;
      for (int lane = 1; lane < widths.length; lane++) {
        if (wanted[lane] - widths[lane] > wanted[poorest] - widths[poorest]) {
          poorest = lane;
        }
      }
      if (wanted[poorest] <= widths[poorest]) {
        return rest;
      }
      widths[poorest]++;
    }
    return 0;
  }
}
