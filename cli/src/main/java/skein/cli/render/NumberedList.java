package skein.cli.render;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;

/** A race of too many actors for columns: a numbered list, each turn with its CPU in front. */
final class NumberedList {
  private static final int INDENT = 2;

  private NumberedList() {}

  static String print(Diagram diagram, int width) {
    StringBuilder out = new StringBuilder();
    legend(diagram, out);
    int turns = turns(diagram);
    int digits = Integer.toString(turns).length();
    int label = diagram.lanes().stream().mapToInt(l -> l.label().length()).max().orElse(0);
    int turn = 0;
    int active = -1;
    for (Row row : diagram.rows()) {
      String head = Strings.repeat(" ", 2 + digits + 2 + label + 2);
      if (row.lane() != active) {
        active = row.lane();
        String number = Strings.padStart(Integer.toString(++turn), digits, ' ');
        String who = diagram.lanes().get(active).label() + ":";
        head = "  " + number + ". " + Strings.padEnd(who, label + 2, ' ');
      }
      ImmutableList<String> lines =
          Wrap.lines(row.text(), row.depth() * INDENT, Math.max(20, width - head.length()));
      for (String line : lines) {
        out.append((head + line).stripTrailing()).append('\n');
        head = Strings.repeat(" ", head.length());
      }
    }
    return out.toString();
  }

  /** Who runs on which CPU. */
  private static void legend(Diagram diagram, StringBuilder out) {
    boolean any = false;
    for (Lane lane : diagram.lanes()) {
      if (!lane.role().isEmpty()) {
        out.append("  ").append(lane.label()).append(" = ").append(lane.role()).append('\n');
        any = true;
      }
    }
    if (any) {
      out.append('\n');
    }
  }

  private static int turns(Diagram diagram) {
    int turns = 0;
    int active = -1;
    for (Row row : diagram.rows()) {
      if (row.lane() != active) {
        turns++;
        active = row.lane();
      }
    }
    return turns;
  }
}
