package skein.checker.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static skein.checker.models.ExplicitGraph.holdsIf;

import java.util.List;
import org.junit.jupiter.api.Test;
import skein.checker.models.ExplicitGraph;
import skein.checker.models.Philosophers;
import skein.checker.report.CheckResult;
import skein.checker.report.ProgressListener;
import skein.checker.report.Trace;
import skein.checker.report.Violation;
import skein.spec.model.FaultKind;
import skein.spec.model.Model;
import skein.spec.model.PropertyKind;

/** What counts as a violation, and which one is reported. */
final class SemanticsTest {
  private static final SearchOptions ALL = SearchOptions.DEFAULT.withKeepGoing(true);

  private static CheckResult check(Model model, SearchOptions options) {
    return Search.run(model, options, ProgressListener.NONE);
  }

  private static CheckResult check(Model model) {
    return check(model, SearchOptions.DEFAULT);
  }

  private static List<String> found(CheckResult result) {
    return result.violations().stream()
        .map(violation -> violation.name() + "@" + violation.trace().steps().size())
        .toList();
  }

  /** 0 to 3 in a row, one process, which ends in 3. */
  private static ExplicitGraph row() {
    return new ExplicitGraph(4)
        .processes(2, 2)
        .initial(0)
        .edge(0, 0, 1)
        .edge(1, 0, 2)
        .edge(2, 0, 3)
        .ends(3);
  }

  @Test
  void everythingHolds() {
    CheckResult result = check(row().with(PropertyKind.INVARIANT, "small", s -> holdsIf(s < 4)));
    assertThat(result.passed()).isTrue();
    assertThat(result.statistics().levels()).containsExactly(1L, 1L, 1L, 1L);
    assertThat(result.statistics().actions()).containsExactly(3L, 0L);
    assertThat(result.untaken()).containsExactly("P: a1");
  }

  @Test
  void noInitialStates() {
    CheckResult result = check(new ExplicitGraph(1).processes(1, 1));
    assertThat(result.statistics().distinct()).isZero();
    assertThat(result.statistics().depth()).isZero();
  }

  @Test
  void initialStatesAreCountedAsGeneratedAndOnceAsDistinct() {
    CheckResult result = check(row().initial(0).initial(1));
    assertThat(result.statistics().initial()).isEqualTo(2);
    assertThat(result.statistics().generated()).isEqualTo(6);
    assertThat(result.statistics().distinct()).isEqualTo(4);
  }

  @Test
  void invariantFailsInInitialState() {
    CheckResult result = check(row().with(PropertyKind.INVARIANT, "positive", s -> holdsIf(s > 0)));
    assertThat(found(result)).containsExactly("positive@0");
    assertThat(result.violations().get(0).trace().initial()).containsEntry("state", "0");
    assertThat(result.statistics().distinct()).isEqualTo(1);
  }

  @Test
  void initialStateItselfIsFaulty() {
    CheckResult result =
        check(row().withFault(FaultKind.RANGE, "5 is not in 0..4").initialFault(2, 0));
    assertThat(found(result)).containsExactly("5 is not in 0..4@0");
    assertThat(result.violations().get(0).trace().initial()).containsEntry("state", "2");
  }

  @Test
  void faultHasNoNextState() {
    CheckResult result = check(row().withFault(FaultKind.NULL, "null").edge(0, 1, 3, 0), ALL);
    assertThat(found(result)).containsExactly("null@1");
    assertThat(result.statistics().generated()).isEqualTo(4);
    assertThat(result.statistics().depth()).isEqualTo(3);
    Violation violation = result.violations().get(0);
    assertThat(violation.kind()).isEqualTo(Violation.Kind.FAULT);
    assertThat(violation.word()).isEqualTo("null");
    assertThat(violation.trace().steps().get(0).report().fault()).isPresent();
    assertThat(result.complete()).isFalse();
  }

  @Test
  void breachOfStepInvariantLeadsOn() {
    CheckResult result =
        check(row().withFault(FaultKind.STEP_INVARIANT, "slow").edge(0, 1, 3, 0), ALL);
    assertThat(found(result)).containsExactly("slow@1");
    assertThat(result.statistics().generated()).isEqualTo(5);
    assertThat(result.statistics().depth()).isEqualTo(2);
  }

  @Test
  void deadlock() {
    CheckResult result = check(new ExplicitGraph(2).processes(1, 1).initial(0).edge(0, 0, 1));
    assertThat(found(result)).containsExactly("deadlock@1");
    Violation violation = result.violations().get(0);
    assertThat(violation.kind()).isEqualTo(Violation.Kind.DEADLOCK);
    assertThat(violation.trace().blocked()).hasSize(1);
    assertThat(violation.trace().blocked().get(0).place().line()).isEqualTo(1);
  }

  @Test
  void noDeadlockWhereNothingIsAProcess() {
    ExplicitGraph graph = new ExplicitGraph(2).spontaneous("tick").initial(0).edge(0, 0, 1);
    assertThat(check(graph).passed()).isTrue();
  }

  @Test
  void philosophersTakeTheirLeftForksInTurn() {
    CheckResult result = check(new Philosophers(5));
    Violation violation = result.violations().get(0);
    assertThat(violation.kind()).isEqualTo(Violation.Kind.DEADLOCK);
    assertThat(violation.trace().steps())
        .extracting(Trace.Step::actor)
        .containsExactly(
            "philosopher.0", "philosopher.1", "philosopher.2", "philosopher.3", "philosopher.4");
    assertThat(violation.trace().blocked()).hasSize(5);
    assertThat(violation.trace().blocked().get(4).lock()).contains("fork.0");
  }

