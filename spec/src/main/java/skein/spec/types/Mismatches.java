package skein.spec.types;

import skein.spec.diagnostic.Code;
import skein.spec.source.Span;
import skein.spec.syntax.Expr;

/** Reports values of a type that cannot stand where they do. */
final class Mismatches {
  private final Session session;

  Mismatches(Session session) {
    this.session = session;
  }

  /**
   * Reports if a value does not convert; the result says whether it does.
   *
   * @param holder what wants the value, with its verb: "`x` holds"
   */
  boolean require(Expr value, Type actual, Type wanted, String holder) {
    boolean converts = Conversions.converts(actual, wanted) || actual.isError();
    if (!converts) {
      report(value, actual, wanted, holder);
    }
    return converts;
  }

  private void report(Expr value, Type actual, Type wanted, String holder) {
    Span span = value.span();
    String what = holder + " `" + wanted.text() + "`, but ";
    if (actual instanceof Type.Unit) {
      session.error(
          Code.E030,
          span,
          what + Session.quote(value) + " returns nothing",
          "declare what the function returns: `fn f(…): " + wanted.text() + "`");
    } else if (actual instanceof Type.Null && wanted.isReference()) {
      session.error(
          Code.E030, span, what + "this is null", "declare the type as `" + wanted.text() + "?`");
    } else if (wanted.isReference() && actual instanceof Type.Int) {
      session.error(
          Code.E044,
          span,
          what + Session.quote(value) + " is a number",
          "instances have no numbers: choose one with `any "
              + wanted.text().replace("?", "")
              + "`");
    } else if (wanted instanceof Type.Int && actual.isReference()) {
      session.error(
          Code.E044,
          span,
          what + Session.quote(value) + " is a `" + actual.text() + "`",
          "instances are interchangeable and have no numbers: keep a number in a field, or in a `map<"
              + actual.text().replace("?", "")
              + ", 0..N>`");
    } else {
      session.error(
          Code.E030,
          span,
          what + Session.quote(value) + " is `" + actual.text() + "`",
          help(value, actual, wanted));
    }
  }

  private static String help(Expr value, Type actual, Type wanted) {
    if (wanted instanceof Type.Bool && value instanceof Expr.IntLiteral) {
      return "write `true` or `false`";
    } else if (wanted instanceof Type.Bool) {
      return truth(actual);
    } else if (wanted instanceof Type.Int && actual instanceof Type.Bool) {
      return "write `c ? 1 : 0`";
    } else if (wanted instanceof Type.Int
        && (actual instanceof Type.SetOf || actual instanceof Type.QueueOf)) {
      return "its number of elements is `size(…)`";
    } else if (wanted instanceof Type.SetOf set && Conversions.converts(actual, set.element())) {
      return "put it in braces: `{…}`; `+=` adds one element";
    } else if (wanted instanceof Type.ProcessRef && actual instanceof Type.Task) {
      return "a Task may be any process: declare what holds it as `Task`";
    } else if (wanted instanceof Type.Array && actual instanceof Type.Array) {
      return "arrays agree only if their sizes are written alike";
    }
    return "change one of the two types";
  }

  /** How to make a condition of a value. */
  static String truth(Type actual) {
    if (actual instanceof Type.Int) {
      return "compare it: `… != 0`";
    } else if (actual.isReference() || actual instanceof Type.Null) {
      return "compare it: `… != null`";
    } else if (actual instanceof Type.SetOf || actual instanceof Type.EmptySet) {
      return "compare it: `… != {}`";
    } else if (actual instanceof Type.QueueOf) {
      return "compare its size: `size(…) > 0`";
    }
    return "write a comparison";
  }

  /** Reports a condition that is no bool. */
  void requireBool(Expr value, Type actual) {
    if (actual instanceof Type.Unit) {
      require(value, actual, new Type.Bool(), "a condition is");
    } else if (!(actual instanceof Type.Bool) && !actual.isError()) {
      session.error(
          Code.E032,
          value.span(),
          "a condition is a bool, but " + Session.quote(value) + " is `" + actual.text() + "`",
          truth(actual));
    }
  }
}
