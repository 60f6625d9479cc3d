package skein.spec.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import skein.spec.ir.Fault;
import skein.spec.ir.Ir;
import skein.spec.ir.IrExpr;
import skein.spec.ir.IrExpr.BinaryOp;
import skein.spec.ir.ProgramBuilder;
import skein.spec.ir.Scalar;
import skein.spec.ir.Sort;
import skein.spec.ir.StateVar;
import skein.spec.ir.StateVar.Dimension;
import skein.spec.ir.SystemBuilder;
import skein.spec.model.FaultKind;
import skein.spec.model.PropertyKind;

/** However long a step is and however many there are, no method gets too long for the JIT. */
class LongCodeTest {
  private final SystemBuilder system = new SystemBuilder();

  private GeneratedClass check() {
    return CodeChecks.check(system.build(), CodeLimits.DEFAULT, 50);
  }

  /** {@code (a[0] + a[1] + … ) % 7}, with an index that is not known in each. */
  private static IrExpr sum(StateVar array, StateVar index, int terms) {
    IrExpr sum = Ir.load(array, Ir.number(0));
    for (int i = 1; i < terms; i++) {
      sum = Ir.of(sum, BinaryOp.ADD, Ir.load(array, Ir.load(index)));
    }
    return Ir.of(sum, BinaryOp.REMAINDER, Ir.number(7));
  }

  @Test
  void aLongStepIsSplit() {
    Scalar small = new Scalar.Int(0, 6);
    StateVar array = system.global("array", small, Dimension.plain(5));
    StateVar index = system.global("index", new Scalar.Int(0, 4));
    Fault fault = system.fault(FaultKind.BUG_ON, "long");
    ProgramBuilder action = ProgramBuilder.action(system, "long");
    int picked = action.temporary(new Scalar.Int(0, 4));
    action.pick(picked, 0, 4).store(index, Ir.temp(picked, new Scalar.Int(0, 4)));
    for (int i = 0; i < 400; i++) {
      IrExpr next = Ir.of(Ir.load(array, Ir.load(index)), BinaryOp.ADD, Ir.number(i));
      IrExpr value = Ir.of(next, BinaryOp.REMAINDER, Ir.number(7));
      action.store(array, value, Ir.load(index));
      if (i % 50 == 7) {
        action.claim(Ir.not(Ir.equal(Ir.load(array, Ir.number(i % 5)), Ir.number(6))), fault);
      }
    }
    system.add(action.end().build());
    assertThat(check().methodSizes().keySet()).anyMatch(name -> name.contains("segment"));
  }

  @Test
  void loopsGoThroughManySegments() {
    system.fault(FaultKind.ENDLESS_LOOP, "loop");
    StateVar count = system.global("count", new Scalar.Int(0, 1_000_000));
    StateVar flag = system.global("flag", new Scalar.Bool());
    ProgramBuilder action = ProgramBuilder.action(system, "loop");
    action.store(flag, Ir.not(Ir.load(flag)));
    int start = action.here();
    for (int i = 0; i < 50; i++) {
      IrExpr sum = Ir.of(Ir.load(count), BinaryOp.ADD, Ir.number(20));
      action.store(count, Ir.of(sum, BinaryOp.REMAINDER, Ir.number(1_000)));
    }
    IrExpr goOn = Ir.of(Ir.load(flag), BinaryOp.OR, Ir.not(Ir.equal(Ir.load(count), Ir.number(0))));
    action.branch(goOn, start, action.here() + 1);
    system.add(action.end().build());
    CodeLimits small = new CodeLimits(500, 200, 200, 120, 8, 4_000);
    CodeChecks.check(system.build(), small, 5);
  }

