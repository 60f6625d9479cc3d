package skein.spec.types;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import skein.spec.diagnostic.Code;
import skein.spec.diagnostic.Diagnostic;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Expr;

/** Calls of defs and functions: what is called, with what, and whether it can be called there. */
final class Calls {

  /** Where a call stands. */
  enum Place {
    /** Inside an expression, where no step can be taken. */
    INSIDE,
    /** As a whole value that is stored, returned or decides a condition. */
    WHOLE,
    /** As a statement. */
    STATEMENT
  }

  /** Knows what defs and functions return. */
  interface Results {
    Type of(Declaration.Def def);

    Type of(Declaration.Function function);
  }

  private final Session session;
  private final Mismatches mismatches;
  private final ExprChecker expressions;
  private final Results results;
  private final Places places;
  private final BuiltIns builtIns;

  Calls(Session session, Mismatches mismatches, ExprChecker expressions, Results results) {
    this.session = session;
    this.mismatches = mismatches;
    this.expressions = expressions;
    this.results = results;
    this.places = new Places(session);
    this.builtIns = new BuiltIns(session, mismatches, places);
  }

  /** The type of a call's result. */
  Type call(Expr.Call call, Env env, Place place) {
    String name = call.function().text();
    ImmutableList<Type> arguments =
        call.arguments().stream()
            .map(argument -> expressions.infer(argument, env))
            .collect(ImmutableList.toImmutableList());
    if (Names.FUNCTIONS.contains(name)) {
      return builtIns.call(call, arguments, env, place);
    }
    Optional<Declaration> callee = env.scope().find(name);
    if (callee.isEmpty()) {
      session.unknown().function(name, call.function().span(), env);
      return new Type.Error();
    } else if (callee.get() instanceof Declaration.Def def) {
      return def(call, def, arguments, env, place);
    } else if (callee.get() instanceof Declaration.Function function) {
      return function(call, function, arguments, env, place);
    }
    return session.error(
        Code.E026,
        call.function().span(),
        "`" + name + "` is " + Kinds.of(callee.get()) + ", not a function",
        UnknownNames.isType(callee.get())
            ? "types are not called; `new` makes an object of a heap struct"
            : "only a `fn` or a `def` can be called");
  }

  private Type def(
      Expr.Call call, Declaration.Def def, ImmutableList<Type> arguments, Env env, Place place) {
    refer(call, def, env);
    if (place == Place.STATEMENT) {
      session.error(
          Code.E052,
          call.span(),
          "`" + def.name() + "` only computes a value, so as a statement it does nothing",
          "use the value, or make it a `fn`");
    }
    Type result = results.of(def);
    return arguments(call, def.name().text(), def, def.parameters(), arguments)
        .map(
            found -> {
              record(call, def.typeParameters(), found);
              return found.substitute(result);
            })
        .orElse(new Type.Error());
  }

  private Type function(
      Expr.Call call,
      Declaration.Function function,
      ImmutableList<Type> arguments,
      Env env,
      Place place) {
    refer(call, function, env);
    if (place == Place.INSIDE) {
      refuseInside(call, env);
    }
    Type result = results.of(function);
    return arguments(call, function.name().text(), function, function.parameters(), arguments)
        .map(
            found -> {
              record(call, function.typeParameters(), found);
              return found.substitute(result);
            })
        .orElse(new Type.Error());
  }

  private void refer(Expr.Call call, Declaration callee, Env env) {
    session.tables().references.put(call, callee);
    session.graph().addCall(env.body().owner, callee, call.function().span());
  }

