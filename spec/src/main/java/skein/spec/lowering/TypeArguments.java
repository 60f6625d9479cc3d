package skein.spec.lowering;

import com.google.common.collect.ImmutableList;
import java.util.IdentityHashMap;
import java.util.Map;
import skein.spec.ir.Scalar;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Expr;
import skein.spec.syntax.TypeExpr;
import skein.spec.types.Type;

/** Finds what the type parameters of a generic function stand for in a call. */
final class TypeArguments {
  private TypeArguments() {}

  static Map<Declaration, Shape> infer(
      Evaluator caller,
      ImmutableList<Declaration.TypeParameter> typeParameters,
      ImmutableList<Declaration.Parameter> parameters,
      Expr.Call call) {
    Map<Declaration, Shape> found = new IdentityHashMap<>();
    if (typeParameters.isEmpty()) {
      return found;
    }
    for (int i = 0; i < parameters.size(); i++) {
      unify(caller, parameters.get(i).type(), call.arguments().get(i), found);
    }
    return found;
  }

  private static void unify(
      Evaluator caller, TypeExpr pattern, Expr argument, Map<Declaration, Shape> found) {
    if (pattern instanceof TypeExpr.Named named) {
      caller
          .world
          .module()
          .referenceOf(named)
          .filter(d -> d instanceof Declaration.TypeParameter)
          .ifPresent(
              d -> scalar(caller, argument).ifPresent(s -> put(found, d, s, caller, argument)));
    } else if (pattern instanceof TypeExpr.SetOf set && set.element() instanceof TypeExpr.Named e) {
      caller
          .world
          .module()
          .referenceOf(e)
          .filter(d -> d instanceof Declaration.TypeParameter)
          .ifPresent(
              d ->
                  scalar(caller, argument)
                      .ifPresent(
                          s -> found.put(d, new Shape.One(((Scalar.SetOf) s).element(), false))));
    }
  }

  /** A value alone does not settle the range of an int; a set's element type does. */
  private static void put(
      Map<Declaration, Shape> found, Declaration d, Scalar type, Evaluator caller, Expr argument) {
    boolean nullable = Evaluator.isNullable(caller.world.module().typeOf(argument));
    if (!(type instanceof Scalar.Int)) {
      found.putIfAbsent(d, new Shape.One(type, nullable));
    }
  }

  /** The bounded type of an argument, found without evaluating it. */
  private static java.util.Optional<Scalar> scalar(Evaluator caller, Expr argument) {
    Type type = caller.world.module().typeOf(argument);
    if (type instanceof Type.Null || type instanceof Type.Unit) {
      return java.util.Optional.empty();
    }
    if (!caller.isSingle(argument) || Sharing.calls(caller.world.module(), argument)) {
      return java.util.Optional.empty();
    }
    Evaluator silent = new Evaluator(caller.world, caller.frame, caller.slots, false);
    return java.util.Optional.of(silent.value(argument).type());
  }
}