  @Test
  void finalInvariantIsForStatesInWhichNothingIsLeftToDo() {
    ExplicitGraph graph =
        row()
            .spontaneous("late")
            .edge(3, 4, 1)
            .with(PropertyKind.FINAL_INVARIANT, "empty", s -> Model.FAILS)
            .with(PropertyKind.LEAK, "leak", s -> holdsIf(s != 3));
    assertThat(check(graph).passed()).isTrue();
    assertThat(found(check(row().with(PropertyKind.LEAK, "leak", s -> Model.FAILS))))
        .containsExactly("leak@3");
  }

  /** A daemon may still have something to do in a final state. */
  @Test
  void finalStateMayHaveSuccessors() {
    ExplicitGraph graph =
        row().edge(3, 2, 3).with(PropertyKind.FINAL_INVARIANT, "empty", s -> holdsIf(s != 3));
    assertThat(found(check(graph))).containsExactly("empty@3");
  }

  @Test
  void constraintStopsExploration() {
    CheckResult result =
        check(
            row()
                .with(PropertyKind.CONSTRAINT, "below_two", s -> holdsIf(s < 2))
                .with(PropertyKind.COVER, "two", s -> holdsIf(s == 2))
                .with(PropertyKind.COVER, "three", s -> holdsIf(s == 3)));
    assertThat(result.complete()).isTrue();
    assertThat(result.passed()).isFalse();
    assertThat(result.covers()).containsEntry("two", true).containsEntry("three", false);
    assertThat(result.statistics().outside()).isEqualTo(1);
    assertThat(result.statistics().distinct()).isEqualTo(3);
  }

  @Test
  void evaluationGoesWrong() {
    CheckResult result =
        check(
            row()
                .withFault(FaultKind.INDEX, "first")
                .withFault(FaultKind.NULL, "second")
                .withFault(FaultKind.NULL, "third")
                .with(PropertyKind.INVARIANT, "a", s -> s == 2 ? -1 - 1 : Model.HOLDS)
                .with(PropertyKind.COVER, "b", s -> s == 1 ? -1 : Model.HOLDS)
                .with(PropertyKind.CONSTRAINT, "c", s -> s == 3 ? -3 : Model.HOLDS),
            ALL);
    assertThat(found(result)).containsExactly("first@1", "second@2", "third@3");
    assertThat(result.violations().get(0).kind()).isEqualTo(Violation.Kind.FAULT);
  }

  /** State 1 fails an invariant, the step to it a step invariant, and another step a BUG_ON. */
  private static ExplicitGraph everythingAtOnce() {
    return new ExplicitGraph(4)
        .processes(2, 1)
        .withFault(FaultKind.STEP_INVARIANT, "steady")
        .withFault(FaultKind.BUG_ON, "BUG_ON(x)")
        .initial(0)
        .edge(0, 0, 1, 0)
        .edge(0, 1, 2, 1)
        .edge(1, 0, 3)
        .with(PropertyKind.INVARIANT, "zero", s -> holdsIf(s == 0))
        .with(PropertyKind.STEP_INVARIANT, "steady", s -> Model.HOLDS)
        .with(PropertyKind.FINAL_INVARIANT, "never", s -> Model.FAILS);
  }

  @Test
  void orderOfEqualDepth() {
    assertThat(found(check(everythingAtOnce()))).containsExactly("steady@1");
    assertThat(found(check(everythingAtOnce(), ALL)))
        .containsExactly("steady@1", "BUG_ON(x)@1", "zero@1", "deadlock@2");
    assertThat(found(check(everythingAtOnce().ends(3), ALL)))
        .containsExactly("steady@1", "BUG_ON(x)@1", "zero@1", "never@2");
  }

  @Test
  void onlyTheNamedProperty() {
    assertThat(found(check(everythingAtOnce(), SearchOptions.DEFAULT.withProperty("zero"))))
        .containsExactly("zero@1");
    assertThat(found(check(everythingAtOnce(), SearchOptions.DEFAULT.withProperty("steady"))))
        .containsExactly("steady@1");
    assertThat(check(everythingAtOnce(), SearchOptions.DEFAULT.withProperty("never")).complete())
        .isTrue();
    assertThatThrownBy(() -> check(row(), SearchOptions.DEFAULT.withProperty("other")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no invariant `other` in graph");
  }

  @Test
  void searchEndsWithTheLevelOfTheFirstViolation() {
    CheckResult result = check(everythingAtOnce());
    assertThat(result.statistics().depth()).isEqualTo(1);
    assertThat(check(everythingAtOnce(), ALL).statistics().depth()).isEqualTo(2);
  }

  @Test
  void witnessOfACover() {
    Philosophers model = new Philosophers(4);
    Trace trace = Search.witness(model, SearchOptions.DEFAULT, "two_eat").orElseThrow();
    assertThat(trace.steps())
        .extracting(step -> step.actor() + " " + step.action())
        .containsExactly(
            "philosopher.0 take left",
            "philosopher.0 take right",
            "philosopher.2 take left",
            "philosopher.2 take right");
    assertThat(Search.witness(model, SearchOptions.DEFAULT, "all_eat")).isEmpty();
    assertThatThrownBy(() -> Search.witness(model, SearchOptions.DEFAULT, "none"))
        .hasMessage("no cover `none` in philosophers");
  }

  @Test
  void witnessPassesOverViolations() {
    ExplicitGraph graph = everythingAtOnce().with(PropertyKind.COVER, "end", s -> holdsIf(s == 3));
    assertThat(Search.witness(graph, SearchOptions.DEFAULT, "end").orElseThrow().steps())
        .hasSize(2);
  }
}
