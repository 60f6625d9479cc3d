package skein.spec.lowering;

import java.util.Optional;
import skein.spec.ir.IrExpr;
import skein.spec.ir.Origin;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Expr;

/** Lowers choices: every value of a domain that passes a filter is another outcome. */
final class Choices {
  private final World world;
  private final Frame frame;
  private final Emitter emitter;
  private final FlowEvaluator expressions;

  Choices(World world, Frame frame, Emitter emitter, FlowEvaluator expressions) {
    this.world = world;
    this.frame = frame;
    this.emitter = emitter;
    this.expressions = expressions;
  }

  /** Picks a value for a variable, which the filter may name. */
  Register pick(Declaration.Binder variable, Expr domain, Optional<Expr> where, Origin origin) {
    Evaluator atOnce = expressions.atOnce();
    Domain from = atOnce.domain(domain);
    Register register =
        emitter.flow().register(variable.name().text(), frame.function(), from.element());
    if (world.assigned().contains(variable)) {
      emitter.flow().markChanging(register);
    }
    frame.bind(variable, new Binding.ToRegister(register));
    pick(register, from, origin);
    where.ifPresent(e -> emitter.flow().add(new Op.Await(atOnce.value(e), true, origin)));
    return register;
  }

  /** Picks a value of a domain. */
  void pick(Register register, Domain domain, Origin origin) {
    emitter.flow().add(new Op.Pick(register, domain.lo(), domain.hi(), origin));
    IrExpr filter = domain.bind(domain.filter(register.read()));
    if (!Fold.isTrue(filter)) {
      emitter.flow().add(new Op.Await(filter, true, origin));
    }
  }

  /** The domain with the set that its filter asks kept as it is now. */
  Domain keep(Domain domain, Origin origin) {
    if (domain.slot() < 0) {
      return domain;
    }
    Register kept = emitter.flow().register("", frame.function(), domain.set().type());
    expressions.set(kept, domain.set(), origin);
    return domain.where(element -> Fold.in(element, kept.read())).with(-1, Fold.TRUE);
  }
}
