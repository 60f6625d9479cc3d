package skein.spec.types;

import java.util.Optional;
import skein.spec.diagnostic.Code;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Expr;
import skein.spec.syntax.Stmt;
import skein.spec.syntax.TypeExpr;

/** Names and types in statements. Where they may stand is for the rules that come after. */
final class StmtChecker {
  private final Session session;
  private final ExprChecker expressions;
  private final Values values;
  private final Places places;
  private final LocalVariables locals;
  private final Calls.Results results;

  StmtChecker(
      Session session,
      ExprChecker expressions,
      Values values,
      LocalVariables locals,
      Calls.Results results) {
    this.session = session;
    this.expressions = expressions;
    this.values = values;
    this.places = new Places(session);
    this.locals = locals;
    this.results = results;
  }

  /**
   * The body of a function, an action or a process; its names are those of the parameters' scope.
   */
  void body(Stmt.Block body, Env env) {
    body.body().forEach(statement -> check(statement, env));
  }

  private void check(Stmt s, Env env) {
    if (s instanceof Stmt.Block block) {
      body(block, env.inner());
    } else if (s instanceof Stmt.Let let) {
      locals.let(let, env);
    } else if (s instanceof Stmt.LocalVar variable) {
      locals.variable(variable, env);
    } else if (s instanceof Stmt.Assign assign) {
      assign(assign, env);
    } else if (s instanceof Stmt.Call call) {
      Type type = expressions.calls().call(call.call(), env, Calls.Place.STATEMENT);
      session.tables().put(call.call(), type);
    } else if (s instanceof Stmt.If choice) {
      condition(choice.condition(), env);
      check(choice.then(), env.inner());
      choice.otherwise().ifPresent(otherwise -> check(otherwise, env.inner()));
    } else if (s instanceof Stmt.While loop) {
      condition(loop.condition(), env);
      check(loop.body(), env.inner());
    } else if (s instanceof Stmt.For loop) {
      Type element = expressions.domain(loop.domain(), env);
      check(loop.body(), with(loop.variable(), element, env));
    } else if (s instanceof Stmt.Choose choose) {
      choose(choose, env);
    } else if (s instanceof Stmt.Labelled labelled) {
      check(labelled.body(), env);
    } else if (s instanceof Stmt.Annotated annotated) {
      check(annotated.body(), env);
    } else {
      simple(s, env);
    }
  }

  private void simple(Stmt s, Env env) {
    if (s instanceof Stmt.Return result) {
      result(result, env);
    } else if (s instanceof Stmt.Await await) {
      expressions.expectBool(await.condition(), env);
    } else if (s instanceof Stmt.Free free) {
      free(free, env);
    } else if (s instanceof Stmt.Assert check) {
      expressions.expectBool(check.condition(), env);
    } else {
      Statements.inside(s).forEach(inner -> check(inner, env.inner()));
    }
  }

  private Env with(Declaration.Binder variable, Type type, Env env) {
    Env inside = env.inner();
    session.tables().put(variable, type);
    inside.scope().declare(variable.name().text(), variable);
    return inside;
  }

  /** A condition: calls of functions can be its operands. */
  private void condition(Expr e, Env env) {
    if (e instanceof Expr.Unary unary && unary.op() == Expr.UnaryOp.NOT) {
      condition(unary.operand(), env);
      session.tables().put(e, new Type.Bool());
    } else if (e instanceof Expr.Binary binary
        && (binary.op() == Expr.BinaryOp.AND || binary.op() == Expr.BinaryOp.OR)) {
      condition(binary.left(), env);
      condition(binary.right(), env);
      session.tables().put(e, new Type.Bool());
    } else if (e instanceof Expr.Call) {
      expressions.mismatches().requireBool(e, values.whole(e, env));
    } else {
      expressions.expectBool(e, env);
    }
  }

