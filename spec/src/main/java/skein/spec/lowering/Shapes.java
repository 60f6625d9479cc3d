package skein.spec.lowering;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import skein.spec.diagnostic.Code;
import skein.spec.diagnostic.Diagnostic;
import skein.spec.ir.Scalar;
import skein.spec.source.Span;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Expr;
import skein.spec.syntax.TypeExpr;
import skein.spec.types.CheckedModule;

/** Turns types as written into {@link Shape}s, with the constants fixed. */
final class Shapes {
  private static final int MAX_SET = 64;
  private static final long MAX_CELLS = 1 << 16;

  private final CheckedModule module;
  private final Constants constants;
  private final Sorts sorts;

  Shapes(CheckedModule module, Constants constants, Sorts sorts) {
    this.module = module;
    this.constants = constants;
    this.sorts = sorts;
  }

  /**
   * @param arguments what type parameters stand for
   */
  Shape of(TypeExpr type, Map<Declaration, Shape> arguments) {
    if (type instanceof TypeExpr.Range range) {
      return new Shape.One(range(range.lo(), range.hi(), range.span()), false);
    } else if (type instanceof TypeExpr.SetOf set) {
      return setOf(set, arguments);
    } else if (type instanceof TypeExpr.Array array) {
      long size = constants.value(array.size());
      checkSize(size, array.size().span());
      return new Shape.Cells((int) size, Optional.empty(), of(array.element(), arguments));
    } else if (type instanceof TypeExpr.MapOf map) {
      Scalar key = element(map.key(), arguments);
      checkSize(key.cardinality(), map.span());
      return new Shape.Cells((int) key.cardinality(), Optional.of(key), of(map.value(), arguments));
    } else if (type instanceof TypeExpr.QueueOf queue) {
      long capacity = constants.value(queue.capacity());
      checkSize(capacity, queue.capacity().span());
      if (of(queue.element(), arguments) instanceof Shape.One one) {
        return new Shape.Fifo((int) capacity, one);
      }
      throw new LoweringException(
          Diagnostic.of(Code.E063, queue.element().span(), "a queue holds single values only")
              .withHelp("keep the records in a struct with identity and queue references to them"));
    }
    return named((TypeExpr.Named) type, arguments);
  }

  Shape of(TypeExpr type) {
    return of(type, ImmutableMap.of());
  }

  Scalar.Int range(Expr lo, Expr hi, Span span) {
    long from = constants.value(lo);
    long to = constants.value(hi);
    if (from > to) {
      throw new LoweringException(
          Diagnostic.of(Code.E061, span, "the range " + from + ".." + to + " is empty")
              .withHelp("the lower bound must not be above the upper one"));
    }
    if (from < -(1L << 31) || to >= 1L << 31) {
      throw new LoweringException(
          Diagnostic.of(Code.E061, span, "the range " + from + ".." + to + " is too wide")
              .withHelp("keep values within 32 bits; a model needs small ranges to be explored"));
    }
    return new Scalar.Int(from, to);
  }

  private Shape setOf(TypeExpr.SetOf set, Map<Declaration, Shape> arguments) {
    Scalar element = element(set.element(), arguments);
    if (element.cardinality() > MAX_SET) {
      throw new LoweringException(
          Diagnostic.of(
                  Code.E062,
                  set.span(),
                  "a set over " + element.cardinality() + " values; at most 64 are possible")
              .withHelp("use a smaller type, or a map<K, bool>"));
    }
    return new Shape.One(new Scalar.SetOf(element), false);
  }

  private Scalar element(TypeExpr type, Map<Declaration, Shape> arguments) {
    if (of(type, arguments) instanceof Shape.One one && !(one.type() instanceof Scalar.SetOf)) {
      return one.type();
    }
    throw new LoweringException(
        Diagnostic.of(Code.E063, type.span(), "this type has no values that can be listed")
            .withHelp("use bool, a range with bounds, an enum or a reference"));
  }

  private void checkSize(long size, Span span) {
    if (size < 1 || size > MAX_CELLS) {
      throw new LoweringException(
          Diagnostic.of(Code.E061, span, "a size of " + size + "; it must be 1 to " + MAX_CELLS)
              .withHelp("give the constant another value"));
    }
  }

  private Shape named(TypeExpr.Named type, Map<Declaration, Shape> arguments) {
    Optional<Declaration> target = module.referenceOf(type);
    if (target.isEmpty()) {
      return builtIn(type);
    }
    Declaration declaration = target.get();
    if (declaration instanceof Declaration.Enum e) {
      return new Shape.One(enumType(e), false);
    } else if (declaration instanceof Declaration.Process process) {
      return new Shape.One(new Scalar.Ref(sorts.of(process)), type.nullable());
    } else if (declaration instanceof Declaration.TypeParameter) {
      Shape argument = arguments.get(declaration);
      return argument == null ? new Shape.AnyInt() : argument;
    }
    Declaration.Struct struct = (Declaration.Struct) declaration;
    return struct.kind() == Declaration.StructKind.VALUE
        ? fields(struct)
        : new Shape.One(new Scalar.Ref(sorts.of(struct)), type.nullable());
  }

  private Shape builtIn(TypeExpr.Named type) {
    switch (type.name().text()) {
      case "bool":
        return new Shape.One(Fold.BOOL, false);
      case "Task":
        return new Shape.One(new Scalar.Ref(sorts.task(type.span())), type.nullable());
      default:
        return new Shape.AnyInt();
    }
  }

  Shape.Fields fields(Declaration.Struct struct) {
    ImmutableMap.Builder<String, Shape> fields = ImmutableMap.builder();
    for (Declaration.Field field : struct.fields()) {
      fields.put(field.name().text(), of(field.type()));
    }
    return new Shape.Fields(struct, fields.buildOrThrow());
  }

  private final Map<Declaration.Enum, Scalar.Enum> enums = new IdentityHashMap<>();

  Scalar.Enum enumType(Declaration.Enum e) {
    return enums.computeIfAbsent(
        e,
        key ->
            new Scalar.Enum(
                key.name().text(),
                key.members().stream()
                    .map(m -> m.name().text())
                    .collect(ImmutableList.toImmutableList())));
  }
}
