package skein.spec.types;

import skein.spec.diagnostic.Code;
import skein.spec.source.Span;
import skein.spec.syntax.Expr;

/** What every part of the checker works on. */
record Session(
    Names names, Tables tables, Problems problems, UnknownNames unknown, CallGraph graph) {

  Type error(Code code, Span span, String message, String help) {
    problems.error(code, span, message, help);
    return new Type.Error();
  }

  /** An expression as written, cut to what a message has room for. */
  static String quote(Expr expression) {
    String text = expression.span().text().replaceAll("\\s+", " ");
    return "`" + (text.length() > 40 ? text.substring(0, 37) + "..." : text) + "`";
  }
}
