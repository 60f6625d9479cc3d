package skein.cli.render;

import com.google.common.collect.ImmutableList;
import skein.checker.report.Violation;

/** A race diagram before it is laid out: who takes part, and what happens from top to bottom. */
record Diagram(ImmutableList<Lane> lanes, ImmutableList<Row> rows) {

  static Diagram of(Violation violation) {
    return new DiagramBuilder(violation).build();
  }
}
