package skein.spec.interpret;

import static org.assertj.core.api.Assertions.assertThat;
import static skein.spec.ir.Ir.bool;
import static skein.spec.ir.Ir.equal;
import static skein.spec.ir.Ir.load;
import static skein.spec.ir.Ir.not;
import static skein.spec.ir.Ir.number;
import static skein.spec.ir.Ir.of;
import static skein.spec.ir.Ir.old;
import static skein.spec.ir.Ir.self;
import static skein.spec.ir.Ir.temp;
import static skein.spec.ir.Ir.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import skein.spec.ir.Fault;
import skein.spec.ir.IrExpr.BinaryOp;
import skein.spec.ir.ProgramBuilder;
import skein.spec.ir.Scalar;
import skein.spec.ir.Sort;
import skein.spec.ir.StateProperty;
import skein.spec.ir.StateVar;
import skein.spec.ir.SystemBuilder;
import skein.spec.model.FaultKind;
import skein.spec.model.Model;
import skein.spec.model.PropertyKind;

class InterpreterTest {
  private static final Scalar.Int SMALL = new Scalar.Int(0, 9);

  private final SystemBuilder system = new SystemBuilder();
  private final StateVar x = system.global("x", SMALL);
  private final StateVar y = system.global("y", SMALL);

  private List<Outcome> outcomes(long... cells) {
    return new Interpreter(system.build()).outcomes(cells);
  }

  private static List<Long> values(List<Outcome> outcomes, int cell) {
    return outcomes.stream().map(outcome -> outcome.cells()[cell]).toList();
  }

  @Test
  void picksEveryCombinationInAscendingOrder() {
    ProgramBuilder action = ProgramBuilder.action(system, "any");
    int first = action.temporary(SMALL);
    int second = action.temporary(SMALL);
    action.pick(first, 1, 2).pick(second, 5, 7);
    system.add(action.store(x, temp(first, SMALL)).store(y, temp(second, SMALL)).end().build());
    List<Outcome> outcomes = outcomes(0, 0);
    assertThat(values(outcomes, 0)).containsExactly(1L, 1L, 1L, 2L, 2L, 2L);
    assertThat(values(outcomes, 1)).containsExactly(5L, 6L, 7L, 5L, 6L, 7L);
  }

  @Test
  void hasNoOutcomeWhereThereIsNothingToPick() {
    ProgramBuilder action = ProgramBuilder.action(system, "any");
    int slot = action.temporary(SMALL);
    system.add(action.pick(slot, 1, 0).store(x, number(1)).end().build());
    assertThat(outcomes(0, 0)).isEmpty();
  }

  @Test
  void prunesOutcomesAtAnAwaitAfterPicks() {
    ProgramBuilder action = ProgramBuilder.action(system, "any");
    int slot = action.temporary(SMALL);
    action.pick(slot, 0, 4).await(of(number(2), BinaryOp.LESS, temp(slot, SMALL)));
    system.add(action.store(x, temp(slot, SMALL)).end().build());
    assertThat(values(outcomes(0, 0), 0)).containsExactly(3L, 4L);
  }

  @Test
  void reportsTheStateAtTheFailureOfAnAssert() {
    Fault bug = system.fault(FaultKind.BUG_ON, "act");
    ProgramBuilder action = ProgramBuilder.action(system, "act");
    action.store(x, number(3)).claim(equal(load(x), number(4)), bug).store(y, number(1));
    system.add(action.end().build());
    Outcome outcome = outcomes(0, 0).get(0);
    assertThat(outcome.fault()).contains(bug);
    assertThat(outcome.cells()).containsExactly(3, 0);
  }

  @Test
  void reportsACheckThatFailsAndGoesOnWithTheOtherPicks() {
    Fault range = system.fault(FaultKind.RANGE, "act");
    ProgramBuilder action = ProgramBuilder.action(system, "act");
    int slot = action.temporary(SMALL);
    action.pick(slot, 0, 2);
    action.store(x, within(temp(slot, SMALL), 0, 1, range));
    system.add(action.store(y, number(1)).end().build());
    List<Outcome> outcomes = outcomes(7, 0);
    assertThat(outcomes.stream().map(Outcome::fault))
        .containsExactly(Optional.empty(), Optional.empty(), Optional.of(range));
    assertThat(outcomes.get(2).cells()).containsExactly(7, 0);
  }

  @Test
  void doesNotEvaluateWhatShortCircuitSkips() {
    Fault range = system.fault(FaultKind.RANGE, "act");
    ProgramBuilder action = ProgramBuilder.action(system, "act");
    var fails = equal(within(load(x), 5, 6, range), number(5));
    action.await(not(of(bool(false), BinaryOp.AND, fails)));
    action.await(of(bool(true), BinaryOp.OR, fails));
    action.await(of(bool(false), BinaryOp.IMPLIES, fails));
    system.add(action.store(y, number(1)).end().build());
    assertThat(outcomes(0, 0)).singleElement().satisfies(o -> assertThat(o.fault()).isEmpty());
  }

