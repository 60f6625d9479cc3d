package skein.spec.types;

import skein.spec.syntax.Expr;

/** Writes types as a model writes them, for messages. */
final class TypeText {
  private TypeText() {}

  static String of(Type type) {
    if (type instanceof Type.Enum named) {
      return named.declaration().name().text();
    } else if (type instanceof Type.Value named) {
      return named.declaration().name().text();
    } else if (type instanceof Type.Ref named) {
      return named.declaration().name().text() + mark(named.nullable());
    } else if (type instanceof Type.ProcessRef named) {
      return named.declaration().name().text() + mark(named.nullable());
    } else if (type instanceof Type.Task task) {
      return "Task" + mark(task.nullable());
    } else if (type instanceof Type.Variable named) {
      return named.declaration().name().text();
    }
    return container(type);
  }

  private static String container(Type type) {
    if (type instanceof Type.SetOf set) {
      return "set<" + of(set.element()) + ">";
    } else if (type instanceof Type.Array array) {
      return "[" + text(array.size()) + "] " + of(array.element());
    } else if (type instanceof Type.MapOf map) {
      return "map<" + of(map.key()) + ", " + of(map.value()) + ">";
    } else if (type instanceof Type.QueueOf queue) {
      return "queue<" + of(queue.element()) + ", " + text(queue.capacity()) + ">";
    }
    return simple(type);
  }

  private static String simple(Type type) {
    if (type instanceof Type.Bool) {
      return "bool";
    } else if (type instanceof Type.Int) {
      return "int";
    } else if (type instanceof Type.Null) {
      return "null";
    } else if (type instanceof Type.EmptySet) {
      return "{}";
    } else if (type instanceof Type.Unit) {
      return "nothing";
    }
    return "?";
  }

  /** A size as written, on one line. */
  static String text(Expr expression) {
    return expression.span().text().replaceAll("\\s+", " ");
  }

  private static String mark(boolean nullable) {
    return nullable ? "?" : "";
  }
}
