package skein.spec.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import skein.spec.ir.Ir;
import skein.spec.ir.IrExpr;
import skein.spec.ir.IrExpr.BinaryOp;
import skein.spec.ir.IrExpr.Check;
import skein.spec.ir.IrExpr.Quantifier;
import skein.spec.ir.Program;
import skein.spec.ir.ProgramBuilder;
import skein.spec.ir.Scalar;
import skein.spec.ir.Sort;
import skein.spec.ir.StateProperty;
import skein.spec.ir.StateVar;
import skein.spec.ir.StateVar.Dimension;
import skein.spec.ir.SystemBuilder;
import skein.spec.layout.LayoutPlanner;
import skein.spec.model.FaultKind;
import skein.spec.model.PropertyKind;

class StutterProofTest {
  private static final Scalar SMALL = new Scalar.Int(0, 9);

  private final SystemBuilder system = new SystemBuilder();
  private final Sort objects = system.objects("Object", 20);
  private final StateVar x = system.global("x", SMALL);
  private final StateVar y = system.global("y", SMALL);
  private final StateVar field =
      system.variable("f", StateVar.Role.FIELD, SMALL, Dimension.of(objects));

  /** Whether a step invariant need not be decided after a step that stores to a variable. */
  private boolean covers(IrExpr condition, StateVar stored, IrExpr... indices) {
    StateProperty invariant = system.property(PropertyKind.STEP_INVARIANT, "step", condition, 1);
    Program program =
        ProgramBuilder.action(system, "action").store(stored, Ir.number(1), indices).end().build();
    Target target =
        Target.of(system.build(), LayoutPlanner.plan(system.build()), CodeLimits.DEFAULT);
    StepSource step =
        new StepSource(program, "step", 0, ImmutableMap.of(), OptionalLong.empty(), 0, 0);
    return new StutterProof(target, invariant).covers(step.graph(0));
  }

  @Test
  void anInvariantThatAllowsNoChangeNeedsOneToBeViolated() {
    IrExpr grows = Ir.of(Ir.old(x), BinaryOp.LESS_EQUAL, Ir.load(x));
    assertThat(covers(grows, y)).isTrue();
    assertThat(covers(grows, x)).isFalse();
  }

  @Test
  void anInvariantThatDemandsChangeIsDecidedAlways() {
    assertThat(covers(Ir.of(Ir.old(x), BinaryOp.LESS, Ir.load(x)), y)).isFalse();
    assertThat(covers(Ir.equal(Ir.load(x), Ir.number(0)), y)).isFalse();
  }

  @Test
  void quantifiersAreSeenThrough() {
    IrExpr which = Ir.temp(0, new Scalar.Ref(objects));
    IrExpr was = Ir.equal(Ir.old(field, which), Ir.number(3));
    IrExpr is = Ir.equal(Ir.load(field, which), Ir.number(3));
    IrExpr lost = Ir.of(was, BinaryOp.AND, Ir.not(is));
    IrExpr zero = Ir.equal(Ir.load(y), Ir.number(0));
    IrExpr body = Ir.of(lost, BinaryOp.IMPLIES, zero);
    IrExpr all =
        new IrExpr.Quantified(Quantifier.FORALL, 0, new Scalar.Ref(objects), 0, 19, body, Ir.BOOL);
    assertThat(covers(all, x)).isTrue();
    assertThat(covers(all, y)).isFalse();
    assertThat(covers(all, field, Ir.ref(objects, 1))).isFalse();
  }

  @Test
  void whatCanGoWrongIsDecided() {
    IrExpr checked = Ir.checked(Ir.load(x), Check.NOT_ZERO, system.fault(FaultKind.RANGE, "step"));
    assertThat(covers(Ir.of(checked, BinaryOp.LESS_EQUAL, checked), y)).isFalse();
  }
}
