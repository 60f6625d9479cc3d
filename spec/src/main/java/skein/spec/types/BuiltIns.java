package skein.spec.types;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import skein.spec.diagnostic.Code;
import skein.spec.syntax.Expr;

/** Calls of the functions that need no declaration. */
final class BuiltIns {
  private final Session session;
  private final Mismatches mismatches;
  private final Places places;

  BuiltIns(Session session, Mismatches mismatches, Places places) {
    this.session = session;
    this.mismatches = mismatches;
    this.places = places;
  }

  Type call(Expr.Call call, ImmutableList<Type> arguments, Env env, Calls.Place place) {
    String name = call.function().text();
    boolean two = name.equals("min") || name.equals("max") || name.equals("push");
    if (arguments.size() != (two ? 2 : 1)) {
      Calls.wrongCount(session, call, two ? 2 : 1, Optional.empty());
      return new Type.Error();
    }
    boolean changes = name.equals("push") || name.equals("pop");
    if (!changes && place == Calls.Place.STATEMENT) {
      session.error(
          Code.E052,
          call.span(),
          "`" + name + "` only computes a value, so as a statement it does nothing",
          "use the value");
    }
    switch (name) {
      case "size":
        return size(call, arguments.get(0));
      case "min", "max":
        return extreme(call, arguments);
      case "push":
        return push(call, arguments, env, place);
      default:
        return take(call, arguments.get(0), env, place);
    }
  }

  private Type extreme(Expr.Call call, ImmutableList<Type> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      Expr argument = call.arguments().get(i);
      String holder = "`" + call.function() + "` takes";
      if (!mismatches.require(argument, arguments.get(i), new Type.Int(), holder)) {
        return new Type.Error();
      }
    }
    return new Type.Int();
  }

  private Type size(Expr.Call call, Type argument) {
    boolean sized =
        argument instanceof Type.SetOf
            || argument instanceof Type.EmptySet
            || argument instanceof Type.QueueOf
            || argument.isError();
    if (!sized) {
      Expr e = call.arguments().get(0);
      session.error(
          Code.E031,
          e.span(),
          "`size` wants a set or a queue, but "
              + Session.quote(e)
              + " is `"
              + argument.text()
              + "`",
          argument instanceof Type.Array array
              ? "the array always has " + TypeText.text(array.size()) + " elements"
              : "use `count x in S : …` to count what satisfies a condition");
    }
    return new Type.Int();
  }

  private Type push(Expr.Call call, ImmutableList<Type> arguments, Env env, Calls.Place place) {
    if (!env.body().hasSteps()) {
      return session.error(
          Code.E052,
          call.span(),
          "`push` changes its queue, and nothing can be changed here",
          "use it in a `fn`, an `action` or a `process`");
    } else if (place != Calls.Place.STATEMENT) {
      return session.error(
          Code.E052, call.span(), "`push` returns nothing", "make it a statement of its own");
    }
    Type element = queue(call, arguments.get(0));
    places.requireAssignable(call.arguments().get(0));
    mismatches.require(call.arguments().get(1), arguments.get(1), element, "the queue holds");
    return new Type.Unit();
  }

  /** {@code pop} and {@code head}. */
  private Type take(Expr.Call call, Type argument, Env env, Calls.Place place) {
    Type element = queue(call, argument);
    if (call.function().text().equals("head")) {
      return element;
    }
    if (!env.body().hasSteps()) {
      return session.error(
          Code.E052,
          call.span(),
          "`pop` changes its queue, and nothing can be changed here",
          "`head` tells the first element and leaves it there");
    } else if (place == Calls.Place.INSIDE) {
      return session.error(
          Code.E052,
          call.span(),
          "a call of `pop` cannot stand inside an expression",
          "write `let x = pop(…)` before, and use `x` here");
    }
    places.requireAssignable(call.arguments().get(0));
    return element;
  }

  private Type queue(Expr.Call call, Type argument) {
    if (argument instanceof Type.QueueOf queue) {
      return queue.element();
    } else if (argument.isError()) {
      return argument;
    }
    Expr e = call.arguments().get(0);
    return session.error(
        Code.E031,
        e.span(),
        "`"
            + call.function()
            + "` wants a queue, but "
            + Session.quote(e)
            + " is `"
            + argument.text()
            + "`",
        argument instanceof Type.SetOf
            ? "add to a set with `+=`, take out of it with `-=`"
            : "declare one: `queue<T, N>`");
  }
}
