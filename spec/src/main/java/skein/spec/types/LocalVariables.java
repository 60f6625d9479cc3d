package skein.spec.types;

import java.util.Optional;
import skein.spec.diagnostic.Code;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Expr;
import skein.spec.syntax.Identifier;
import skein.spec.syntax.Module;
import skein.spec.syntax.Stmt;

/** {@code let} and local {@code var}. */
final class LocalVariables {
  private final Session session;
  private final TypeResolver resolver;
  private final ExprChecker expressions;
  private final Values values;
  private final Module root;

  LocalVariables(
      Session session, TypeResolver resolver, ExprChecker expressions, Values values, Module root) {
    this.session = session;
    this.resolver = resolver;
    this.expressions = expressions;
    this.values = values;
    this.root = root;
  }

  void let(Stmt.Let let, Env env) {
    Optional<Type> wanted = let.type().map(t -> resolver.resolve(t, TypeResolver.Use.PASSED, env));
    String holder = "`" + let.variable().name() + "` holds";
    Type actual = values.initial(let.value(), wanted, Optional.of(let.variable()), holder, env);
    if (let.value() instanceof Expr.Any any
        && any.domain().isEmpty()
        && StmtChecker.isUnbounded(let.type())) {
      session.error(
          Code.E036,
          any.span(),
          "there is no end of `int` values to choose from",
          "write a range: `any 0..N`");
    }
    Type type = wanted.filter(w -> !w.isAggregate()).orElseGet(() -> inferred(let, actual));
    declare(let.variable(), type, env);
  }

  private Type inferred(Stmt.Let let, Type actual) {
    String name = let.variable().name().text();
    if (actual instanceof Type.Null || actual instanceof Type.EmptySet) {
      return unclear(let.value(), actual, "let " + name);
    } else if (actual instanceof Type.Unit) {
      return session.error(
          Code.E030,
          let.value().span(),
          Session.quote(let.value()) + " returns nothing",
          "call it as a statement of its own");
    } else if (actual.isAggregate()) {
      return session.error(
          Code.E038,
          let.value().span(),
          "`let` cannot copy a whole `" + actual.text() + "`",
          "use it where it is, or declare `var " + name + ": " + actual.text() + "` to copy it to");
    }
    return actual;
  }

  private Type unclear(Expr value, Type actual, String declaration) {
    return session.error(
        Code.E035,
        value.span(),
        "it cannot be told what type `" + actual.text() + "` has here",
        "write the type: `"
            + declaration
            + ": "
            + (actual instanceof Type.Null ? "S? = null`" : "set<T> = {}`"));
  }

  void variable(Stmt.LocalVar s, Env env) {
    Declaration.Binder variable = s.variable();
    Optional<Type> wanted = s.type().map(t -> declared(s, env));
    session.tables().variables.add(variable);
    Optional<Type> actual =
        s.init()
            .map(
                e ->
                    values.initial(
                        e, wanted, Optional.of(variable), "`" + variable.name() + "` holds", env));
    if (s.init().isEmpty() && wanted.isPresent()) {
      requireDefault(variable.name(), wanted.get());
    }
    declare(variable, wanted.orElseGet(() -> inferred(s, actual)), env);
  }

  /** The declared type, which others may have asked for before. */
  private Type declared(Stmt.LocalVar s, Env env) {
    Type known = session.tables().types.get(s.variable());
    return known != null
        ? known
        : resolver.resolve(s.type().orElseThrow(), TypeResolver.Use.STORED, env);
  }

  private Type inferred(Stmt.LocalVar s, Optional<Type> actual) {
    String name = s.variable().name().text();
    if (actual.isEmpty()) {
      return new Type.Error(); // reported by the parser
    }
    Expr init = s.init().orElseThrow();
    if (actual.get() instanceof Type.Int) {
      return session.error(
          Code.E036,
          s.variable().name().span(),
          "a number that changes needs bounds",
          "write a range, such as `var "
              + name
              + ": 0..3 = "
              + TypeText.text(init)
              + "`, or `let` if it does not change");
    } else if (actual.get() instanceof Type.Null || actual.get() instanceof Type.EmptySet) {
      return unclear(init, actual.get(), "var " + name);
    } else if (actual.get() instanceof Type.Unit) {
      return session.error(
          Code.E030, init.span(), Session.quote(init) + " returns nothing", "call it alone");
    }
    return actual.get();
  }

  private void declare(Declaration.Binder variable, Type type, Env env) {
    session.tables().put(variable, type);
    env.scope()
        .declare(variable.name().text(), variable)
        .ifPresent(
            first -> session.problems().report(Names.declaredTwice(variable.name(), first, root)));
  }

  /** Reports a variable or a field that has no initial value although it needs one. */
  void requireDefault(Identifier name, Type type) {
    if (type instanceof Type.Array array) {
      requireDefault(name, array.element());
    } else if (type instanceof Type.MapOf map) {
      requireDefault(name, map.value());
    } else if (type instanceof Type.Variable) {
      session.error(
          Code.E037,
          name.span(),
          "`" + name + "` needs an initial value",
          "give it one: what `" + type.text() + "` stands for may have no default");
    } else if (type.isReference() && !type.isNullable()) {
      session.error(
          Code.E037,
          name.span(),
          "`" + name + "` needs an initial value, since a `" + type.text() + "` is never null",
          "write `= any`, or declare it as `" + type.text() + "?`");
    }
  }
}
