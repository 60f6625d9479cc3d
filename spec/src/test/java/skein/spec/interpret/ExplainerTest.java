package skein.spec.interpret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static skein.spec.ir.Ir.bool;
import static skein.spec.ir.Ir.checked;
import static skein.spec.ir.Ir.equal;
import static skein.spec.ir.Ir.load;
import static skein.spec.ir.Ir.number;
import static skein.spec.ir.Ir.of;
import static skein.spec.ir.Ir.ref;
import static skein.spec.ir.Ir.self;
import static skein.spec.ir.Ir.temp;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import skein.spec.ir.Fault;
import skein.spec.ir.IrExpr;
import skein.spec.ir.IrExpr.BinaryOp;
import skein.spec.ir.IrExpr.Check;
import skein.spec.ir.ProgramBuilder;
import skein.spec.ir.Scalar;
import skein.spec.ir.Sort;
import skein.spec.ir.StateVar;
import skein.spec.ir.StateVar.Dimension;
import skein.spec.ir.SystemBuilder;
import skein.spec.model.Blocked;
import skein.spec.model.FaultKind;
import skein.spec.model.StepReport;
import skein.spec.model.StepReport.Access;
import skein.spec.model.StepReport.Change;
import skein.spec.model.StepReport.Line;
import skein.spec.model.Successors;
import skein.spec.model.VariableInfo;

class ExplainerTest {
  private static final Scalar SMALL = new Scalar.Int(0, 9);
  private static final Scalar FLAGS =
      new Scalar.SetOf(new Scalar.Enum("Flag", ImmutableList.of("TREE_REF", "IN_TREE")));

  private final SystemBuilder system = new SystemBuilder();
  private final Sort buffer = system.heap("ExtentBuffer", 2);
  private final Sort reader = system.processes("reader", 2);
  private final Sort reclaim = system.processes("reclaim", 1);
  private final Sort task = system.task();
  private final StateVar refs = system.member("refs", buffer, SMALL);
  private final StateVar flags = system.member("bflags", buffer, FLAGS);
  private final StateVar owner = system.member("refs_lock.owner", buffer, new Scalar.Ref(task));
  private final StateVar eb = system.member("eb", reader, new Scalar.Ref(buffer));
  private final StateVar radix = system.global("buffer_radix", new Scalar.Ref(buffer));
  private final StateVar slots = system.global("slots[].used", SMALL, Dimension.plain(2));
  private final Fault isNull = system.fault(FaultKind.NULL, "get");

  private Interpreter interpreter;
  private Explainer explainer;
  private long[] state;

  private void build() {
    interpreter = new Interpreter(system.build());
    explainer = new Explainer(interpreter);
    state = interpreter.cells().zero();
  }

  private void set(StateVar variable, long value, long... indices) {
    state[interpreter.cells().cell(variable, indices)] = value;
  }

  private StepReport explain(Outcome outcome) {
    int fault = outcome.fault().map(Fault::id).orElse(Successors.NO_FAULT);
    return explainer.explain(state, outcome.action(), outcome.cells(), fault);
  }

  private StepReport explainFirst() {
    return explain(interpreter.outcomes(state).get(0));
  }

  private IrExpr field(StateVar variable) {
    return load(variable, buffer());
  }

  /** What {@code eb} points to. */
  private IrExpr buffer() {
    return checked(load(eb, self(reader)), Check.NOT_NULL, isNull);
  }

  @Test
  void namesCells() {
    build();
    assertThat(explainer.variables().stream().map(VariableInfo::name))
        .contains("ExtentBuffer.1.refs", "ExtentBuffer.0.refs_lock.owner", "reader.1.eb")
        .contains("buffer_radix", "slots[1].used", "ExtentBuffer.0.alive");
    VariableInfo info = explainer.variables().get(interpreter.cells().cell(refs, 1));
    assertThat(info.owner()).isEqualTo("ExtentBuffer.1");
    assertThat(info.shortName()).isEqualTo("refs");
  }

