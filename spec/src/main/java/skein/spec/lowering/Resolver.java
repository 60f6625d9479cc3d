package skein.spec.lowering;

import java.util.Map;
import skein.spec.ir.Expressions;
import skein.spec.ir.IrExpr;
import skein.spec.ir.StateVar;

/** What is known once all programs have been cut: types of program counters, steps at labels. */
final class Resolver {
  private final Variables variables;
  private final Map<Integer, Integer> steps;

  /**
   * @param steps the number of the step at each label, by {@link World#labelSlot}
   */
  Resolver(Variables variables, Map<Integer, Integer> steps) {
    this.variables = variables;
    this.steps = steps;
  }

  StateVar variable(StateVar provisional) {
    return variables.get(provisional.id());
  }

  /** The number of a label's step for what stands for it; -1 if no process ever gets there. */
  IrExpr constant(IrExpr e) {
    if (e instanceof IrExpr.Temp temp && temp.slot() >= World.FIRST_LABEL_SLOT) {
      return Fold.number(steps.getOrDefault(temp.slot(), -1));
    }
    return e;
  }

  /** The expression of a property, with everything known. */
  IrExpr resolve(IrExpr e) {
    if (e instanceof IrExpr.Load load) {
      return new IrExpr.Load(
          variable(load.variable()), Expressions.map(load.indices(), this::resolve), load.old());
    }
    return Expressions.map(constant(e), this::resolve);
  }
}
