package skein.spec.types;

import java.util.Optional;
import skein.spec.diagnostic.Code;
import skein.spec.syntax.Expr;

/** What the operators want and what they give. */
final class Operators {
  private final Session session;
  private final Mismatches mismatches;

  Operators(Session session, Mismatches mismatches) {
    this.session = session;
    this.mismatches = mismatches;
  }

  Type unary(Expr.Unary e, Type operand) {
    if (e.op() == Expr.UnaryOp.NOT) {
      requireTruth("!", e.operand(), operand);
      return new Type.Bool();
    }
    boolean number = requireNumber("-", e.operand(), operand);
    return number ? new Type.Int() : new Type.Error();
  }

  Type binary(Expr.Binary e, Type left, Type right) {
    String op = e.op().text();
    switch (e.op()) {
      case IMPLIES, OR, AND -> {
        requireTruth(op, e.left(), left);
        requireTruth(op, e.right(), right);
        return new Type.Bool();
      }
      case EQUAL, NOT_EQUAL -> {
        equality(e, left, right);
        return new Type.Bool();
      }
      case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> {
        requireNumbers(e, left, right);
        return new Type.Bool();
      }
      case IN -> {
        membership(e, left, right);
        return new Type.Bool();
      }
      case SUBSET -> {
        sets(e, left, right);
        return new Type.Bool();
      }
      case UNION, MINUS, INTER -> {
        return sets(e, left, right);
      }
      default -> {
        return requireNumbers(e, left, right) ? new Type.Int() : new Type.Error();
      }
    }
  }

  private void requireTruth(String op, Expr operand, Type type) {
    if (!(type instanceof Type.Bool) && !type.isError()) {
      session.error(
          Code.E031,
          operand.span(),
          "`" + op + "` wants a bool, but " + Session.quote(operand) + " is `" + type.text() + "`",
          Mismatches.truth(type));
    }
  }

  /** One error for an operator, not one for each operand. */
  private boolean requireNumbers(Expr.Binary e, Type left, Type right) {
    return requireNumber(e.op().text(), e.left(), left)
        && requireNumber(e.op().text(), e.right(), right);
  }

  private boolean requireNumber(String op, Expr operand, Type type) {
    if (type instanceof Type.Int || type.isError()) {
      return true;
    }
    boolean orders = op.startsWith("<") || op.startsWith(">");
    if (type.isReference() || type instanceof Type.Variable) {
      symmetric(op, orders, operand, type);
      return false;
    }
    session.error(
        Code.E031,
        operand.span(),
        "`" + op + "` wants numbers, but " + Session.quote(operand) + " is `" + type.text() + "`",
        numberHelp(op, type));
    return false;
  }

  private static String numberHelp(String op, Type type) {
    if (type instanceof Type.SetOf || type instanceof Type.EmptySet) {
      return switch (op) {
        case "+" -> "join sets with `union`";
        case "-" -> "take elements out of a set with `minus`";
        case "<", "<=", ">", ">=" -> "compare sets with `subset`, or their sizes with `size(…)`";
        default -> "work with its number of elements, `size(…)`";
      };
    } else if (type instanceof Type.Enum) {
      return "members of an enum have no order; use a range, such as `0..3`, for what has one";
    } else if (type instanceof Type.Bool) {
      return "write `c ? 1 : 0` for the number";
    }
    return "use a range, such as `0..3`, for what is counted";
  }

  private void symmetric(String op, boolean orders, Expr operand, Type type) {
    String quoted = "`" + type.text() + "`";
    if (orders) {
      session.error(
          Code.E040,
          operand.span(),
          "values of " + quoted + " have no order, so `" + op + "` cannot compare them",
          type instanceof Type.ProcessRef
              ? "compare with == and !=, or number the processes: `process P[i: 1..N]`, and compare"
                  + " the numbers"
              : "compare with == and !=, or compare numbers kept in fields");
    } else {
      session.error(
          Code.E041,
          operand.span(),
          "`" + op + "` cannot count with a value of " + quoted,
          "instances are interchangeable and have no neighbours: keep what follows what in a field"
              + " or in a `map`");
    }
  }

