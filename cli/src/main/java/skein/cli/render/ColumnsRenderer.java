package skein.cli.render;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import java.util.Optional;
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

  private static String body(Diagram diagram, int width) {
    Optional<Layout> wide = layout(diagram, width);
    if (wide.isPresent()) {
      return print(wide.get());
    }
    Diagram inline = Interrupts.inline(diagram);
    return layout(inline, width)
        .map(ColumnsRenderer::print)
        .orElseGet(() -> NumberedList.print(diagram, width));
  }

  private record Layout(Diagram diagram, ColumnLayout columns) {}

  private static Optional<Layout> layout(Diagram diagram, int width) {
    if (diagram.lanes().size() > MOST_COLUMNS) {
      return Optional.empty();
    }
    return ColumnLayout.fit(diagram, width).map(columns -> new Layout(diagram, columns));
  }

  private static String print(Layout layout) {
    StringBuilder out = new StringBuilder();
    StringBuilder headers = new StringBuilder();
    StringBuilder rules = new StringBuilder();
    for (int lane = 0; lane < layout.diagram.lanes().size(); lane++) {
      String header = layout.diagram.lanes().get(lane).header();
      int start = layout.columns.start(lane);
      headers.append(Strings.padEnd("", start - headers.length(), ' ')).append(header);
      rules.append(Strings.padEnd("", start - rules.length(), ' '));
      rules.append(Strings.repeat("-", header.length()));
    }
    out.append(headers).append('\n').append(rules).append('\n');
    int active = layout.diagram.rows().get(0).lane();
    for (Row row : layout.diagram.rows()) {
      if (row.lane() != active) {
        out.append('\n');
        active = row.lane();
      }
      for (String line : cell(layout.columns, row)) {
        out.append(layout.columns.margin(row.lane())).append(line).append('\n');
      }
    }
    return out.toString();
  }

  private static ImmutableList<String> cell(ColumnLayout columns, Row row) {
    return Wrap.lines(row.text(), row.depth() * columns.indent(), columns.widths().get(row.lane()));
  }
}
