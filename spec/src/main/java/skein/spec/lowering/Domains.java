package skein.spec.lowering;

import java.util.Optional;
import java.util.function.UnaryOperator;
import skein.spec.diagnostic.Code;
import skein.spec.diagnostic.Diagnostic;
import skein.spec.ir.IrExpr;
import skein.spec.ir.IrExpr.BinaryOp;
import skein.spec.ir.Scalar;
import skein.spec.ir.Sort;
import skein.spec.ir.StateVar;
import skein.spec.source.Span;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Expr;

/** Lowers what runs over many values: quantifiers, comprehensions, the domains of choices. */
final class Domains {
  private final Evaluator evaluator;

  Domains(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  static LoweringException tooLarge(Span span) {
    return new LoweringException(
        Diagnostic.of(Code.E062, span, "a set over more than 64 values")
            .withHelp("use a smaller type, or a map<K, bool>"));
  }

  /** The set of the elements of a domain for which a condition holds. */
  IrExpr collect(Domain domain, UnaryOperator<IrExpr> condition) {
    int slot = evaluator.slots.slot(domain.element());
    IrExpr element = new IrExpr.Temp(slot, domain.element());
    if (domain.element().cardinality() > 64) {
      throw tooLarge(domain.span());
    }
    IrExpr body = Fold.and(domain.filter(element), condition.apply(element));
    return domain.bind(
        new IrExpr.Quantified(
            IrExpr.Quantifier.COLLECT,
            slot,
            domain.element(),
            domain.lo(),
            domain.hi(),
            body,
            new Scalar.SetOf(domain.element())));
  }

  IrExpr quantified(Expr.Quantified q) {
    Domain domain = domain(q.domain());
    int slot = evaluator.slots.slot(domain.element());
    IrExpr element = new IrExpr.Temp(slot, domain.element());
    evaluator.frame.bind(q.variable(), new Binding.ToValue(element, false));
    IrExpr filter = domain.filter(element);
    IrExpr condition = evaluator.value(q.body());
    long size = Math.max(0, domain.hi() - domain.lo() + 1);
    switch (q.quantifier()) {
      case FORALL:
        return domain.bind(
            new IrExpr.Quantified(
                IrExpr.Quantifier.FORALL,
                slot,
                domain.element(),
                domain.lo(),
                domain.hi(),
                Fold.implies(filter, condition),
                Fold.BOOL));
      case EXISTS:
        return domain.bind(
            new IrExpr.Quantified(
                IrExpr.Quantifier.EXISTS,
                slot,
                domain.element(),
                domain.lo(),
                domain.hi(),
                Fold.and(filter, condition),
                Fold.BOOL));
      default:
        return domain.bind(
            new IrExpr.Quantified(
                IrExpr.Quantifier.COUNT,
                slot,
                domain.element(),
                domain.lo(),
                domain.hi(),
                Fold.and(filter, condition),
                new Scalar.Int(0, size)));
    }
  }

  /** What a choice, quantifier or loop runs over. */
  Domain domain(Expr e) {
    if (e instanceof Expr.Name name) {
      Optional<Declaration> target = evaluator.world.module().referenceOf(name);
      if (target.isEmpty()) {
        Scalar type =
            name.text().equals("bool")
                ? Fold.BOOL
                : new Scalar.Ref(evaluator.world.sorts().task(name.span()));
        return Domain.all(type, e.span());
      } else if (Evaluator.isType(target.get())) {
        return instances(target.get(), e.span());
      }
    } else if (e instanceof Expr.Range range) {
      return between(evaluator.value(range.lo()), evaluator.value(range.hi()), e.span());
    }
    return members(evaluator.value(e), e.span());
  }

  private Domain instances(Declaration type, Span span) {
    if (type instanceof Declaration.Enum e) {
      return Domain.all(evaluator.world.shapes().enumType(e), span);
    }
    Sort sort = evaluator.world.sorts().of(type);
    Domain all = Domain.all(new Scalar.Ref(sort), span);
    if (sort.kind() != Sort.Kind.HEAP) {
      return all;
    }
    StateVar alive = evaluator.world.objects().get(type).alive().orElseThrow();
    return all.where(
        element -> {
          IrExpr now = new IrExpr.Load(alive, Fold.list(element), false);
          IrExpr before = new IrExpr.Load(alive, Fold.list(element), true);
          return evaluator.isOfStep() ? Fold.and(now, before) : now;
        });
  }

  private Domain between(IrExpr lo, IrExpr hi, Span span) {
    long from = ((Scalar.Int) lo.type()).lo();
    long to = ((Scalar.Int) hi.type()).hi();
    Domain all = new Domain(new Scalar.Int(from, Math.max(from, to)), from, to, span);
    if (lo instanceof IrExpr.Const && hi instanceof IrExpr.Const) {
      return all;
    }
    return all.where(
        element ->
            Fold.and(
                Fold.compare(BinaryOp.LESS_EQUAL, lo, element),
                Fold.compare(BinaryOp.LESS_EQUAL, element, hi)));
  }

  private Domain members(IrExpr set, Span span) {
    Domain all = Domain.all(((Scalar.SetOf) set.type()).element(), span);
    if (Evaluator.isPlain(set)) {
      return all.where(element -> Fold.in(element, set));
    }
    int slot = evaluator.slots.slot(set.type());
    IrExpr kept = new IrExpr.Temp(slot, set.type());
    return all.where(element -> Fold.in(element, kept)).with(slot, set);
  }
}
