package skein.spec.syntax;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.function.Predicate;

/**
 * Lines in the making. In runs of consecutive lines of one indentation, what was marked is aligned:
 * the types of fields, the values of constants, the expectations of checks, trailing comments.
 */
final class FormattedLines {
  /** Lines that differ by more than this are not aligned. */
  private static final int MAX_GAP = 40;

  /** A comment farther right than this does not stay there. */
  private static final int MAX_COLUMN = 100;

  /** What is aligned, in the order in which it stands in a line. */
  static final ImmutableList<Role> ALIGNED =
      ImmutableList.of(Role.ALIGN_TYPE, Role.ALIGN_VALUE, Role.ALIGN_WITH, Role.ALIGN_EXPECT);

  private static final class Line {
    private final int indent;
    private final StringBuilder code = new StringBuilder();
    private final EnumMap<Role, Integer> marks = new EnumMap<>(Role.class);
    private String comment;
    private int commentColumn;

    Line(int indent) {
      this.indent = indent;
      code.append(" ".repeat(indent));
    }

    /** Moves what stands at a mark, and the marks behind it, to the right. */
    void pad(Role role, int blanks) {
      int at = marks.get(role);
      code.insert(at, " ".repeat(blanks));
      marks.replaceAll((other, place) -> place >= at ? place + blanks : place);
    }

    int width() {
      return code.codePointCount(0, code.length());
    }
  }

  private final List<Line> lines = new ArrayList<>();

  void begin(int indent, boolean emptyLineBefore) {
    if (emptyLineBefore) {
      lines.add(new Line(0));
    }
    lines.add(new Line(indent));
  }

  private Line last() {
    return lines.get(lines.size() - 1);
  }

  void append(String text) {
    last().code.append(text);
  }

  /** Marks the place that was reached. */
  void alignHere(Role role) {
    last().marks.putIfAbsent(role, last().code.length());
  }

  /** A comment, which may be the first on its line. */
  void comment(Piece comment, boolean first) {
    if (comment.isLineComment()) {
      if (first) {
        append(comment.text().stripTrailing());
      } else {
        last().comment = comment.text().stripTrailing();
        last().commentColumn = comment.column();
      }
      return;
    }
    String[] parts = comment.text().split("\n", -1);
    int shift = first ? last().indent - comment.column() : 0;
    append(parts.length == 1 ? parts[0] : parts[0].stripTrailing());
    for (int i = 1; i < parts.length; i++) {
      String part = parts[i].strip();
      int indent = Pieces.column(parts[i], parts[i].length() - parts[i].stripLeading().length());
      lines.add(new Line(part.isEmpty() ? 0 : Math.max(0, indent + shift)));
      append(part);
    }
  }

  String text() {
    align();
    alignComments();
    StringBuilder text = new StringBuilder();
    for (Line line : lines) {
      text.append(line.code.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private void align() {
    for (int i = 0; i < lines.size(); ) {
      Line first = lines.get(i);
      List<Line> run = run(i, line -> !first.marks.isEmpty() && alike(first, line));
      for (Role role : ALIGNED) {
        List<Line> marked = run.stream().filter(line -> line.marks.containsKey(role)).toList();
        int target = target(marked.stream().mapToInt(line -> line.marks.get(role)).toArray());
        marked.forEach(line -> line.pad(role, Math.max(0, target - line.marks.get(role))));
      }
      i += run.size();
    }
  }

  /** Whether two lines are of one kind: both checks, or with the same marks. */
  private static boolean alike(Line first, Line line) {
    boolean checks =
        first.marks.containsKey(Role.ALIGN_EXPECT) && line.marks.containsKey(Role.ALIGN_EXPECT);
    return first.indent == line.indent
        && (checks || first.marks.keySet().equals(line.marks.keySet()));
  }

  /** The lines from an index on, the first in any case, that satisfy a condition. */
  private List<Line> run(int start, Predicate<Line> belongs) {
    int end = start + 1;
    while (end < lines.size() && belongs.test(lines.get(end))) {
      end++;
    }
    return lines.subList(start, end);
  }

  private void alignComments() {
    for (int i = 0; i < lines.size(); ) {
      Line first = lines.get(i);
      List<Line> run =
          run(
              i,
              line -> first.comment != null && line.comment != null && line.indent == first.indent);
      if (first.comment != null) {
        int target = commentColumn(run);
        for (Line line : run) {
          line.code.append(" ".repeat(Math.max(2, target - line.width()))).append(line.comment);
        }
      }
      i += run.size();
    }
  }

  /** Where the author has aligned the comments already, there they stay. */
  private static int commentColumn(List<Line> run) {
    int[] widths = run.stream().mapToInt(Line::width).toArray();
    int column = run.get(0).commentColumn;
    int widest = Arrays.stream(widths).max().orElse(0);
    boolean aligned = run.stream().allMatch(line -> line.commentColumn == column);
    boolean stays = aligned && column >= widest + 2 && column <= MAX_COLUMN;
    int target = target(widths);
    return stays ? column : target == 0 ? 0 : target + 2;
  }

  /** The column to align at; 0 where the columns are too far apart. */
  private static int target(int[] columns) {
    int min = Integer.MAX_VALUE;
    int max = 0;
    for (int column : columns) {
      min = Math.min(min, column);
      max = Math.max(max, column);
    }
    return max - min > MAX_GAP ? 0 : max;
  }
}
