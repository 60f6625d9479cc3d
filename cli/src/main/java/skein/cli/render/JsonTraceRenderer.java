package skein.cli.render;

import skein.checker.report.Violation;

/** The trace as a JSON document of its own, which {@code skein trace} can read again. */
final class JsonTraceRenderer implements TraceRenderer {

  @Override
  public String render(Violation violation, int width) {
    return TraceJson.toText(TraceJson.document(violation));
  }
}
