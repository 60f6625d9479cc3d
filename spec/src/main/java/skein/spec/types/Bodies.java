package skein.spec.types;

import java.util.Optional;
import skein.spec.diagnostic.Code;
import skein.spec.source.Span;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Expr;
import skein.spec.syntax.Identifier;

/** Checks everything that has an expression or a statement in it, once all signatures are known. */
final class Bodies {
  private final Session session;
  private final Scopes scopes;
  private final ExprChecker expressions;
  private final StmtChecker statements;
  private final Values values;
  private final LocalVariables locals;
  private final Calls.Results results;
  private final CheckRules checks;

  Bodies(
      Session session,
      Scopes scopes,
      ExprChecker expressions,
      StmtChecker statements,
      Values values,
      LocalVariables locals,
      Calls.Results results,
      CheckRules checks) {
    this.session = session;
    this.scopes = scopes;
    this.expressions = expressions;
    this.statements = statements;
    this.values = values;
    this.locals = locals;
    this.results = results;
    this.checks = checks;
  }

  void check(Declaration declaration) {
    if (declaration instanceof Declaration.Struct struct) {
      Env env = env(Body.Kind.INITIAL, struct);
      for (Declaration.Field field : struct.fields()) {
        initial(field.name(), session.tables().type(field), field.init(), env);
      }
    } else if (declaration instanceof Declaration.Global variable) {
      Env env = env(Body.Kind.INITIAL, variable);
      initial(variable.name(), session.tables().type(variable), variable.init(), env);
    } else if (declaration instanceof Declaration.Def def) {
      results.of(def);
    } else if (declaration instanceof Declaration.Function function) {
      statements.body(function.body(), codeEnv(Body.Kind.FUNCTION, function, new Type.Task(false)));
    } else if (declaration instanceof Declaration.Process process) {
      refuseFairness(process);
      statements.body(
          process.body(), codeEnv(Body.Kind.PROCESS, process, new Type.ProcessRef(process, false)));
    } else if (declaration instanceof Declaration.Action action) {
      Env env = env(Body.Kind.ACTION, action);
      action.guard().ifPresent(guard -> expressions.expectBool(guard, env));
      statements.body(action.body(), env);
    } else if (declaration instanceof Declaration.Property property) {
      expressions.expectBool(property.condition(), env(Body.Kind.PROPERTY, property));
    } else if (declaration instanceof Declaration.TemporalProperty property) {
      refuse(property.name().span(), "property `" + property.name() + "`");
      formula(property.formula(), env(Body.Kind.PROPERTY, property));
    } else if (declaration instanceof Declaration.Check check) {
      checks.check(check, env(Body.Kind.CONSTANT, check));
    }
  }

  private Env env(Body.Kind kind, Declaration owner) {
    return new Env(scopes.of(owner), Body.of(kind, owner));
  }

  private Env codeEnv(Body.Kind kind, Declaration owner, Type self) {
    Body body = new Body(kind, owner, Optional.of(self));
    return new Env(scopes.of(owner), body);
  }

  private void initial(Identifier name, Type type, Optional<Expr> init, Env env) {
    if (init.isPresent()) {
      values.initial(init.get(), Optional.of(type), Optional.empty(), "`" + name + "` holds", env);
    } else {
      locals.requireDefault(name, type);
    }
  }

  private void refuseFairness(Declaration.Process process) {
    if (process.fairness() != Declaration.Fairness.NONE) {
      refuse(process.name().span(), "fairness of `" + process.name() + "`");
    }
  }

  private void refuse(Span span, String what) {
    session.error(
        Code.E058,
        span,
        what + ": liveness is not checked yet",
        "leave it out; `invariant`, `final invariant` and `cover` are checked, and so is deadlock");
  }

  private void formula(Declaration.Temporal formula, Env env) {
    if (formula instanceof Declaration.Temporal.State state) {
      expressions.expectBool(state.condition(), env);
    } else if (formula instanceof Declaration.Temporal.Always always) {
      formula(always.operand(), env);
    } else if (formula instanceof Declaration.Temporal.Eventually eventually) {
      formula(eventually.operand(), env);
    } else if (formula instanceof Declaration.Temporal.LeadsTo leads) {
      formula(leads.left(), env);
      formula(leads.right(), env);
    }
  }
}