  @Test
  void failsAStepThatTheFirstStepInvariantForbids() {
    StateProperty grows =
        system.property(
            PropertyKind.STEP_INVARIANT, "grows", of(old(x), BinaryOp.LESS_EQUAL, load(x)), 0);
    system.property(PropertyKind.STEP_INVARIANT, "same", equal(old(x), load(x)), 0);
    ProgramBuilder action = ProgramBuilder.action(system, "act");
    system.add(action.store(x, number(3)).store(y, number(8)).end().build());
    Outcome outcome = outcomes(5, 0).get(0);
    assertThat(outcome.fault()).isEqualTo(grows.fault());
    assertThat(outcome.cells()).containsExactly(3, 8);
  }

  @Test
  void endsAnEndlessLoopAfterTheAllowedNumberOfJumps() {
    StateVar count = system.global("count", new Scalar.Int(0, 100_000));
    Fault endless = system.fault(FaultKind.ENDLESS_LOOP, "act");
    ProgramBuilder action = ProgramBuilder.action(system, "act");
    action.store(count, of(load(count), BinaryOp.ADD, number(1))).jump(0);
    system.add(action.end().build());
    Outcome outcome = outcomes(0, 0, 0).get(0);
    assertThat(outcome.fault()).contains(endless);
    assertThat(outcome.cells()[2]).isEqualTo(65_537);
  }

  @Test
  void countsAJumpToItself() {
    Fault endless = system.fault(FaultKind.ENDLESS_LOOP, "act");
    ProgramBuilder action = ProgramBuilder.action(system, "act");
    system.add(action.jump(0).end().build());
    assertThat(outcomes(0, 0).get(0).fault()).contains(endless);
  }

  @Test
  void runsTheStepThatEachProcessStandsAt() {
    Sort p = system.processes("p", 2);
    ProgramBuilder program = ProgramBuilder.process(system, p, 2, false);
    program.step("x = 1").store(x, number(1)).end(1).step("x = 2").store(x, number(2)).end(2);
    system.add(program.build());
    StateVar mine = system.member("mine", p, SMALL);
    Interpreter interpreter = new Interpreter(system.build());
    long[] state = interpreter.cells().zero();
    state[interpreter.cells().cell(program.counter(), 1)] = 1;
    List<Outcome> outcomes = interpreter.outcomes(state);
    assertThat(outcomes.stream().map(Outcome::action)).containsExactly(0, 3);
    assertThat(values(outcomes, 0)).containsExactly(1L, 2L);
    assertThat(interpreter.ended(outcomes.get(1).cells())).isFalse();
    state[interpreter.cells().cell(program.counter(), 0)] = 2;
    assertThat(interpreter.ended(interpreter.outcomes(state).get(0).cells())).isTrue();
    assertThat(mine.owner()).contains(p);
  }

  @Test
  void writesTheLocalsOfTheRunningInstanceOnly() {
    Sort p = system.processes("p", 3);
    StateVar mine = system.member("mine", p, SMALL);
    ProgramBuilder program = ProgramBuilder.process(system, p, 1, true);
    program.step("mine = 7").store(mine, number(7), self(p)).end(1);
    system.add(program.build());
    Interpreter interpreter = new Interpreter(system.build());
    long[] next = interpreter.outcomes(interpreter.cells().zero()).get(1).cells();
    int first = interpreter.cells().first(mine);
    assertThat(java.util.Arrays.copyOfRange(next, first, first + 3)).containsExactly(0, 7, 0);
    assertThat(interpreter.ended(next)).as("daemons may go on").isTrue();
  }

  @Test
  void startsInEveryStateThatTheInitialProgramPicks() {
    ProgramBuilder initial = ProgramBuilder.initial(system);
    int slot = initial.temporary(SMALL);
    system.add(initial.pick(slot, 2, 4).store(y, temp(slot, SMALL)).end().build());
    List<Outcome> states = new Interpreter(system.build()).initialStates();
    assertThat(values(states, 1)).containsExactly(2L, 3L, 4L);
    assertThat(states).allSatisfy(s -> assertThat(s.fault()).isEmpty());
  }

  @Test
  void decidesProperties() {
    Fault range = system.fault(FaultKind.RANGE, "odd");
    StateProperty property =
        system.property(
            PropertyKind.INVARIANT, "odd", equal(within(load(x), 0, 5, range), number(1)), 0);
    Interpreter interpreter = new Interpreter(system.build());
    assertThat(interpreter.evaluate(property, new long[] {1, 0})).isEqualTo(Model.HOLDS);
    assertThat(interpreter.evaluate(property, new long[] {2, 0})).isEqualTo(Model.FAILS);
    assertThat(interpreter.evaluate(property, new long[] {6, 0})).isEqualTo(-1 - range.id());
  }
}
