package skein.spec.interpret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static skein.spec.ir.Ir.BOOL;
import static skein.spec.ir.Ir.checked;
import static skein.spec.ir.Ir.equal;
import static skein.spec.ir.Ir.load;
import static skein.spec.ir.Ir.number;
import static skein.spec.ir.Ir.of;
import static skein.spec.ir.Ir.ref;
import static skein.spec.ir.Ir.temp;

import org.junit.jupiter.api.Test;
import skein.spec.ir.Cells;
import skein.spec.ir.Fault;
import skein.spec.ir.IrExpr;
import skein.spec.ir.IrExpr.BinaryOp;
import skein.spec.ir.IrExpr.Check;
import skein.spec.ir.IrExpr.Quantified;
import skein.spec.ir.IrExpr.Quantifier;
import skein.spec.ir.IrExpr.Unary;
import skein.spec.ir.IrExpr.UnaryOp;
import skein.spec.ir.Scalar;
import skein.spec.ir.Sort;
import skein.spec.ir.StateVar;
import skein.spec.ir.StateVar.Dimension;
import skein.spec.ir.SystemBuilder;
import skein.spec.ir.TransitionSystem;
import skein.spec.model.FaultKind;

class EvaluationTest {
  private static final Scalar RANGE = new Scalar.Int(2, 5);
  private static final Scalar.SetOf SET = new Scalar.SetOf(RANGE);

  private final SystemBuilder builder = new SystemBuilder();
  private final Sort node = builder.heap("Node", 4);
  private final Scalar.Ref toNode = new Scalar.Ref(node);
  private final Sort page = builder.objects("Page", 2);
  private final StateVar next = builder.member("next", node, toNode);
  private final StateVar head = builder.global("head", toNode);
  private final StateVar index = builder.global("index", BOOL, Dimension.of(node));
  private final StateVar lists = builder.member("lists", page, new Scalar.SetOf(toNode));
  private final Fault fault = builder.fault(FaultKind.USE_AFTER_FREE, "f");
  private final TransitionSystem system = builder.build();
  private final Cells cells = new Cells(system);
  private final long[] state = cells.zero();

  private long value(IrExpr expr) {
    References references = new References(system, cells);
    return new Evaluation(cells, references, state, state, 4, 0, Observer.NONE).value(expr);
  }

  private void set(StateVar variable, long value, long... indices) {
    state[cells.cell(variable, indices)] = value;
  }

  private StateVar alive() {
    return system.variables().get(0);
  }

  @Test
  void numbersTheElementsOfASetFromItsLowest() {
    assertThat(value(new Unary(UnaryOp.SINGLETON, number(3), SET))).isEqualTo(0b10);
    IrExpr set = new IrExpr.Const(0b1010, SET);
    assertThat(value(new Unary(UnaryOp.SIZE, set, RANGE))).isEqualTo(2);
    assertThat(value(of(number(3), BinaryOp.IN, set))).isEqualTo(1);
    assertThat(value(of(number(4), BinaryOp.IN, set))).isZero();
    assertThat(value(of(number(1), BinaryOp.IN, set))).as("outside the type").isZero();
    assertThat(value(of(number(67), BinaryOp.IN, set))).as("outside the type").isZero();
    IrExpr some = new IrExpr.Const(0b0010, SET);
    assertThat(value(of(some, BinaryOp.SUBSET, set))).isEqualTo(1);
    assertThat(value(of(set, BinaryOp.SUBSET, some))).isZero();
    assertThat(value(of(set, BinaryOp.MINUS, some))).isEqualTo(0b1000);
  }

  @Test
  void hasNullInNoSet() {
    IrExpr all = new IrExpr.Const(0b1111, new Scalar.SetOf(toNode));
    assertThat(value(of(ref(node, Sort.NULL), BinaryOp.IN, all))).isZero();
  }

  @Test
  void dividesAsC() {
    assertThat(value(of(number(-7), BinaryOp.DIVIDE, number(2)))).isEqualTo(-3);
    assertThat(value(of(number(-7), BinaryOp.REMAINDER, number(2)))).isEqualTo(-1);
  }

  @Test
  void quantifies() {
    IrExpr big = of(number(3), BinaryOp.LESS, temp(0, RANGE));
    assertThat(value(quantified(Quantifier.FORALL, big))).isZero();
    assertThat(value(quantified(Quantifier.EXISTS, big))).isEqualTo(1);
    assertThat(value(quantified(Quantifier.COUNT, big))).isEqualTo(2);
    assertThat(value(quantified(Quantifier.COLLECT, big))).isEqualTo(0b1100);
  }

  private static IrExpr quantified(Quantifier quantifier, IrExpr body) {
    return new Quantified(quantifier, 0, RANGE, 2, 5, body, BOOL);
  }

  @Test
  void stopsAQuantifierAsSoonAsTheResultIsKnown() {
    IrExpr fails = checked(of(temp(0, RANGE), BinaryOp.LESS, number(4)), Check.NOT_ZERO, fault);
    IrExpr isThree = equal(temp(0, RANGE), number(3));
    IrExpr body = of(fails, BinaryOp.AND, isThree);
    assertThat(value(quantified(Quantifier.EXISTS, body))).isEqualTo(1);
    assertThatThrownBy(() -> value(quantified(Quantifier.COUNT, body)))
        .isInstanceOfSatisfying(StepFailure.class, f -> assertThat(f.fault()).isEqualTo(fault));
  }

  @Test
  void findsObjectsThatAreNotAllocated() {
    set(alive(), 1, 2);
    assertThat(value(checked(ref(node, 2), Check.ALIVE, fault))).isEqualTo(2);
    assertThatThrownBy(() -> value(checked(ref(node, 1), Check.ALIVE, fault)))
        .isInstanceOf(StepFailure.class);
  }

  @Test
  void countsEveryReference() {
    set(head, 0);
    set(index, 1, 1);
    set(lists, 0b100, 1);
    assertThat(value(new IrExpr.Referenced(node))).isEqualTo(0b0111);
    set(next, 3, 3);
    assertThat(value(new IrExpr.Referenced(node))).as("a free object's own").isEqualTo(0b1111);
  }

  @Test
  void reachesThroughAllocatedObjectsOnly() {
    set(head, 0);
    set(next, 1, 0);
    set(next, 2, 1);
    set(next, 3, 3);
    for (int i = 0; i < 4; i++) {
      set(alive(), 1, i);
    }
    assertThat(value(new IrExpr.Reachable(node))).isEqualTo(0b0111);
    set(alive(), 0, 1);
    assertThat(value(new IrExpr.Reachable(node))).isEqualTo(0b0001);
    set(lists, 0b1000, 0);
    assertThat(value(new IrExpr.Reachable(node))).isEqualTo(0b1001);
    assertThat(value(load(next, ref(node, 0)))).isEqualTo(1);
  }
}
