package skein.spec.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import skein.spec.ir.Fault;
import skein.spec.ir.Ir;
import skein.spec.ir.IrExpr;
import skein.spec.ir.IrExpr.BinaryOp;
import skein.spec.ir.IrExpr.Quantifier;
import skein.spec.ir.Scalar;
import skein.spec.ir.Sort;
import skein.spec.ir.StateVar;
import skein.spec.ir.StateVar.Dimension;
import skein.spec.ir.SystemBuilder;
import skein.spec.model.FaultKind;

class SimplifierTest {
  private static final Scalar SMALL = new Scalar.Int(0, 9);

  private final SystemBuilder system = new SystemBuilder();
  private final Sort process = system.processes("P", 3);
  private final StateVar x = system.global("x", SMALL);
  private final StateVar array = system.global("array", SMALL, Dimension.plain(4));
  private final Fault fault = system.fault(FaultKind.RANGE, "here");

  private static IrExpr simplify(IrExpr expr) {
    return new Simplifier(10, 100).simplify(expr);
  }

  private IrExpr failing() {
    return Ir.equal(Ir.within(Ir.load(x), 0, 3, fault), Ir.number(1));
  }

  @Test
  void selfIsTheInstance() {
    Simplifier simplifier = new Simplifier(OptionalLong.of(2), ImmutableMap.of(), 0, 0);
    IrExpr own = Ir.equal(Ir.self(process), Ir.ref(process, 2));
    assertThat(simplifier.simplify(own)).isEqualTo(Ir.bool(true));
  }

  @Test
  void whatCannotMatterIsLeftOut() {
    IrExpr load = Ir.equal(Ir.load(x), Ir.number(3));
    assertThat(simplify(Ir.of(Ir.bool(true), BinaryOp.AND, load))).isEqualTo(load);
    assertThat(simplify(Ir.of(load, BinaryOp.AND, Ir.bool(false)))).isEqualTo(Ir.bool(false));
    assertThat(simplify(Ir.of(load, BinaryOp.AND, Ir.not(load)))).isEqualTo(Ir.bool(false));
    assertThat(simplify(Ir.of(load, BinaryOp.IMPLIES, load))).isEqualTo(Ir.bool(true));
    assertThat(simplify(Ir.not(Ir.not(load)))).isEqualTo(load);
  }

  @Test
  void whatCanGoWrongIsKept() {
    IrExpr and = Ir.of(failing(), BinaryOp.AND, Ir.bool(false));
    assertThat(simplify(and)).isEqualTo(and);
    IrExpr equal = Ir.equal(failing(), failing());
    assertThat(simplify(equal)).isEqualTo(equal);
    IrExpr division = Ir.of(Ir.number(1), BinaryOp.DIVIDE, Ir.number(0));
    assertThat(simplify(division)).isEqualTo(division);
    IrExpr let = new IrExpr.Let(10, failing(), Ir.bool(true));
    assertThat(simplify(let)).isEqualTo(let);
    assertThat(simplify(Ir.of(Ir.bool(false), BinaryOp.AND, failing()))).isEqualTo(Ir.bool(false));
  }

  @Test
  void checksThatPassAreLeftOut() {
    assertThat(simplify(Ir.within(Ir.number(2), 0, 3, fault))).isEqualTo(Ir.number(2));
    IrExpr fails = Ir.within(Ir.number(4), 0, 3, fault);
    assertThat(simplify(fails)).isEqualTo(fails);
  }

  @Test
  void smallQuantifiersAreUnrolled() {
    IrExpr some =
        new IrExpr.Quantified(
            Quantifier.EXISTS,
            5,
            new Scalar.Int(1, 2),
            1,
            2,
            Ir.equal(Ir.load(array, Ir.temp(5, SMALL)), Ir.temp(5, SMALL)),
            Ir.BOOL);
    IrExpr at1 = Ir.equal(Ir.load(array, index(1)), index(1));
    IrExpr at2 = Ir.equal(Ir.load(array, index(2)), index(2));
    assertThat(simplify(some)).isEqualTo(Ir.of(at1, BinaryOp.OR, at2));
    assertThat(new Simplifier(10, 3).simplify(some)).isInstanceOf(IrExpr.Quantified.class);
  }

  private static IrExpr index(long value) {
    return new IrExpr.Const(value, SMALL);
  }

  @Test
  void bindersGetSlotsOfTheirOwn() {
    IrExpr inner = new IrExpr.Let(3, Ir.load(array, Ir.temp(3, SMALL)), Ir.temp(3, SMALL));
    IrExpr both = Ir.of(inner, BinaryOp.ADD, Ir.temp(3, SMALL));
    IrExpr outer = new IrExpr.Let(3, Ir.load(x), both);
    IrExpr newInner = new IrExpr.Let(11, Ir.load(array, Ir.temp(10, SMALL)), Ir.temp(11, SMALL));
    IrExpr newBoth = Ir.of(newInner, BinaryOp.ADD, Ir.temp(10, SMALL));
    assertThat(simplify(outer)).isEqualTo(new IrExpr.Let(10, Ir.load(x), newBoth));
  }
}
