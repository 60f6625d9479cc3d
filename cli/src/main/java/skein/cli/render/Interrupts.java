package skein.cli.render;

import com.google.common.collect.ImmutableList;

/** Shows what comes from outside the processes on the CPU that it interrupts. */
final class Interrupts {
  private Interrupts() {}

  /**
   * The diagram without a column of its own for interrupts: they stand in that of the CPU that acts
   * before them, or after them if they come first.
   */
  static Diagram inline(Diagram diagram) {
    int count = diagram.lanes().size();
    if (count < 2 || !diagram.lanes().get(count - 1).interrupt()) {
      return diagram;
    }
    int irq = count - 1;
    int lane = diagram.rows().stream().map(Row::lane).filter(l -> l != irq).findFirst().orElse(0);
    ImmutableList.Builder<Row> rows = ImmutableList.builder();
    for (Row row : diagram.rows()) {
      if (row.lane() != irq) {
        lane = row.lane();
        rows.add(row);
      } else if (row.depth() == 0) {
        Phrase phrase = new Phrase(Lane.INTERRUPT + " " + row.phrase().text());
        rows.add(new Row(lane, 0, phrase, row.marker()));
      } else {
        rows.add(new Row(lane, row.depth(), row.phrase(), row.marker()));
      }
    }
    return new Diagram(diagram.lanes().subList(0, irq), rows.build());
  }
}
