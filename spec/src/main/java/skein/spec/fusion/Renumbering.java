package skein.spec.fusion;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import skein.spec.ir.Expressions;
import skein.spec.ir.Instruction;
import skein.spec.ir.IrExpr;
import skein.spec.ir.Program;
import skein.spec.ir.Scalar;
import skein.spec.ir.StateProperty;
import skein.spec.ir.StateVar;
import skein.spec.ir.TransitionSystem;

/**
 * Program counters number the steps that are left; everything that mentions one is rewritten: the
 * steps at labels that are asked for, and where the initial program leaves the processes.
 */
final class Renumbering {
  private final TransitionSystem system;
  private final Map<Integer, Weaver> weavers;
  private final Map<Integer, StateVar> counters = new HashMap<>();
  private final Map<Integer, Weaver> byCounter = new HashMap<>();

  /**
   * @param weavers of the programs that are written anew, by position
   */
  Renumbering(TransitionSystem system, Map<Integer, Weaver> weavers) {
    this.system = system;
    this.weavers = weavers;
    weavers.forEach(
        (p, weaver) -> {
          StateVar old = system.programs().get(p).programCounter().orElseThrow();
          Scalar type = new Scalar.Int(0, weaver.steps().size());
          counters.put(
              old.id(), new StateVar(old.id(), old.name(), old.role(), type, old.dimensions()));
          byCounter.put(old.id(), weaver);
        });
  }

  private StateVar variable(StateVar old) {
    return counters.getOrDefault(old.id(), old);
  }

  ImmutableList<StateVar> variables() {
    return system.variables().stream().map(this::variable).collect(ImmutableList.toImmutableList());
  }

  ImmutableList<StateProperty> properties() {
    return system.properties().stream()
        .map(
            p ->
                new StateProperty(
                    p.id(),
                    p.kind(),
                    p.name(),
                    rewrite(p.condition()),
                    p.temporaries(),
                    p.fault(),
                    p.span()))
        .collect(ImmutableList.toImmutableList());
  }

  Program program(int position, Program old) {
    Weaver weaver = weavers.get(position);
    return weaver == null
        ? rewritten(old)
        : weaver.weave(variable(old.programCounter().orElseThrow()), this::rewrite);
  }

  Program initial() {
    return rewritten(system.initial());
  }

  private Program rewritten(Program old) {
    return new Program(
        old.kind(),
        old.name(),
        old.sort(),
        old.daemon(),
        old.programCounter(),
        old.temporaries(),
        old.instructions().stream().map(this::rewrite).collect(ImmutableList.toImmutableList()),
        old.steps(),
        old.span());
  }

  private Instruction rewrite(Instruction old) {
    Instruction instruction = Instructions.map(old, target -> target, this::rewrite);
    if (!(instruction instanceof Instruction.Store store)
        || !counters.containsKey(store.variable().id())) {
      return instruction;
    }
    StateVar counter = variable(store.variable());
    IrExpr number = number(store.variable(), store.value()).orElseThrow();
    return new Instruction.Store(counter, store.indices(), number, store.next(), store.origin());
  }

  private Optional<IrExpr> number(StateVar counter, IrExpr step) {
    Weaver weaver = byCounter.get(counter.id());
    if (weaver == null || !(step instanceof IrExpr.Const constant)) {
      return Optional.empty();
    }
    int old = Math.toIntExact(constant.value());
    // No process ever stands at what has a negative number.
    return Optional.of(
        new IrExpr.Const(old < 0 ? old : weaver.number(old), variable(counter).type()));
  }

  private IrExpr rewrite(IrExpr e) {
    if (e instanceof IrExpr.Binary b
        && b.op() == IrExpr.BinaryOp.EQUAL
        && b.left() instanceof IrExpr.Load load
        && counters.containsKey(load.variable().id())) {
      IrExpr number = number(load.variable(), b.right()).orElseThrow();
      return new IrExpr.Binary(b.op(), rewrite(load), number, b.type());
    } else if (e instanceof IrExpr.Load load) {
      return new IrExpr.Load(
          variable(load.variable()), Expressions.map(load.indices(), this::rewrite), load.old());
    }
    return Expressions.map(e, this::rewrite);
  }
}
