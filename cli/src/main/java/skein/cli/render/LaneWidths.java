package skein.cli.render;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Optional;

/** How many lines each lane of a diagram has to break at each width. */
final class LaneWidths {
  private final int[] narrowest;
  private final int[] narrowestWithHeader;

  /** By lane and width; only from the narrowest on. */
  private final int[][] broken;

  /**
   * @param indent columns that a call's body is indented by
   * @param widest the greatest width that will be asked about
   */
  LaneWidths(Diagram diagram, int indent, int widest) {
    int lanes = diagram.lanes().size();
    narrowest = new int[lanes];
    narrowestWithHeader = new int[lanes];
    broken = new int[lanes][Math.max(0, widest) + 1];
    for (Row row : diagram.rows()) {
      int from = row.depth() * indent;
      int lane = row.lane();
      narrowest[lane] = Math.max(narrowest[lane], Wrap.narrowest(row.text(), from));
      for (int width = 0; width < broken[lane].length; width++) {
        boolean whole = from + row.text().length() <= width;
        broken[lane][width] += whole ? 0 : Wrap.lines(row.text(), from, width).size() - 1;
      }
    }
    for (int lane = 0; lane < lanes; lane++) {
      int header = diagram.lanes().get(lane).header().length();
      narrowestWithHeader[lane] = Math.max(narrowest[lane], header);
    }
  }

  /** Columns without which a word would have to be broken. */
  int narrowest(int lane) {
    return narrowest[lane];
  }

  /** Lines added by breaking, at a width. */
  int broken(int lane, int width) {
    return broken[lane][width];
  }

  /**
   * Shares columns among the lanes, so that they break as few lines as can be, and then are as
   * narrow as can be. Empty if not even the narrowest ones fit.
   */
  Optional<ImmutableList<Integer>> best(int room) {
    int[] chosen = new int[narrowest.length];
    int[] best = new int[narrowest.length];
    return search(0, room, 0, Integer.MAX_VALUE, chosen, best) == Integer.MAX_VALUE
        ? Optional.empty()
        : Optional.of(Arrays.stream(best).boxed().collect(ImmutableList.toImmutableList()));
  }

  private int search(int lane, int room, int cost, int least, int[] chosen, int[] best) {
    if (lane == chosen.length) {
      if (cost < least) {
        System.arraycopy(chosen, 0, best, 0, best.length);
      }
      return Math.min(cost, least);
    }
    int found = least;
    int before = Integer.MAX_VALUE;
    for (int width = narrowestWithHeader[lane]; width <= room; width++) {
      int lines = broken[lane][width];
      // A wider column that saves no line is of no use.
      if (lines < before) {
        before = lines;
        chosen[lane] = width;
        found = search(lane + 1, room - width, cost + lines, found, chosen, best);
      }
    }
    return found;
  }
}
