package skein.spec.lowering;

import com.google.common.collect.ImmutableList;
import java.util.Map;
import java.util.Optional;
import skein.spec.diagnostic.Code;
import skein.spec.diagnostic.Diagnostic;
import skein.spec.ir.IrExpr;
import skein.spec.ir.Origin;
import skein.spec.ir.Scalar;
import skein.spec.ir.StateVar;
import skein.spec.source.Span;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Expr;
import skein.spec.syntax.TypeExpr;

/** Gives variables of any shape their initial values. */
final class Initializer {

  private final Frame frame;
  private final Emitter emitter;
  private final Evaluator expressions;
  private final Choices choices;

  Initializer(World world, Frame frame, Emitter emitter) {

    this.frame = frame;
    this.emitter = emitter;
    FlowEvaluator evaluator = new FlowEvaluator(world, frame, emitter);
    this.expressions = evaluator;
    this.choices = new Choices(world, frame, emitter, evaluator);
  }

  /**
   * Stores an initial value, or the default, in every cell of a place. A single value is given to
   * every element of an array or map.
   */
  void initialize(Place place, Optional<TypeExpr> type, Optional<Expr> init, Origin origin) {
    Storage storage = place.storage();
    if (storage instanceof Storage.Cell cell) {
      store(cell, place.indices(), init, origin);
    } else if (storage instanceof Storage.Group group) {
      fields(group, place.indices(), origin);
    } else if (storage instanceof Storage.Indexed indexed) {
      elements(place, indexed, type, init, origin);
    } else if (storage instanceof Storage.Fifo fifo) {
      store(new Storage.Cell(fifo.length(), false), place.indices(), Optional.empty(), origin);
      for (int i = 0; i < fifo.capacity(); i++) {
        Place item = place.at(Fold.number(i), storage);
        clear(fifo.items(), item.indices(), origin);
      }
    }
  }

  private void elements(
      Place place,
      Storage.Indexed indexed,
      Optional<TypeExpr> type,
      Optional<Expr> init,
      Origin origin) {
    Optional<Expr.ArrayLiteral> literal =
        init.filter(e -> e instanceof Expr.ArrayLiteral).map(e -> (Expr.ArrayLiteral) e);
    literal.ifPresent(
        e -> {
          if (e.elements().size() != indexed.size()) {
            throw new LoweringException(
                Diagnostic.of(
                        Code.E061,
                        e.span(),
                        e.elements().size() + " values for " + indexed.size() + " elements")
                    .withHelp("give one value for each element"));
          }
        });
    for (int i = 0; i < indexed.size(); i++) {
      int number = i;
      Optional<Expr> value =
          literal.isPresent() ? literal.map(e -> e.elements().get(number)) : init;
      initialize(place.at(Fold.number(i), indexed.element()), type, value, origin);
    }
  }

  /** Initialises the fields of a struct by their declarations. */
  void fields(Storage.Group group, ImmutableList<IrExpr> indices, Origin origin) {
    Map<String, Storage> parts = group.fields();
    for (Declaration.Field field : group.struct().fields()) {
      Place place = new Place(parts.get(field.name().text()), indices);
      initialize(place, Optional.of(field.type()), field.init(), at(origin, field.span()));
    }
  }

  private Origin at(Origin origin, Span span) {
    return origin.text().isEmpty()
        ? origin
        : new Origin(frame.stack(), span, Evaluator.text(span), Optional.empty());
  }

  private void store(
      Storage.Cell cell, ImmutableList<IrExpr> indices, Optional<Expr> init, Origin origin) {
    Scalar type = cell.variable().type();
    if (init.isEmpty()) {
      clearOrFail(cell, indices, origin);
    } else if (init.get() instanceof Expr.Any any) {
      Domain domain =
          any.domain().map(expressions::domain).orElseGet(() -> Domain.all(type, any.span()));
      Register chosen = emitter.flow().register("", frame.function(), domain.element());
      choices.pick(chosen, domain, origin);
      add(cell.variable(), indices, expressions.coerce(chosen.read(), type, any.span()), origin);
    } else {
      IrExpr value = expressions.value(init.get(), type);
      boolean reference = type instanceof Scalar.Ref && !cell.nullable();
      add(
          cell.variable(),
          indices,
          reference ? expressions.nonNull(value, init.get()) : value,
          origin);
    }
  }

  private void clearOrFail(Storage.Cell cell, ImmutableList<IrExpr> indices, Origin origin) {
    Scalar type = cell.variable().type();
    boolean noDefault =
        type instanceof Scalar.Int range && (range.lo() > 0 || range.hi() < 0)
            || type instanceof Scalar.Ref && !cell.nullable();
    if (noDefault) {
      String why = type instanceof Scalar.Int ? "0 is not in its range" : "it cannot be null";
      throw new LoweringException(
          Diagnostic.of(
                  Code.E064,
                  origin.span(),
                  "`" + cell.variable().name() + "` has no initial value, and " + why)
              .withHelp("write `= any` for every possible value, or give one"));
    }
    clear(cell.variable(), indices, origin);
  }

  private void clear(StateVar variable, ImmutableList<IrExpr> indices, Origin origin) {
    Scalar type = variable.type();
    add(
        variable,
        indices,
        new IrExpr.Const(type instanceof Scalar.Int && type.zero() < 0 ? 0 : type.zero(), type),
        origin);
  }

  private void add(StateVar variable, ImmutableList<IrExpr> indices, IrExpr value, Origin origin) {
    emitter.flow().add(new Op.Store(variable, indices, value, origin));
  }

  /** Whether a store changes nothing in a state in which every cell is zero. */
  static boolean isZero(Op.Store store) {
    return store.value() instanceof IrExpr.Const c && c.value() == store.variable().type().zero();
  }
}
