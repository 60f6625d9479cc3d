package skein.spec.types;

import java.util.Optional;
import skein.spec.diagnostic.Code;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Expr;

/**
 * Gives every expression its type and every name its declaration. A part that is wrong has the type
 * {@link Type.Error}, which agrees with everything, so that one mistake is reported once.
 */
final class ExprChecker {
  private final Session session;
  private final Mismatches mismatches;
  private final Operators operators;
  private final Accesses accesses;
  private final Calls calls;
  private final NameUses nameUses;

  ExprChecker(Session session, Calls.Results results) {
    this.session = session;
    this.mismatches = new Mismatches(session);
    this.operators = new Operators(session, mismatches);
    this.accesses = new Accesses(session, mismatches);
    this.nameUses = new NameUses(session);
    this.calls = new Calls(session, mismatches, this, results);
  }

  /** The type of an expression that stands where no step is taken: without calls of functions. */
  Type infer(Expr e, Env env) {
    return session.tables().put(e, find(e, env));
  }

  /** Infers, and reports if the value does not convert to {@code wanted}. */
  Type expect(Expr e, Type wanted, String holder, Env env) {
    Type actual = infer(e, env);
    mismatches.require(e, actual, wanted, holder);
    return actual;
  }

  void expectBool(Expr e, Env env) {
    mismatches.requireBool(e, infer(e, env));
  }

  Mismatches mismatches() {
    return mismatches;
  }

  Calls calls() {
    return calls;
  }

  private Type find(Expr e, Env env) {
    if (e instanceof Expr.IntLiteral) {
      return new Type.Int();
    } else if (e instanceof Expr.BoolLiteral) {
      return new Type.Bool();
    } else if (e instanceof Expr.NullLiteral) {
      return new Type.Null();
    } else if (e instanceof Expr.Name name) {
      return nameUses.value(name, env);
    } else if (e instanceof Expr.Self self) {
      return nameUses.self(self, env);
    } else if (e instanceof Expr.FieldAccess field) {
      return accesses.field(field, infer(field.object(), env), env);
    } else if (e instanceof Expr.Index index) {
      Type object = infer(index.object(), env);
      return accesses.index(index, object, infer(index.index(), env));
    } else if (e instanceof Expr.AtLabel at) {
      return accesses.label(at, infer(at.process(), env));
    } else if (e instanceof Expr.Call call) {
      return calls.call(call, env, Calls.Place.INSIDE);
    }
    return composite(e, env);
  }

  private Type composite(Expr e, Env env) {
    if (e instanceof Expr.Unary unary) {
      return operators.unary(unary, infer(unary.operand(), env));
    } else if (e instanceof Expr.Binary binary) {
      Type left = infer(binary.left(), env);
      return operators.binary(binary, left, infer(binary.right(), env));
    } else if (e instanceof Expr.Conditional conditional) {
      return conditional(conditional, env);
    } else if (e instanceof Expr.Range range) {
      expect(range.lo(), new Type.Int(), "a range's bound is", env);
      expect(range.hi(), new Type.Int(), "a range's bound is", env);
      return new Type.SetOf(new Type.Int());
    } else if (e instanceof Expr.SetLiteral set) {
      return set(set, env);
    } else if (e instanceof Expr.Comprehension each) {
      Type element = domain(each.domain(), env);
      condition(each.variable(), element, each.condition(), env);
      return element.isError() ? element : new Type.SetOf(element);
    } else if (e instanceof Expr.Quantified each) {
      condition(each.variable(), domain(each.domain(), env), each.body(), env);
      return each.quantifier() == Expr.Quantifier.COUNT ? new Type.Int() : new Type.Bool();
    }
    return special(e, env);
  }

  /** What can stand only in certain places, and not here. */
  private Type special(Expr e, Env env) {
    if (e instanceof Expr.Old old) {
      return old(old, env);
    } else if (e instanceof Expr.ArrayLiteral array) {
      array.elements().forEach(element -> infer(element, env));
      return session.error(
          Code.E055,
          e.span(),
          "an array's elements can be listed only as an initial value",
          "assign the elements one by one");
    } else if (e instanceof Expr.New) {
      return session.error(
          Code.E055,
          e.span(),
          "`new` stands only as the whole right side of an assignment, a `let` or a `var`",
          "write `let x = new …` before, and use `x` here");
    } else if (e instanceof Expr.Any any) {
      any.domain().ifPresent(domain -> infer(domain, env));
      return session.error(
          Code.E055,
          e.span(),
          "`any` stands only as the whole initial value of a `let`, a `var` or a field",
          "write `let x = any …` before, and use `x` here");
    }
    return new Type.Error();
  }

