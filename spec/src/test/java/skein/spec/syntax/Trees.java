package skein.spec.syntax;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import skein.spec.source.Span;

/** Writes trees down without their spans, so that they can be compared and read. */
final class Trees {
  private Trees() {}

  /**
   * {@code Let(x, -, Binary(+, Name(a), 1))}: names of records, their parts, `-` for what is
   * absent.
   */
  static String text(Object tree) {
    if (tree instanceof Optional<?> optional) {
      return optional.map(Trees::text).orElse("-");
    }
    if (tree instanceof List<?> list) {
      return list.stream().map(Trees::text).collect(Collectors.joining(", ", "[", "]"));
    }
    if (tree instanceof Identifier identifier) {
      return identifier.text();
    }
    if (tree instanceof Declaration.Binder binder) {
      return binder.name().text();
    }
    if (tree instanceof Expr.IntLiteral literal) {
      return Long.toString(literal.value());
    }
    if (tree instanceof Expr.Name name) {
      return name.text();
    }
    return tree instanceof Record record ? record(record) : String.valueOf(tree);
  }

  private static String record(Record record) {
    StringBuilder parts = new StringBuilder();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      if (component.getType() != Span.class) {
        parts.append(parts.length() == 0 ? "" : ", ").append(text(value(record, component)));
      }
    }
    return record.getClass().getSimpleName() + "(" + parts + ")";
  }

  private static Object value(Record record, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
