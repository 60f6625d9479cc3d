package skein.cli.render;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import skein.spec.model.StepReport;
import skein.spec.model.StepReport.Line;

/**
 * The lines of a step with each statement in one. An argument has a sequence point of its own and
 * so a line of its own; what it read belongs to the statement that it is an argument of.
 */
final class StatementLines {
  private StatementLines() {}

  static ImmutableList<Line> of(StepReport report) {
    List<Line> lines = new ArrayList<>();
    for (Line line : report.lines()) {
      Line last = lines.isEmpty() ? null : lines.get(lines.size() - 1);
      if (last != null && isPartOf(last, line)) {
        lines.set(lines.size() - 1, join(last, line));
      } else {
        lines.add(line);
      }
    }
    return ImmutableList.copyOf(lines);
  }

  private static boolean isPartOf(Line argument, Line statement) {
    return argument.writes().isEmpty()
        && argument.outcome().isEmpty()
        && argument.chosen().isEmpty()
        && argument.frames().equals(statement.frames())
        && !argument.text().equals(statement.text())
        && statement.text().contains(argument.text());
  }

  private static Line join(Line argument, Line statement) {
    ImmutableList<StepReport.Access> reads =
        ImmutableList.<StepReport.Access>builder()
            .addAll(argument.reads())
            .addAll(statement.reads())
            .build();
    return new Line(
        statement.frames(),
        statement.text(),
        statement.place(),
        statement.location().isEmpty() ? argument.location() : statement.location(),
        reads.stream().distinct().collect(ImmutableList.toImmutableList()),
        statement.writes(),
        statement.outcome(),
        statement.chosen());
  }
}