  private void record(
      Expr.Call call,
      ImmutableList<Declaration.TypeParameter> typeParameters,
      TypeArguments found) {
    for (Declaration.TypeParameter variable : typeParameters) {
      if (found.of(variable).isEmpty() && !hasError(call)) {
        session.error(
            Code.E035,
            call.span(),
            "it cannot be told what `" + variable.name() + "` of `" + call.function() + "` is here",
            "pass a value that has a type of its own");
      }
      found
          .of(variable)
          .filter(Type::isAggregate)
          .ifPresent(
              type ->
                  session.error(
                      Code.E036,
                      call.span(),
                      "`"
                          + variable.name()
                          + "` of `"
                          + call.function()
                          + "` stands for single values, not for a whole `"
                          + type.text()
                          + "`",
                      "pass a field or an element"));
    }
    if (!typeParameters.isEmpty()) {
      session.tables().typeArguments.put(call, found.all(typeParameters));
    }
  }

  private boolean hasError(Expr.Call call) {
    return call.arguments().stream().anyMatch(a -> session.tables().type(a).isError());
  }

  /** Reports a call of what takes steps, where none can be taken. */
  void refuseInside(Expr.Call call, Env env) {
    String name = "`" + call.function() + "`";
    if (env.body().hasSteps()) {
      session.error(
          Code.E052,
          call.span(),
          "a call of " + name + " cannot stand inside an expression",
          "write `let r = " + call.function() + "(…)` before, and use `r` here");
    } else {
      session.error(
          Code.E052,
          call.span(),
          name + " takes steps, and here none can be taken",
          "only a `def` can be called here; write one that computes the same");
    }
  }

  private Optional<TypeArguments> arguments(
      Expr.Call call,
      String name,
      Declaration callee,
      ImmutableList<Declaration.Parameter> parameters,
      ImmutableList<Type> arguments) {
    if (parameters.size() != arguments.size()) {
      wrongCount(session, call, parameters.size(), Optional.of(callee));
      return Optional.empty();
    }
    TypeArguments found = new TypeArguments();
    for (int i = 0; i < arguments.size(); i++) {
      Declaration.Parameter parameter = parameters.get(i);
      found.learn(session.tables().type(parameter), arguments.get(i), parameter.ref());
    }
    for (int i = 0; i < arguments.size(); i++) {
      Declaration.Parameter parameter = parameters.get(i);
      Type wanted = found.substitute(session.tables().type(parameter));
      String holder = "parameter `" + parameter.name() + "` of `" + name + "` takes";
      Expr argument = call.arguments().get(i);
      mismatches.require(argument, arguments.get(i), wanted, holder);
      if (parameter.ref()) {
        byReference(argument, arguments.get(i), wanted, callee);
      }
    }
    return Optional.of(found);
  }

  private void byReference(Expr argument, Type actual, Type wanted, Declaration callee) {
    if (actual.isError() || !Conversions.converts(actual, wanted)) {
      return;
    }
    if (callee instanceof Declaration.Function) {
      places.requireAssignable(argument);
    } else if (!places.isPath(argument)) {
      session.error(
          Code.E034,
          argument.span(),
          Session.quote(argument) + " is a value, not a place that can be passed by reference",
          "pass a variable, a field, or an element");
    }
    if (!Conversions.same(actual, wanted)) {
      session.error(
          Code.E030,
          argument.span(),
          "what is passed by reference must be a `"
              + wanted.text()
              + "`, but "
              + Session.quote(argument)
              + " is `"
              + actual.text()
              + "`",
          "declare both with one type");
    }
  }

  /** Reports a call with too many or too few arguments. */
  static void wrongCount(
      Session session, Expr.Call call, int wanted, Optional<Declaration> callee) {
    int given = call.arguments().size();
    Diagnostic error =
        Diagnostic.of(
                Code.E033,
                call.span(),
                "`"
                    + call.function()
                    + "` takes "
                    + count(wanted)
                    + ", but "
                    + given
                    + (given == 1 ? " is given" : " are given"))
            .withHelp(given < wanted ? "add what is missing" : "leave out what is too much");
    session
        .problems()
        .report(
            callee
                .flatMap(Kinds::name)
                .map(n -> error.withNote(n.span(), "`" + n + "` is declared here"))
                .orElse(error));
  }

  private static String count(int wanted) {
    return switch (wanted) {
      case 0 -> "no arguments";
      case 1 -> "1 argument";
      default -> wanted + " arguments";
    };
  }
}
