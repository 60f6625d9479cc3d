package skein.spec.types;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import skein.spec.diagnostic.Code;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Expr;

/**
 * What defs and functions return. A def need not say; its body does, which is therefore checked
 * when the first call asks.
 */
final class DefResults implements Calls.Results {
  private final Tables tables;
  private final Problems problems;
  private final Function<Declaration, Scope> scopes;
  private final Set<Declaration> checked = Collections.newSetFromMap(new IdentityHashMap<>());
  private ExprChecker expressions;

  DefResults(Tables tables, Problems problems, Function<Declaration, Scope> scopes) {
    this.tables = tables;
    this.problems = problems;
    this.scopes = scopes;
  }

  /** Gives it what checks bodies; to be called once, before anything is asked. */
  void use(ExprChecker checker) {
    this.expressions = checker;
  }

  @Override
  public Type of(Declaration.Function function) {
    return tables.type(function);
  }

  @Override
  public Type of(Declaration.Def def) {
    if (checked.add(def)) {
      Body body = new Body(Body.Kind.DEF, def, Optional.of(new Type.Task(false)));
      Env env = new Env(scopes.apply(def), body);
      if (def.result().isPresent()) {
        expressions.expect(def.body(), tables.type(def), "`" + def.name() + "` returns", env);
      } else {
        tables.put(def, result(def, expressions.infer(def.body(), env)));
      }
    }
    return tables.type(def);
  }

  private Type result(Declaration.Def def, Type type) {
    Expr body = def.body();
    if (type instanceof Type.Null || type instanceof Type.EmptySet) {
      problems.error(
          Code.E035,
          body.span(),
          "it cannot be told what type `" + type.text() + "` has here",
          "write the result's type: `def " + def.name() + "(…): T = …`");
      return new Type.Error();
    } else if (type.isAggregate()) {
      problems.error(
          Code.E036,
          body.span(),
          "a whole `" + type.text() + "` cannot be returned",
          "return a single value");
      return new Type.Error();
    }
    return type;
  }
}