  private Type old(Expr.Old old, Env env) {
    if (!env.body().allowsOld() || env.insideOld()) {
      session.error(
          Code.E054,
          old.span(),
          env.insideOld()
              ? "`old` inside `old`: there is one state before the step"
              : "there is no step here that `old` could look behind",
          env.insideOld()
              ? "leave out the inner one"
              : "`old` stands in a `step invariant`; elsewhere keep the value in a variable");
    }
    return infer(old.operand(), env.old());
  }

  private Type conditional(Expr.Conditional e, Env env) {
    expectBool(e.condition(), env);
    Type then = infer(e.then(), env);
    Type otherwise = infer(e.otherwise(), env);
    Optional<Type> joined = Conversions.join(then, otherwise);
    if (joined.isPresent() && !joined.get().isAggregate()) {
      return joined.get();
    }
    return joined.isPresent()
        ? session.error(
            Code.E038,
            e.span(),
            "`?:` cannot choose between whole values of `" + then.text() + "`",
            "choose between the fields or elements that matter")
        : session.error(
            Code.E031,
            e.span(),
            "the two values of `?:` are `" + then.text() + "` and `" + otherwise.text() + "`",
            "give both the same type");
  }

  private Type set(Expr.SetLiteral set, Env env) {
    Type element = null;
    for (Expr e : set.elements()) {
      Type next = elementType(e, infer(e, env));
      Optional<Type> joined = element == null ? Optional.of(next) : Conversions.join(element, next);
      if (joined.isEmpty()) {
        session.error(
            Code.E031,
            e.span(),
            Session.quote(e)
                + " is `"
                + next.text()
                + "`, but the set's other elements are `"
                + element.text()
                + "`",
            "the elements of a set have one type");
      }
      element = joined.orElse(new Type.Error());
    }
    if (element == null) {
      return new Type.EmptySet();
    }
    return element.isError() ? element : new Type.SetOf(Conversions.nonNull(element));
  }

  private Type elementType(Expr e, Type type) {
    if (type.isEnumerable()) {
      return type;
    }
    return session.error(
        Code.E036,
        e.span(),
        "`" + type.text() + "` cannot be an element of a set",
        type instanceof Type.SetOf
            ? "leave out the braces: it is a set already"
            : "an element is a bool, a number, an enum's member, a reference or a Task");
  }

  private void condition(Declaration.Binder variable, Type element, Expr condition, Env env) {
    Env inside = env.inner();
    session.tables().put(variable, element);
    inside.scope().declare(variable.name().text(), variable);
    expectBool(condition, inside);
  }

  /** The type of the elements of what is quantified over, chosen from or looped over. */
  Type domain(Expr domain, Env env) {
    Type type = infer(domain, env);
    if (type instanceof Type.SetOf set) {
      return set.element();
    } else if (type.isError()) {
      return type;
    } else if (type instanceof Type.EmptySet) {
      return session.error(
          Code.E035, domain.span(), "it cannot be told what `{}` would hold", "name a set here");
    }
    return session.error(
        Code.E031,
        domain.span(),
        "a set is wanted here, but " + Session.quote(domain) + " is `" + type.text() + "`",
        domainHelp(type));
  }

  private static String domainHelp(Type type) {
    if (type instanceof Type.Array array) {
      return "go over the indices: `i in 0.." + TypeText.text(array.size()) + " - 1`";
    } else if (type instanceof Type.MapOf map) {
      return "go over the keys: `k in " + map.key().text() + "`";
    } else if (type instanceof Type.QueueOf) {
      return "go over the positions: `i in 0..size(q) - 1`";
    } else if (type instanceof Type.Int) {
      return "write a range: `0..n`";
    } else if (type.isReference()) {
      return "name the type for all its instances: `in " + Conversions.nonNull(type).text() + "`";
    }
    return "write a range, a set, or the name of a type";
  }
}