  @Test
  void aLongExpressionIsCut() {
    StateVar array = system.global("array", new Scalar.Int(0, 6), Dimension.plain(5));
    StateVar index = system.global("index", new Scalar.Int(0, 4));
    Fault fault = system.fault(FaultKind.RANGE, "long");
    ProgramBuilder action = ProgramBuilder.action(system, "long");
    int picked = action.temporary(new Scalar.Int(0, 4));
    action.pick(picked, 0, 4).store(index, Ir.temp(picked, new Scalar.Int(0, 4)));
    IrExpr value = Ir.of(sum(array, index, 600), BinaryOp.ADD, Ir.load(index));
    action.store(array, Ir.within(value, 0, 6, fault), Ir.load(index));
    system.add(action.end().build());
    for (PropertyKind kind :
        new PropertyKind[] {PropertyKind.INVARIANT, PropertyKind.STEP_INVARIANT}) {
      IrExpr few = Ir.within(sum(array, index, 900), 0, 4, fault);
      system.property(kind, "p" + kind.ordinal(), Ir.equal(few, Ir.number(3)), 0);
    }
    assertThat(check().methodSizes().keySet()).anyMatch(name -> name.contains("part"));
  }

  @Test
  void aStateCanHaveManyWords() {
    Scalar wide = new Scalar.SetOf(new Scalar.Int(0, 63));
    StateVar sets = system.global("sets", wide, Dimension.plain(40));
    StateVar bools = system.global("bools", new Scalar.Bool(), Dimension.plain(100));
    ProgramBuilder action = ProgramBuilder.action(system, "add");
    Scalar position = new Scalar.Int(0, 39);
    int picked = action.temporary(position);
    IrExpr which = Ir.temp(picked, position);
    action.pick(picked, 0, 39);
    IrExpr one = new IrExpr.Unary(IrExpr.UnaryOp.SINGLETON, which, wide);
    action.store(sets, Ir.of(Ir.load(sets, which), BinaryOp.UNION, one), which);
    action.store(bools, Ir.not(Ir.load(bools, which)), which);
    system.add(action.end().build());
    check();
  }

  @Test
  void aStateOfTooManyWordsIsRefused() {
    Scalar wide = new Scalar.SetOf(new Scalar.Int(0, 63));
    system.global("sets", wide, Dimension.plain(1_100));
    assertThatThrownBy(() -> ModelCompiler.compile(system.build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a state of test takes 70400 bits; 65536 are the most");
  }

  @Test
  void processesCanHaveManySteps() {
    addProcess("many", 2, 1_000);
    assertThat(check().methodSizes()).containsKey("many_0_from_400");
  }

  @Test
  void manyInstancesShareTheirSteps() {
    addProcess("many", 900, 5);
    assertThat(check().methodSizes().keySet())
        .contains("many_at_4", "group")
        .doesNotContain("many_7_at_4");
  }

  private void addProcess(String name, int size, int steps) {
    Sort sort = system.processes(name, size);
    StateVar turn = system.global("turn", new Scalar.Int(0, size), Dimension.plain(1));
    ProgramBuilder program = ProgramBuilder.process(system, sort, steps, false);
    for (int step = 0; step < steps; step++) {
      IrExpr self = Ir.of(Ir.self(sort), BinaryOp.ADD, Ir.number(0));
      IrExpr mine = Ir.equal(Ir.load(turn, Ir.number(0)), self);
      program.step("step " + step).await(mine);
      program.store(turn, Ir.of(self, BinaryOp.ADD, Ir.number(step / (steps - 1))), Ir.number(0));
      program.end(step + 1);
    }
    system.add(program.build());
  }

  @Test
  void theListingNamesMethodsAndInstructions() {
    addProcess("worker", 1, 2);
    GeneratedClass generated = ModelCompiler.generate(system.build());
    assertThat(generated.listing())
        .contains("worker_at_1([JILskein/spec/model/Successors;)V // ")
        .contains("    laload\n")
        .contains("    tableswitch from 0: L0 L1 else L2\n")
        .contains("    invokestatic skein/spec/codegen/Generated.worker_at_0 ");
  }
}
