package skein.cli.render;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import skein.checker.report.Violation;

/**
 * The race diagram of a changelog: a column for each CPU, time runs down, one column at a time is
 * active. ASCII only. What does not fit side by side becomes a numbered list.
 */
final class ColumnsRenderer implements TraceRenderer {
  /** More columns than this can not be read. */
  private static final int MOST_COLUMNS = 3;

  /** One broken line in so many rows is no harm. */
  private static final int FEW = 8;

  @Override
  public String render(Violation violation, int width) {
    StringBuilder out = new StringBuilder();
    String initially = Initially.of(violation, width);
    out.append(initially).append('\n');
    Diagram diagram = Diagram.of(violation);
    if (!diagram.rows().isEmpty()) {
      out.append(body(diagram, width));
    } else {
      out.append("  ").append("The initial state shows it: no step is needed.\n");
    }
    if (violation.kind() == Violation.Kind.DEADLOCK) {
      out.append("\n  *** DEADLOCK ***\n");
    }
    return out.toString();
  }

  /**
   * In the way that is easiest to read: side by side, interrupts in a column of their own or not,
   * rather than staggered; but not if that breaks many lines and the next way breaks fewer.
   */
  private static String body(Diagram diagram, int width) {
    Diagram inline = Interrupts.inline(diagram);
    List<Arrangement> ways = new ArrayList<>();
    for (Diagram shown : diagram == inline ? List.of(diagram) : List.of(diagram, inline)) {
      add(ways, shown, ColumnLayout.sideBySide(shown, width));
    }
    for (Diagram shown : diagram == inline ? List.of(diagram) : List.of(diagram, inline)) {
      add(ways, shown, ColumnLayout.staggered(shown, width));
    }
    int tolerable = diagram.rows().size() / FEW;
    return ways.stream()
        .filter(way -> way.columns.broken() <= tolerable)
        .findFirst()
        .or(() -> ways.stream().min(Comparator.comparingInt(way -> way.columns.broken())))
        .map(way -> print(way.diagram, way.columns))
        .orElseGet(() -> NumberedList.print(diagram, width));
  }

  private record Arrangement(Diagram diagram, ColumnLayout columns) {}

  private static void add(List<Arrangement> ways, Diagram diagram, Optional<ColumnLayout> columns) {
    if (diagram.lanes().size() <= MOST_COLUMNS && columns.isPresent()) {
      ways.add(new Arrangement(diagram, columns.get()));
    }
  }

  private static String print(Diagram diagram, ColumnLayout columns) {
    StringBuilder out = new StringBuilder();
    if (columns.overlapping()) {
      header(columns, diagram, Lane::label, out);
      header(columns, diagram, Lane::role, out);
      header(columns, diagram, lane -> "-".repeat(lane.narrowHeaderWidth()), out);
    } else {
      header(columns, diagram, Lane::header, out);
      header(columns, diagram, lane -> "-".repeat(lane.header().length()), out);
    }
    int active = diagram.rows().get(0).lane();
    for (Row row : diagram.rows()) {
      if (row.lane() != active) {
        out.append('\n');
        active = row.lane();
      }
      for (String line : cell(columns, row)) {
        out.append(columns.margin(row.lane())).append(line).append('\n');
      }
    }
    return out.toString();
  }

  private static void header(
      ColumnLayout columns, Diagram diagram, Function<Lane, String> text, StringBuilder out) {
    StringBuilder line = new StringBuilder();
    for (int lane = 0; lane < diagram.lanes().size(); lane++) {
      line.append(" ".repeat(columns.starts().get(lane) - line.length()));
      line.append(text.apply(diagram.lanes().get(lane)));
    }
    out.append(line.toString().stripTrailing()).append('\n');
  }

  private static ImmutableList<String> cell(ColumnLayout columns, Row row) {
    return Wrap.lines(row.text(), row.depth() * columns.indent(), columns.widths().get(row.lane()));
  }
}
