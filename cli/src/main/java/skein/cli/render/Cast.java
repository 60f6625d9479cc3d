package skein.cli.render;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import skein.checker.report.Trace;
import skein.checker.report.Violation;
import skein.spec.model.Blocked;

/**
 * Who takes part in a trace, as CPUs: the actor of the failing step is CPU0, the others follow in
 * the order in which they first act. {@code action} declarations share one lane, that of
 * interrupts, unless the trace has nothing else.
 */
final class Cast {
  private final ImmutableList<Lane> lanes;
  private final ImmutableMap<String, Integer> laneOfActor;

  private Cast(ImmutableList<Lane> lanes, ImmutableMap<String, Integer> laneOfActor) {
    this.lanes = lanes;
    this.laneOfActor = laneOfActor;
  }

  static Cast of(Violation violation) {
    Trace trace = violation.trace();
    Map<String, String> processes = processes(violation);
    Set<String> spontaneous = spontaneous(trace);
    ImmutableList.Builder<Lane> lanes = ImmutableList.builder();
    ImmutableMap.Builder<String, Integer> laneOfActor = ImmutableMap.builder();
    int count = 0;
    for (Map.Entry<String, String> process : processes.entrySet()) {
      boolean alone =
          processes.values().stream().filter(process.getValue()::equals).limit(2).count() == 1;
      lanes.add(new Lane("CPU" + count, alone ? process.getValue() : process.getKey()));
      laneOfActor.put(process.getKey(), count++);
    }
    for (String action : spontaneous) {
      if (processes.isEmpty()) {
        lanes.add(new Lane(action, ""));
        laneOfActor.put(action, count++);
      } else {
        laneOfActor.put(action, count);
      }
    }
    if (!processes.isEmpty() && !spontaneous.isEmpty()) {
      lanes.add(new Lane(Lane.INTERRUPT, ""));
    }
    return new Cast(lanes.build(), laneOfActor.buildOrThrow());
  }

  ImmutableList<Lane> lanes() {
    return lanes;
  }

  int laneOf(String actor) {
    return laneOfActor.get(actor);
  }

  Lane lane(String actor) {
    return lanes.get(laneOf(actor));
  }

  /** What to call an actor: its CPU, or its own name if it takes no part. */
  String label(String actor) {
    Integer lane = laneOfActor.get(actor);
    return lane == null ? actor : lanes.get(lane).label();
  }

  /** Process instances by stable name, each with its process' name, in the order of the CPUs. */
  private static Map<String, String> processes(Violation violation) {
    Trace trace = violation.trace();
    Map<String, String> processes = new LinkedHashMap<>();
    if (violation.kind() != Violation.Kind.DEADLOCK && !trace.steps().isEmpty()) {
      putProcess(processes, trace.steps().get(trace.steps().size() - 1));
    }
    trace.steps().forEach(step -> putProcess(processes, step));
    for (Blocked blocked : trace.blocked()) {
      String process =
          blocked.frames().isEmpty()
              ? trace.actors().get(blocked.actor())
              : blocked.frames().get(0).function();
      processes.putIfAbsent(trace.actors().get(blocked.actor()), process);
    }
    return processes;
  }

  private static void putProcess(Map<String, String> processes, Trace.Step step) {
    if (!step.spontaneous()) {
      processes.putIfAbsent(step.actor(), step.process());
    }
  }

  private static Set<String> spontaneous(Trace trace) {
    Set<String> actions = new LinkedHashSet<>();
    for (Trace.Step step : trace.steps()) {
      if (step.spontaneous()) {
        actions.add(step.actor());
      }
    }
    return actions;
  }
}
