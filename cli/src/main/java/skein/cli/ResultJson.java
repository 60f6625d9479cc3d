package skein.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import skein.checker.report.CheckResult;
import skein.checker.report.Statistics;
import skein.cli.render.TraceJson;
import skein.spec.model.ActionInfo;
import skein.spec.model.Model;
import skein.spec.model.PropertyInfo;

/** The whole result of a check as JSON. The schema is {@code cli/skein-result-1.schema.json}. */
final class ResultJson {
  /** Names the version; a change that breaks readers gets another number. */
  static final String SCHEMA = "skein-result/1";

  private ResultJson() {}

  static String of(SearchRun.Outcome outcome, Bounds bounds, String file, String check) {
    CheckResult result = outcome.result();
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("schema", SCHEMA);
    document.put("model", result.model());
    document.put("file", file);
    if (!check.isEmpty()) {
      document.put("check", check);
    }
    document.put("outcome", outcome(result));
    document.put("exitStatus", ExitStatus.of(result));
    document.put("complete", result.complete());
    result.stopped().ifPresent(stop -> document.put("stopped", lower(stop.name())));
    ArrayNode violations = document.putArray("violations");
    result.violations().forEach(violation -> violations.add(TraceJson.document(violation)));
    properties(outcome.model(), document.putArray("properties"));
    ObjectNode covers = document.putObject("covers");
    result.covers().forEach(covers::put);
    result.untaken().forEach(document.putArray("untaken")::add);
    ObjectNode constants = document.putObject("constants");
    bounds.constants(result.bounds()).forEach(constants::put);
    bounds.applied().forEach(document.putArray("hunks")::add);
    statistics(result.statistics(), document.putObject("statistics").put("fused", outcome.fused()));
    coverage(outcome, document.putArray("coverage"));
    return TraceJson.toText(document);
  }

  private static String outcome(CheckResult result) {
    if (!result.violations().isEmpty()) {
      return "violation";
    } else if (result.stopped().isPresent()) {
      return "stopped";
    }
    return result.passed() ? "pass" : "cover-not-reached";
  }

  private static void properties(Model model, ArrayNode properties) {
    for (PropertyInfo property : model.properties()) {
      properties
          .addObject()
          .put("kind", property.kind().word())
          .put("name", property.name())
          .put("place", property.place().toString());
    }
  }

  private static void statistics(Statistics s, ObjectNode node) {
    node.put("initial", s.initial());
    node.put("generated", s.generated());
    node.put("distinct", s.distinct());
    node.put("unreduced", s.unreduced());
    node.put("symmetric", s.symmetric());
    node.put("depth", s.depth());
    s.levels().forEach(node.putArray("levels")::add);
    node.put("outside", s.outside());
    node.put("bytes", s.bytes());
    node.put("bytesPerState", s.distinct() == 0 ? 0 : (double) s.bytes() / s.distinct());
    node.put("fingerprints", s.fingerprints());
    node.put("missedProbability", s.missed());
    node.put("workers", s.workers());
    node.put("seconds", s.time().toNanos() / 1e9);
  }

  private static void coverage(SearchRun.Outcome outcome, ArrayNode coverage) {
    Statistics statistics = outcome.result().statistics();
    Set<Integer> seen = new HashSet<>();
    for (ActionInfo action : outcome.model().actions()) {
      if (seen.add(action.code()) && action.code() < statistics.actions().size()) {
        coverage
            .addObject()
            .put("process", outcome.model().actors().get(action.actor()).process())
            .put("step", action.name())
            .put("taken", statistics.actions().get(action.code()));
      }
    }
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
