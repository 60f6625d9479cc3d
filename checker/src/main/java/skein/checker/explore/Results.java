package skein.checker.explore;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import skein.checker.report.CheckResult;
import skein.checker.report.Statistics;
import skein.checker.report.Trace;
import skein.checker.report.Violation;
import skein.checker.trace.TraceSearch;
import skein.checker.workers.Crew;
import skein.spec.model.ActionInfo;
import skein.spec.model.FaultInfo;
import skein.spec.model.Model;
import skein.spec.model.Place;
import skein.spec.model.PropertyInfo;
import skein.spec.model.PropertyKind;

/** Makes the result of a search from what it counted and found. */
final class Results {
  private static final Trace NO_TRACE =
      new Trace(ImmutableMap.of(), ImmutableList.of(), ImmutableList.of());

  private final Model model;
  private final Checks checks;
  private final Exploration exploration;
  private final Crew crew;

  Results(Model model, Checks checks, Exploration exploration, Crew crew) {
    this.model = model;
    this.checks = checks;
    this.exploration = exploration;
    this.crew = crew;
  }

  /**
   * @param all whether to report everything found, or only the first
   */
  CheckResult result(boolean all, Limits limits) {
    Tally tally = exploration.total();
    ImmutableList<Violation> violations =
        tally.findings.inOrder().entrySet().stream()
            .limit(all ? Long.MAX_VALUE : 1)
            .map(this::violation)
            .collect(ImmutableList.toImmutableList());
    return new CheckResult(
        model.name(),
        violations,
        exploration.stopped(),
        covers(tally),
        untaken(tally),
        model.bounds(),
        statistics(tally, limits.elapsed()));
  }

  private Violation violation(Map.Entry<Finding, Integer> found) {
    Finding finding = found.getKey();
    Trace trace = trace(finding, found.getValue());
    switch (finding.type()) {
      case STEP_FAULT:
      case EVALUATION_FAULT:
        FaultInfo fault = model.faults().get(finding.id());
        return new Violation(
            Violation.Kind.FAULT,
            fault.kind().word(),
            fault.message(),
            fault.function(),
            fault.place(),
            fault.location(),
            trace);
      case DEADLOCK:
        return new Violation(
            Violation.Kind.DEADLOCK, "deadlock", "deadlock", "", Place.UNKNOWN, "", trace);
      default:
        PropertyInfo info = model.properties().get(finding.id());
        return new Violation(
            Violation.Kind.INVARIANT, info.kind().word(), info.name(), "", info.place(), "", trace);
    }
  }

  /** The trace to a finding; empty if the memory ran out. */
  Trace trace(Finding finding, int depth) {
    if (!exploration.states().intact()) {
      return NO_TRACE;
    }
    try {
      return new TraceSearch(model, exploration.symmetric(), exploration.states(), crew)
          .find(
              new FindingGoal(model, checks, finding),
              depth,
              finding.type() == Finding.Type.DEADLOCK);
    } catch (OutOfMemoryError e) {
      return NO_TRACE;
    }
  }

  private ImmutableMap<String, Boolean> covers(Tally tally) {
    ImmutableMap.Builder<String, Boolean> covers = ImmutableMap.builder();
    for (PropertyInfo info : model.properties()) {
      if (info.kind() == PropertyKind.COVER) {
        covers.put(info.name(), tally.reached[info.id()]);
      }
    }
    return covers.buildOrThrow();
  }

  private long[] takenByCode(Tally tally) {
    int codes = 1 + model.actions().stream().mapToInt(ActionInfo::code).max().orElse(-1);
    long[] taken = new long[codes];
    for (ActionInfo action : model.actions()) {
      taken[action.code()] += tally.taken[action.id()];
    }
    return taken;
  }

  private ImmutableList<String> untaken(Tally tally) {
    long[] taken = takenByCode(tally);
    Set<Integer> named = new HashSet<>();
    ImmutableList.Builder<String> names = ImmutableList.builder();
    for (ActionInfo action : model.actions()) {
      if (taken[action.code()] == 0 && named.add(action.code())) {
        String process = model.actors().get(action.actor()).process();
        names.add(action.spontaneous() ? action.name() : process + ": " + action.name());
      }
    }
    return names.build();
  }

  private Statistics statistics(Tally tally, Duration time) {
    ImmutableList<Long> levels = exploration.levels();
    return new Statistics(
        levels.isEmpty() ? 0 : levels.get(0),
        tally.generated,
        exploration.distinct(),
        Math.max(0, levels.size() - 1),
        exploration.unreduced(),
        levels,
        Arrays.stream(takenByCode(tally)).boxed().collect(ImmutableList.toImmutableList()),
        tally.outside,
        exploration.states().intact() ? exploration.states().bytes() : 0,
        exploration.symmetric(),
        exploration.fingerprints(),
        crew.size(),
        time);
  }
}
