package skein.cli.render;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import skein.checker.report.Violation;

/**
 * The race diagram of a changelog: a column for each CPU, time runs down, one column at a time is
 * active. ASCII only. What does not fit side by side becomes a numbered list.
 */
final class ColumnsRenderer implements TraceRenderer {
  /** More columns than this can not be read. */
  private static final int MOST_COLUMNS = 3;

  @Override
  public String render(Violation violation, int width) {
    StringBuilder out = new StringBuilder();
    String initially = Initially.of(violation, width);
    out.append(initially).append('\n');
    Diagram diagram = Diagram.of(violation);
    if (!diagram.rows().isEmpty()) {
      out.append(body(diagram, width));
    } else {
      out.append("  ").append("No step is needed: the initial state shows it.\n");
    }
    if (violation.kind() == Violation.Kind.DEADLOCK) {
      out.append("\n  *** DEADLOCK ***\n");
    }
    return out.toString();
  }

  /** In the first way that fits, from the one that is easiest to read on. */
  private static String body(Diagram diagram, int width) {
    Diagram inline = Interrupts.inline(diagram);
    return Stream.<Supplier<Optional<String>>>of(
            () -> sideBySide(diagram, width),
            () -> sideBySide(inline, width),
            () -> staggered(diagram, width),
            () -> staggered(inline, width))
        .flatMap(way -> way.get().stream())
        .findFirst()
        .orElseGet(() -> NumberedList.print(diagram, width));
  }

  private static Optional<String> sideBySide(Diagram diagram, int width) {
    return diagram.lanes().size() > MOST_COLUMNS
        ? Optional.empty()
        : ColumnLayout.sideBySide(diagram, width).map(columns -> print(diagram, columns));
  }

  private static Optional<String> staggered(Diagram diagram, int width) {
    return diagram.lanes().size() > MOST_COLUMNS
        ? Optional.empty()
        : ColumnLayout.staggered(diagram, width).map(columns -> print(diagram, columns));
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
