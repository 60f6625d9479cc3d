package skein.cli.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import skein.checker.report.Trace;
import skein.checker.report.Violation;
import skein.spec.model.Blocked;
import skein.spec.model.FaultInfo;
import skein.spec.model.Place;
import skein.spec.model.StepReport;

/** Traces as JSON. The schema is {@code cli/skein-trace-1.schema.json}. */
public final class TraceJson {
  /** Names the version; a change that breaks readers gets another number. */
  public static final String SCHEMA = "skein-trace/1";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private TraceJson() {}

  /** Indented, lines ended by a single newline on every system. */
  public static String toText(JsonNode document) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    try {
      return new ObjectMapper().writer(printer).writeValueAsString(document) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A violation and its trace, complete. */
  public static ObjectNode document(Violation violation) {
    ObjectNode document = NODES.objectNode();
    document.put("schema", SCHEMA);
    document.set("violation", violation(violation));
    Trace trace = violation.trace();
    trace.actors().forEach(document.putArray("actors")::add);
    trace.locks().forEach(document.putArray("locks")::add);
    document.set("initial", strings(trace.initial()));
    ArrayNode steps = document.putArray("steps");
    trace.steps().forEach(step -> steps.add(step(step)));
    ArrayNode blocked = document.putArray("blocked");
    trace.blocked().forEach(b -> blocked.add(blocked(b, trace)));
    return document;
  }

  /** What is violated, without the trace. */
  public static ObjectNode violation(Violation violation) {
    ObjectNode node = NODES.objectNode();
    node.put("kind", violation.kind().name().toLowerCase(java.util.Locale.ROOT));
    node.put("word", violation.word());
    node.put("name", violation.name());
    node.put("function", violation.function());
    node.set("place", place(violation.place()));
    node.put("location", violation.location());
    Frames.ofFailure(violation).forEach(node.putArray("callTrace")::add);
    return node;
  }

  private static ObjectNode step(Trace.Step step) {
    ObjectNode node = NODES.objectNode();
    node.put("actor", step.actor());
    node.put("process", step.process());
    node.put("spontaneous", step.spontaneous());
    node.put("action", step.action());
    ArrayNode lines = node.putArray("lines");
    step.report().lines().forEach(line -> lines.add(line(line)));
    step.report().fault().ifPresent(fault -> node.set("fault", fault(fault)));
    node.set("after", strings(step.after()));
    return node;
  }

  private static ObjectNode line(StepReport.Line line) {
    ObjectNode node = NODES.objectNode();
    node.set("frames", frames(line.frames()));
    node.put("text", line.text());
    node.set("place", place(line.place()));
    node.put("location", line.location());
    node.set("reads", accesses(line.reads()));
    ArrayNode writes = node.putArray("writes");
    for (StepReport.Change write : line.writes()) {
      writes
          .addObject()
          .put("variable", write.variable())
          .put("expression", write.expression())
          .put("before", write.before())
          .put("after", write.after());
    }
    line.outcome().ifPresent(outcome -> node.put("outcome", outcome));
    node.set("chosen", accesses(line.chosen()));
    return node;
  }

  private static ArrayNode accesses(Iterable<StepReport.Access> accesses) {
    ArrayNode node = NODES.arrayNode();
    for (StepReport.Access access : accesses) {
      node.addObject()
          .put("variable", access.variable())
          .put("expression", access.expression())
          .put("value", access.value());
    }
    return node;
  }

  private static ArrayNode frames(Iterable<StepReport.Frame> frames) {
    ArrayNode node = NODES.arrayNode();
    for (StepReport.Frame frame : frames) {
      ObjectNode entry = node.addObject().put("function", frame.function());
      entry.set("call", place(frame.call()));
    }
    return node;
  }

  private static ObjectNode fault(FaultInfo fault) {
    ObjectNode node = NODES.objectNode();
    node.put("word", fault.kind().word());
    node.put("function", fault.function());
    node.put("message", fault.message());
    node.set("place", place(fault.place()));
    node.put("location", fault.location());
    return node;
  }

  private static ObjectNode blocked(Blocked blocked, Trace trace) {
    ObjectNode node = NODES.objectNode();
    node.put("actor", trace.actors().get(blocked.actor()));
    node.set("frames", frames(blocked.frames()));
    node.put("text", blocked.text());
    node.put("condition", blocked.condition());
    node.set("place", place(blocked.place()));
    blocked.lock().ifPresent(lock -> node.put("lock", lock));
    blocked.owner().ifPresent(owner -> node.put("owner", trace.actors().get(owner)));
    return node;
  }

  static ObjectNode place(Place place) {
    return NODES
        .objectNode()
        .put("file", place.file())
        .put("line", place.line())
        .put("column", place.column());
  }

  static ObjectNode strings(Map<String, String> map) {
    ObjectNode node = NODES.objectNode();
    map.forEach(node::put);
    return node;
  }
}