  private void assign(Stmt.Assign s, Env env) {
    Type found = expressions.infer(s.target(), env);
    Type target = places.requireAssignable(s.target()) ? found : new Type.Error();
    String holder = Session.quote(s.target()) + " holds";
    if (s.op() == Stmt.AssignOp.SET) {
      Type value = values.whole(s.value(), env);
      expressions.mismatches().require(s.value(), value, target, holder);
      return;
    }
    Type value = expressions.infer(s.value(), env);
    if (target instanceof Type.SetOf set) {
      if (value instanceof Type.SetOf || value instanceof Type.EmptySet) {
        session.error(
            Code.E031,
            s.value().span(),
            "`"
                + s.op().text()
                + "` takes one element, but "
                + Session.quote(s.value())
                + " is a set",
            s.op() == Stmt.AssignOp.ADD ? "write `s = s union …`" : "write `s = s minus …`");
      } else {
        expressions.mismatches().require(s.value(), value, set.element(), "the set holds");
      }
    } else if (target instanceof Type.Int) {
      expressions.mismatches().require(s.value(), value, target, holder);
    } else if (!target.isError()) {
      notCounted(s, target);
    }
  }

  private void notCounted(Stmt.Assign s, Type target) {
    boolean symmetric = target.isReference() || target instanceof Type.Variable;
    String does = s.op() == Stmt.AssignOp.ADD ? "count up" : "count down";
    session.error(
        symmetric ? Code.E041 : Code.E031,
        s.span(),
        "`" + s.op().text() + "` cannot " + does + " a `" + target.text() + "`",
        symmetric
            ? "instances are interchangeable and have no neighbours: keep what follows what in a"
                + " field or in a `map`"
            : "it changes numbers, and adds to and takes out of sets");
  }

  private void choose(Stmt.Choose choose, Env env) {
    Type element = expressions.domain(choose.domain(), env);
    Env inside = with(choose.variable(), element, env);
    choose.where().ifPresent(where -> expressions.expectBool(where, inside));
    check(choose.body(), inside);
  }

  private void result(Stmt.Return s, Env env) {
    Optional<Type> value =
        s.value()
            .map(e -> e instanceof Expr.Call ? values.whole(e, env) : expressions.infer(e, env));
    if (!(env.body().owner instanceof Declaration.Function function)) {
      value.ifPresent(
          v ->
              session.error(
                  Code.E057,
                  s.span(),
                  "only a function returns a value",
                  "write `return` alone, or store the value in a variable"));
      return;
    }
    Type wanted = results.of(function);
    String name = "`" + function.name() + "`";
    if (value.isPresent() && wanted instanceof Type.Unit) {
      session.error(
          Code.E057,
          s.value().get().span(),
          name + " is declared to return nothing",
          "declare the result, `fn " + function.name() + "(…): T`, or leave out the value");
    } else if (value.isPresent()) {
      expressions.mismatches().require(s.value().get(), value.get(), wanted, name + " returns");
    } else if (!(wanted instanceof Type.Unit) && !wanted.isError()) {
      session.error(
          Code.E057,
          s.span(),
          name + " returns a `" + wanted.text() + "`, but this returns nothing",
          "write the value: `return …`");
    }
  }

  private void free(Stmt.Free free, Env env) {
    Type type = expressions.infer(free.object(), env);
    boolean heap =
        type instanceof Type.Ref ref && ref.declaration().kind() == Declaration.StructKind.HEAP;
    if (!heap && !type.isError()) {
      session.error(
          Code.E030,
          free.object().span(),
          "only an object of a heap struct can be freed, but "
              + Session.quote(free.object())
              + " is `"
              + type.text()
              + "`",
          type instanceof Type.Ref ref
              ? "declare it as `heap struct " + ref.declaration().name() + "[N]`"
              : "free a reference to such an object");
    }
  }

  /** Whether a type as written is {@code int}: without bounds. */
  static boolean isUnbounded(Optional<TypeExpr> type) {
    return type.isPresent()
        && type.get() instanceof TypeExpr.Named named
        && named.name().text().equals("int");
  }
}