  private void equality(Expr.Binary e, Type left, Type right) {
    if (left.isError() || right.isError()) {
      return;
    }
    if (left.isAggregate() || right.isAggregate()) {
      Type whole = left.isAggregate() ? left : right;
      session.error(
          Code.E038,
          e.span(),
          "a whole `" + whole.text() + "` cannot be compared",
          whole instanceof Type.Value
              ? "compare the fields that matter, one by one"
              : "compare the elements: `forall i in … : a[i] == b[i]`");
    } else if (left instanceof Type.Unit || right instanceof Type.Unit) {
      Expr nothing = left instanceof Type.Unit ? e.left() : e.right();
      session.error(
          Code.E030, nothing.span(), Session.quote(nothing) + " returns nothing", "call it alone");
    } else if (!Conversions.comparable(left, right)) {
      different(e, left, right);
    }
  }

  private void different(Expr.Binary e, Type left, Type right) {
    boolean number = left instanceof Type.Int || right instanceof Type.Int;
    boolean reference = left.isReference() || right.isReference();
    String help;
    if (number && reference) {
      help = "instances have no numbers: compare with another one, with `self`, or with null";
    } else if (left instanceof Type.Null || right instanceof Type.Null) {
      help = "only references can be null";
    } else if (number && (left instanceof Type.Bool || right instanceof Type.Bool)) {
      help = "a bool is true or false, never 0 or 1";
    } else if (left.isReference() && right.isReference()) {
      help = "an instance of one is no instance of the other; compare with one of the same type";
    } else {
      help = "compare values of one type";
    }
    session.error(
        number && reference ? Code.E044 : Code.E031,
        e.span(),
        "`" + left.text() + "` and `" + right.text() + "` are never equal",
        help);
  }

  private void membership(Expr.Binary e, Type left, Type right) {
    if (left.isError() || right.isError() || right instanceof Type.EmptySet) {
      return;
    }
    if (left instanceof Type.Null) {
      session.error(
          Code.E031, e.span(), "null is in no set and in no queue", "compare with `== null`");
    } else if (right instanceof Type.SetOf set) {
      inSet(e, left, set.element());
    } else if (right instanceof Type.QueueOf queue) {
      mismatches.require(e.left(), left, queue.element(), "the queue holds");
    } else {
      session.error(
          Code.E031,
          e.right().span(),
          "`in` wants a set, but " + Session.quote(e.right()) + " is `" + right.text() + "`",
          right instanceof Type.Array || right instanceof Type.MapOf
              ? "write `exists i in … : a[i] == x`"
              : "compare with `==`, or write a set: `{a, b}`");
    }
  }

  private static boolean bothOfReferences(Type left, Type right) {
    return left instanceof Type.SetOf a
        && right instanceof Type.SetOf b
        && (a.element() instanceof Type.Task && b.element() instanceof Type.ProcessRef
            || a.element() instanceof Type.ProcessRef && b.element() instanceof Type.Task);
  }

  private void inSet(Expr.Binary e, Type left, Type element) {
    if (left instanceof Type.Task && element instanceof Type.ProcessRef) {
      session.error(
          Code.E030,
          e.left().span(),
          "the set holds `"
              + element.text()
              + "`, but "
              + Session.quote(e.left())
              + " is a Task,"
              + " which may be any process",
          "write `exists p in "
              + TypeText.text(e.right())
              + " : p == "
              + TypeText.text(e.left())
              + "`");
      return;
    }
    mismatches.require(e.left(), left, element, "the set holds");
  }

  private Type sets(Expr.Binary e, Type left, Type right) {
    for (Expr operand : new Expr[] {e.left(), e.right()}) {
      Type type = operand == e.left() ? left : right;
      if (type.isError()) {
        return type;
      }
      if (!(type instanceof Type.SetOf) && !(type instanceof Type.EmptySet)) {
        return session.error(
            Code.E031,
            operand.span(),
            "`"
                + e.op().text()
                + "` wants sets, but "
                + Session.quote(operand)
                + " is `"
                + type.text()
                + "`",
            type.isEnumerable() ? "put it in braces: `{…}`" : "write a set: `{a, b}`");
      }
    }
    Optional<Type> joined = Conversions.join(left, right);
    return joined.orElseGet(
        () ->
            session.error(
                Code.E031,
                e.span(),
                "`" + left.text() + "` and `" + right.text() + "` have no elements in common",
                bothOfReferences(left, right)
                    ? "`+=` adds any process to a set of Tasks, one by one"
                    : "both sets must hold elements of one type"));
  }
}
