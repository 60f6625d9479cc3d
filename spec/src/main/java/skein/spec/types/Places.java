package skein.spec.types;

import skein.spec.diagnostic.Code;
import skein.spec.source.Span;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Expr;

/** Which expressions name a place that can be stored to, or passed by reference. */
final class Places {
  private final Session session;

  Places(Session session) {
    this.session = session;
  }

  /** Whether an expression names cells, be they writable or not. */
  boolean isPath(Expr e) {
    if (e instanceof Expr.Name) {
      Declaration declaration = session.tables().references.get(e);
      return declaration instanceof Declaration.Global
          || declaration instanceof Declaration.Binder
          || declaration instanceof Declaration.Parameter;
    } else if (e instanceof Expr.FieldAccess field) {
      return session.tables().type(field.object()).isReference() || isPath(field.object());
    } else if (e instanceof Expr.Index index) {
      return isPath(index.object());
    }
    return false;
  }

  /**
   * Reports if an expression, already typed, is not a place that can be stored to; the result says
   * whether nothing was reported.
   */
  boolean requireAssignable(Expr e) {
    int before = session.problems().count();
    if (!session.tables().type(e).isError()) {
      require(e);
    }
    return session.problems().count() == before;
  }

  private void require(Expr e) {
    if (e instanceof Expr.Name name) {
      requireVariable(name, session.tables().references.get(name));
    } else if (e instanceof Expr.FieldAccess field) {
      requireField(field);
    } else if (e instanceof Expr.Index index) {
      requireElement(index);
    } else {
      refuse(
          e.span(),
          Session.quote(e) + " is a value, not a place that can be assigned",
          "assign a variable, a field, or an element of an array or a map");
    }
  }

  private void requireVariable(Expr.Name name, Declaration declaration) {
    if (declaration instanceof Declaration.Global
        || declaration instanceof Declaration.Binder binder
            && session.tables().variables.contains(binder)
        || declaration instanceof Declaration.Parameter parameter && parameter.ref()) {
      return;
    }
    String quoted = "`" + name.text() + "`";
    if (declaration instanceof Declaration.Parameter) {
      refuse(
          name.span(),
          quoted + " is a parameter and cannot be assigned",
          "pass it by reference with `ref " + name.text() + "`, or copy it to a `var`");
    } else if (declaration instanceof Declaration.Binder) {
      refuse(
          name.span(),
          quoted + " cannot be assigned: it keeps the value that it was introduced with",
          "introduce it with `var " + name.text() + ": …` if it is to change");
    } else if (declaration != null) {
      refuse(
          name.span(),
          quoted + " is " + Kinds.of(declaration) + " and cannot be assigned",
          "declare a `var` for what changes");
    } else {
      refuse(name.span(), quoted + " is a type and cannot be assigned", "assign a variable");
    }
  }

  private void requireField(Expr.FieldAccess field) {
    Type object = session.tables().type(field.object());
    if (object instanceof Type.ProcessRef process) {
      refuse(
          field.span(),
          "`" + field.field() + "` belongs to the process, which alone can assign it",
          "inside `"
              + process.declaration().name()
              + "` write just `"
              + field.field()
              + "`; what several change is a global `var`");
    } else if (object instanceof Type.Value) {
      require(field.object());
    }
  }

  private void requireElement(Expr.Index index) {
    if (session.tables().type(index.object()) instanceof Type.QueueOf) {
      refuse(
          index.span(),
          "the elements of a queue cannot be assigned",
          "take them out with `pop` and put new ones in with `push`");
    } else {
      require(index.object());
    }
  }

  private void refuse(Span span, String message, String help) {
    session.error(Code.E034, span, message, help);
  }
}
