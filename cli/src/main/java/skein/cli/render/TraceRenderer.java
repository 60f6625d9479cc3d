package skein.cli.render;

import skein.checker.report.Violation;

/** Shows the trace of a violation in one format. */
public interface TraceRenderer {

  /**
   * The trace as text, each line ended by a newline.
   *
   * @param width columns that a line may take, where the format has lines to break
   */
  String render(Violation violation, int width);
}
