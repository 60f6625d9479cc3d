package skein.spec.types;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import skein.spec.diagnostic.Code;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Identifier;
import skein.spec.syntax.Module;
import skein.spec.syntax.Stmt;
import skein.spec.syntax.TypeExpr;

/** The types of what is declared at the top level, so that bodies can use it in any order. */
final class Signatures {
  private final Session session;
  private final TypeResolver resolver;
  private final ConstantRules constants;
  private final Scopes scopes;
  private final Module root;

  Signatures(
      Session session, TypeResolver resolver, ConstantRules constants, Scopes scopes, Module root) {
    this.session = session;
    this.resolver = resolver;
    this.constants = constants;
    this.scopes = scopes;
    this.root = root;
  }

  void check(List<Declaration> declarations) {
    for (Declaration declaration : declarations) {
      if (declaration instanceof Declaration.Const constant) {
        constant(constant);
      }
    }
    declarations.forEach(this::declaration);
  }

  private void constant(Declaration.Const constant) {
    Env env = constantEnv(constant);
    Optional<Type> declared =
        constant.type().map(t -> resolver.resolve(t, TypeResolver.Use.PASSED, env));
    session.tables().put(constant, constants.constant(constant, declared, env));
  }

  private Env constantEnv(Declaration owner) {
    return new Env(scopes.global(), Body.of(Body.Kind.CONSTANT, owner));
  }

  private void declaration(Declaration declaration) {
    if (declaration instanceof Declaration.Hunk) {
      session.tables().put(declaration, new Type.Bool());
    } else if (declaration instanceof Declaration.Enum members) {
      members.members().forEach(m -> session.tables().put(m, new Type.Enum(members)));
    } else if (declaration instanceof Declaration.Struct struct) {
      struct(struct);
    } else if (declaration instanceof Declaration.Global variable) {
      type(variable, variable.type(), TypeResolver.Use.STORED, constantEnv(variable));
    } else if (declaration instanceof Declaration.Def def) {
      callable(def, def.typeParameters(), def.parameters());
      def.result().ifPresent(r -> result(def, r));
    } else if (declaration instanceof Declaration.Function function) {
      callable(function, function.typeParameters(), function.parameters());
      if (function.result().isPresent()) {
        result(function, function.result().get());
      } else {
        session.tables().put(function, new Type.Unit());
      }
    } else if (declaration instanceof Declaration.Action action) {
      callable(action, ImmutableList.of(), action.parameters());
      action.parameters().forEach(this::enumerable);
    } else if (declaration instanceof Declaration.Process process) {
      process(process);
    }
  }

  private Type type(Declaration of, TypeExpr written, TypeResolver.Use use, Env env) {
    return session.tables().put(of, resolver.resolve(written, use, env));
  }

  private void struct(Declaration.Struct struct) {
    Env env = constantEnv(struct);
    struct.count().ifPresent(count -> constants.check(count, "the number of objects", env));
    Scope seen = Scope.global();
    for (Declaration.Field field : struct.fields()) {
      type(field, field.type(), TypeResolver.Use.STORED, env);
      declare(seen, field.name(), field);
    }
  }

  private void declare(Scope scope, Identifier name, Declaration declaration) {
    scope
        .declare(name.text(), declaration)
        .ifPresent(first -> session.problems().report(Names.declaredTwice(name, first, root)));
  }

  private void callable(
      Declaration owner,
      ImmutableList<Declaration.TypeParameter> typeParameters,
      ImmutableList<Declaration.Parameter> parameters) {
    Scope scope = scopes.of(owner);
    typeParameters.forEach(t -> declare(scope, t.name(), t));
    Env env = new Env(scope, Body.of(Body.Kind.CONSTANT, owner));
    for (Declaration.Parameter parameter : parameters) {
      Type type = type(parameter, parameter.type(), TypeResolver.Use.PASSED, env);
      if (type.isAggregate() && !parameter.ref() && !(owner instanceof Declaration.Def)) {
        session.error(
            Code.E036,
            parameter.span(),
            "a whole `" + type.text() + "` can only be passed by reference",
            "write `ref " + parameter.name() + ": " + type.text() + "`");
      }
    }
    parameters.forEach(p -> declare(scope, p.name(), p));
  }

  private void result(Declaration owner, TypeExpr written) {
    Env env = new Env(scopes.of(owner), Body.of(Body.Kind.CONSTANT, owner));
    Type type = type(owner, written, TypeResolver.Use.PASSED, env);
    if (type.isAggregate()) {
      session.tables().put(owner, new Type.Error());
      session.error(
          Code.E036,
          written.span(),
          "a whole `" + type.text() + "` cannot be returned",
          "return a single value, or store it through a `ref` parameter");
    }
  }

  /** An action is tried with every value of its parameters. */
  private void enumerable(Declaration.Parameter parameter) {
    Type type = session.tables().type(parameter);
    if (parameter.ref()) {
      session.error(
          Code.E036,
          parameter.span(),
          "an action has no caller that could pass a reference",
          "leave out `ref`");
    } else if (type.isNullable()) {
      session.error(
          Code.E036,
          parameter.type().span(),
          "an action's parameter is never null",
          "leave out the `?`");
    } else if (!type.isError()
        && !type.isAggregate()
        && (!type.isEnumerable() || StmtChecker.isUnbounded(Optional.of(parameter.type())))) {
      session.error(
          Code.E036,
          parameter.type().span(),
          "an action cannot be tried with every `" + type.text() + "`",
          "use a bool, a range, an enum, a reference or a Task");
    }
  }

  private void process(Declaration.Process process) {
    Env env = constantEnv(process);
    if (process.instances() instanceof Declaration.Instances.Counted counted) {
      constants.check(counted.count(), "the number of instances", env);
    } else if (process.instances() instanceof Declaration.Instances.Numbered numbered) {
      constants.check(numbered.lo(), "the first number", env);
      constants.check(numbered.hi(), "the last number", env);
      session.tables().put(numbered.index(), new Type.Int());
      declare(scopes.of(process), numbered.index().name(), numbered.index());
    }
    for (Stmt statement : process.body().body()) {
      if (Statements.plain(statement) instanceof Stmt.LocalVar variable
          && variable.type().isPresent()) {
        type(variable.variable(), variable.type().get(), TypeResolver.Use.STORED, env);
      }
    }
  }
}
