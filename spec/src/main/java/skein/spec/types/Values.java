package skein.spec.types;

import java.util.Optional;
import java.util.Set;
import skein.spec.diagnostic.Code;
import skein.spec.diagnostic.Suggestions;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Expr;

/** Values that are stored as a whole, where more can stand than inside an expression. */
final class Values {
  private final Session session;
  private final ExprChecker expressions;

  Values(Session session, ExprChecker expressions) {
    this.session = session;
    this.expressions = expressions;
  }

  /** The right side of an assignment: also a call of a function, or {@code new S}. */
  Type whole(Expr e, Env env) {
    if (e instanceof Expr.Call call) {
      return session.tables().put(e, expressions.calls().call(call, env, Calls.Place.WHOLE));
    } else if (e instanceof Expr.New create) {
      return session.tables().put(e, create(create, env));
    }
    return expressions.infer(e, env);
  }

  /**
   * The initial value of a variable or a field: also {@code any}, and the elements of an array; and
   * where steps are taken what {@link #whole} knows.
   *
   * @param variable what {@code where} may name
   */
  Type initial(
      Expr e,
      Optional<Type> wanted,
      Optional<Declaration.Binder> variable,
      String holder,
      Env env) {
    Type actual;
    if (e instanceof Expr.Any any) {
      actual = any(any, wanted, variable, env);
    } else if (e instanceof Expr.ArrayLiteral list
        && wanted.isPresent()
        && wanted.get() instanceof Type.Array array) {
      actual = elements(list, array, holder, env);
    } else {
      actual = env.body().hasSteps() ? whole(e, env) : expressions.infer(e, env);
    }
    session.tables().put(e, actual);
    wanted.ifPresent(type -> expressions.mismatches().require(e, actual, type, holder));
    return actual;
  }

  private Type elements(Expr.ArrayLiteral list, Type.Array array, String holder, Env env) {
    for (Expr element : list.elements()) {
      initial(element, Optional.of(array.element()), Optional.empty(), holder, env);
    }
    if (array.size() instanceof Expr.IntLiteral size && size.value() != list.elements().size()) {
      return session.error(
          Code.E030,
          list.span(),
          "the array has "
              + size.value()
              + " elements, but "
              + list.elements().size()
              + " are listed",
          "list as many as there are");
    }
    return array;
  }

  private Type any(
      Expr.Any any, Optional<Type> wanted, Optional<Declaration.Binder> variable, Env env) {
    if (any.domain().isEmpty()) {
      return wanted.isPresent()
          ? anyOf(any, wanted.get())
          : session.error(
              Code.E035,
              any.span(),
              "it cannot be told what `any` is to choose from",
              "name a set, `any S`, or give the variable a type");
    }
    Type element = expressions.domain(any.domain().get(), env);
    if (any.where().isPresent()) {
      Env inside = env.inner();
      if (variable.isPresent()) {
        session.tables().put(variable.get(), element);
        inside.scope().declare(variable.get().name().text(), variable.get());
      }
      expressions.expectBool(any.where().get(), inside);
    }
    return element;
  }

  private Type anyOf(Expr.Any any, Type wanted) {
    if (wanted instanceof Type.Array array) {
      Type element = anyOf(any, array.element());
      return element.isError() ? element : wanted;
    } else if (wanted instanceof Type.MapOf map) {
      Type element = anyOf(any, map.value());
      return element.isError() ? element : wanted;
    } else if (wanted.isAggregate()
        || wanted instanceof Type.SetOf
        || wanted instanceof Type.Variable) {
      return session.error(
          Code.E036,
          any.span(),
          "`any` cannot choose a whole `" + wanted.text() + "`",
          wanted instanceof Type.SetOf
              ? "start with `{}`, and add what is chosen one by one"
              : "choose its parts: `any` stands for a bool, a range, an enum or a reference");
    }
    return wanted;
  }

  private Type create(Expr.New create, Env env) {
    String name = create.struct().text();
    Optional<Declaration> declaration = env.scope().find(name);
    if (declaration.isEmpty()) {
      session.unknown().type(name, create.struct().span(), env);
      return new Type.Error();
    }
    if (declaration.get() instanceof Declaration.Struct struct
        && struct.kind() == Declaration.StructKind.HEAP) {
      session.tables().references.put(create, struct);
      return new Type.Ref(struct, false);
    }
    boolean objects =
        declaration.get() instanceof Declaration.Struct struct
            && struct.kind() == Declaration.StructKind.OBJECT;
    return session.error(
        Code.E026,
        create.struct().span(),
        objects
            ? "the objects of `" + name + "` are always there, so none can be made"
            : "`" + name + "` is not a heap struct, so no object of it can be made",
        objects
            ? "declare it as `heap struct " + name + "[N]`, or choose one: `any " + name + "`"
            : Suggestions.nearest(name, heaps())
                .map(near -> "did you mean `" + near + "`?")
                .orElse("declare a `heap struct`"));
  }

  private Set<String> heaps() {
    return session
        .names()
        .matching(
            d ->
                d instanceof Declaration.Struct struct
                    && struct.kind() == Declaration.StructKind.HEAP);
  }
}
