package skein.checker.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import skein.checker.models.RandomFamily;
import skein.checker.report.CheckResult;
import skein.checker.report.ProgressListener;
import skein.checker.report.Statistics;
import skein.checker.report.Trace;
import skein.checker.report.Violation;
import skein.spec.model.Model;

/** Random models: the figures and the traces are those of the plain oracles. */
final class RandomModelsTest {
  private static final int MODELS = 400;

  @Test
  void figuresAgreeWithSequentialExplorer() {
    for (int seed = 0; seed < MODELS; seed++) {
      Model model = new RandomFamily(new Random(seed), 2 + seed % 3);
      for (boolean symmetric : new boolean[] {false, true}) {
        SequentialExplorer oracle = new SequentialExplorer(model, symmetric);
        Statistics statistics =
            Search.run(
                    model,
                    SearchOptions.DEFAULT.withSymmetry(symmetric).withKeepGoing(true),
                    ProgressListener.NONE)
                .statistics();
        assertThat(statistics.levels()).as("seed %s", seed).isEqualTo(oracle.levels);
        assertThat(statistics.distinct()).isEqualTo(oracle.depths.size());
        assertThat(statistics.generated()).isEqualTo(oracle.generated);
        assertThat(statistics.unreduced()).isEqualTo(oracle.unreduced);
      }
    }
  }

  @Test
  void tracesAreCanonical() {
    int faults = 0;
    int deadlocks = 0;
    int invariants = 0;
    for (int seed = 0; seed < MODELS; seed++) {
      Model model = new RandomFamily(new Random(seed), 2 + seed % 2);
      CheckResult plain = check(model, false);
      CheckResult reduced = check(model, true);
      assertThat(reduced.violations()).as("seed %s", seed).isEqualTo(plain.violations());
      for (Violation violation : plain.violations()) {
        assertThat(described(violation.trace()))
            .as("seed %s, %s", seed, violation.name())
            .isEqualTo(described(model, canonical(model, violation)));
        faults += violation.kind() == Violation.Kind.FAULT ? 1 : 0;
        deadlocks += violation.kind() == Violation.Kind.DEADLOCK ? 1 : 0;
        invariants += violation.kind() == Violation.Kind.INVARIANT ? 1 : 0;
      }
    }
    assertThat(faults).isGreaterThan(50);
    assertThat(deadlocks).isGreaterThan(50);
    assertThat(invariants).isGreaterThan(50);
  }

  private static CheckResult check(Model model, boolean symmetric) {
    return Search.run(
        model,
        SearchOptions.DEFAULT.withSymmetry(symmetric).withKeepGoing(true),
        ProgressListener.NONE);
  }

  private static List<SequentialExplorer.Edge> canonical(Model model, Violation violation) {
    SequentialExplorer graph = new SequentialExplorer(model, false);
    BruteForceRuns runs =
        new BruteForceRuns(
            model,
            state ->
                switch (violation.kind()) {
                  case INVARIANT -> graph.evaluate(0, state) == Model.FAILS;
                  case DEADLOCK -> graph.inside(state) && graph.edges.get(state).isEmpty();
                  default -> false;
                },
            edge ->
                violation.kind() == Violation.Kind.FAULT
                    && edge.fault() >= 0
                    && model.faults().get(edge.fault()).message().equals(violation.name()));
    for (int length = 0; ; length++) {
      List<SequentialExplorer.Edge> run = runs.canonical(length);
      if (run != null) {
        return run;
      }
    }
  }

  private static List<String> described(Trace trace) {
    List<String> lines = new ArrayList<>(List.of(trace.initial().values().toString()));
    for (Trace.Step step : trace.steps()) {
      lines.add(
          step.actor() + " " + step.action() + " " + step.after().values() + step.report().fault());
    }
    return lines;
  }

  private static List<String> described(Model model, List<SequentialExplorer.Edge> run) {
    List<String> lines = new ArrayList<>(List.of(values(model, run.get(0).to())));
    for (SequentialExplorer.Edge edge : run.subList(1, run.size())) {
      int actor = model.actions().get(edge.action()).actor();
      lines.add(
          model.actors().get(actor).name()
              + " "
              + model.actions().get(edge.action()).name()
              + " "
              + values(model, edge.to())
              + model.faults().stream().filter(fault -> fault.id() == edge.fault()).findFirst());
    }
    return lines;
  }

  private static String values(Model model, List<Long> state) {
    return model.variables().stream()
        .map(info -> model.value(info.id(), SequentialExplorer.unboxed(state), 0))
        .toList()
        .toString();
  }
}