  @Test
  void writesValuesAsTheLanguageDoes() {
    system.add(ProgramBuilder.process(system, reader, 1, false).step("skip").end(1).build());
    system.add(ProgramBuilder.process(system, reclaim, 1, false).step("skip").end(1).build());
    build();
    assertThat(value(refs, 7)).isEqualTo("7");
    assertThat(value(radix, 1)).isEqualTo("ExtentBuffer.1");
    assertThat(value(radix, Sort.NULL)).isEqualTo("null");
    assertThat(value(flags, 0b11)).isEqualTo("{TREE_REF, IN_TREE}");
    assertThat(value(flags, 0)).isEqualTo("{}");
    assertThat(value(owner, 1)).isEqualTo("reader.1");
    assertThat(value(owner, 2)).isEqualTo("reclaim");
    assertThat(value(system.variables().get(0), 1)).isEqualTo("true");
  }

  private String value(StateVar variable, long value) {
    return explainer.value(interpreter.cells().first(variable), value);
  }

  @Test
  void tellsReadsWritesAndDecisionsLineByLine() {
    ProgramBuilder program = ProgramBuilder.process(system, reader, 2, false);
    program.step("if (eb.refs >= 2)", "reader", "get");
    program.branch(of(number(2), BinaryOp.LESS_EQUAL, field(refs)), 1, 3);
    program.at("eb.refs += 1", "reader", "get");
    program.store(refs, of(field(refs), BinaryOp.ADD, number(1)), buffer());
    program.at("").store(eb, ref(buffer, Sort.NULL), self(reader));
    system.add(program.end(1).step("skip").end(2).build());
    build();
    set(eb, 1, 0);
    set(refs, 4, 1);
    List<Line> lines = explainFirst().lines();
    Access read = new Access("ExtentBuffer.1.refs", "eb.refs", "4");
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0).text()).isEqualTo("if (eb.refs >= 2)");
    assertThat(lines.get(0).outcome()).contains(true);
    assertThat(lines.get(0).reads()).containsExactly(read);
    assertThat(lines.get(0).frames().stream().map(StepReport.Frame::function))
        .containsExactly("reader", "get");
    assertThat(lines.get(1).reads()).containsExactly(read);
    assertThat(lines.get(1).writes())
        .as("neither the program counter nor the reset of a dead local")
        .containsExactly(new Change("ExtentBuffer.1.refs", "eb.refs", "4", "5"));
  }

  @Test
  void tellsOfAStepThatDoesNothing() {
    system.add(ProgramBuilder.process(system, reclaim, 1, false).step("skip").end(1).build());
    build();
    Line line = explainFirst().lines().get(0);
    assertThat(line.text()).isEqualTo("skip");
    assertThat(line.writes()).isEmpty();
  }

  @Test
  void namesWhatWasChosenAndWhatItLeadsTo() {
    ProgramBuilder program = ProgramBuilder.process(system, reclaim, 1, false);
    int slot = program.temporary(new Scalar.Ref(buffer));
    IrExpr chosen = temp(slot, new Scalar.Ref(buffer));
    program.step("choose b in ExtentBuffer").pick(slot, 0, 1);
    program.at("atomic_inc(refs)").store(refs, number(2), chosen);
    system.add(program.end(1).build());
    build();
    List<Line> lines = explain(interpreter.outcomes(state).get(1)).lines();
    assertThat(lines.get(0).chosen()).containsExactly(new Access("b", "b", "ExtentBuffer.1"));
    assertThat(lines.get(1).writes())
        .containsExactly(new Change("ExtentBuffer.1.refs", "b.refs", "0", "2"));
  }

  @Test
  void followsReferencesThroughTemporaries() {
    ProgramBuilder program = ProgramBuilder.process(system, reclaim, 1, false);
    int slot = program.temporary(new Scalar.Ref(buffer));
    program.step("take()").set(slot, load(radix));
    program.store(refs, number(1), temp(slot, new Scalar.Ref(buffer)));
    program.at("mark()").store(slots, number(3), number(1));
    system.add(program.end(1).build());
    build();
    set(radix, 0);
    List<Line> lines = explainFirst().lines();
    assertThat(lines.get(0).reads())
        .containsExactly(new Access("buffer_radix", "buffer_radix", "ExtentBuffer.0"));
    assertThat(lines.get(0).writes().get(0).expression()).isEqualTo("buffer_radix.refs");
    assertThat(lines.get(1).writes())
        .containsExactly(new Change("slots[1].used", "slots[1].used", "0", "3"));
  }

  @Test
  void beginsALineForEachTurnOfALoop() {
    ProgramBuilder program = ProgramBuilder.process(system, reclaim, 1, false);
    program
        .step("refs += 1")
        .store(slots, of(load(slots, number(0)), BinaryOp.ADD, number(1)), number(0));
    program.at("while (slots[0].used < 2)");
    program.branch(of(load(slots, number(0)), BinaryOp.LESS, number(2)), 0, 2);
    system.add(program.end(1).build());
    build();
    system.fault(FaultKind.ENDLESS_LOOP, "reclaim");
    List<Line> lines = explainFirst().lines();
    assertThat(lines.stream().map(Line::outcome))
        .containsExactly(Optional.empty(), Optional.of(true), Optional.empty(), Optional.of(false));
  }

  @Test
  void doesNotTellEveryTurnOfAnEndlessLoop() {
    system.fault(FaultKind.ENDLESS_LOOP, "reclaim");
    ProgramBuilder program = ProgramBuilder.process(system, reclaim, 1, false);
    program.step("x").store(slots, number(1), number(0));
    program.at("y").store(slots, number(2), number(0)).jump(0);
    system.add(program.end(1).build());
    build();
    StepReport report = explainFirst();
    assertThat(report.fault().orElseThrow().kind()).isEqualTo(FaultKind.ENDLESS_LOOP);
    assertThat(report.lines()).hasSizeBetween(10, 200);
    assertThat(report.lines().get(report.lines().size() - 1).text()).isEqualTo("y");
  }

  @Test
  void endsWithTheFault() {
    ProgramBuilder program = ProgramBuilder.process(system, reader, 1, false);
    program.step("eb.refs = 1").store(refs, number(1), buffer());
    system.add(program.end(1).build());
    build();
    StepReport report = explainFirst();
    assertThat(report.fault().orElseThrow().kind()).isEqualTo(FaultKind.NULL);
    assertThat(report.fault().orElseThrow().place().line()).isPositive();
    assertThat(report.lines().get(0).writes()).isEmpty();
  }

  @Test
  void refusesToExplainWhatCannotHappen() {
    system.add(ProgramBuilder.process(system, reclaim, 1, false).step("skip").end(1).build());
    build();
    assertThatThrownBy(() -> explainer.explain(state, 0, state.clone(), Successors.NO_FAULT))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void saysWhoHoldsTheLockThatAProcessWaitsFor() {
    system.lock(owner, "refs_lock");
    ProgramBuilder program = ProgramBuilder.process(system, reader, 1, false);
    program.step("spin_lock(eb.refs_lock)", "reader", "get");
    program.at("await l.owner == null", "reader", "get", "spin_lock");
    program.await(equal(field(owner), ref(task, Sort.NULL)));
    system.add(program.end(1).build());
    ProgramBuilder daemon = ProgramBuilder.process(system, reclaim, 1, true);
    daemon.step("await false").await(bool(false));
    system.add(daemon.end(1).build());
    build();
    set(eb, 1, 0);
    set(owner, 2, 1);
    StateVar counter = program.counter();
    set(counter, 1, 1);
    List<Blocked> blocked = explainer.blocked(state);
    assertThat(blocked.stream().map(Blocked::actor)).containsExactly(0, 2);
    assertThat(blocked.get(0).text()).isEqualTo("spin_lock(eb.refs_lock)");
    assertThat(blocked.get(0).condition()).isEqualTo("l.owner == null");
    assertThat(blocked.get(0).lock()).contains("ExtentBuffer.1.refs_lock");
    assertThat(blocked.get(0).owner()).contains(2);
    assertThat(blocked.get(1).text()).isEqualTo("await false");
    assertThat(blocked.get(1).condition()).isEqualTo("false");
    assertThat(blocked.get(1).lock()).isEmpty();
  }
}
