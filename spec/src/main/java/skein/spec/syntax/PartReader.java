package skein.spec.syntax;

import com.google.common.collect.ImmutableList;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import skein.spec.source.Span;

/**
 * Reads parts of declarations and statements so that a mistake in the part does not cost the whole:
 * a variable whose value cannot be read is still declared, and its uses are no mistakes.
 */
final class PartReader {
  private final TokenStream in;
  private final Recovery recovery;
  private final ExprParser expressions;
  private final TypeParser types;

  PartReader(TokenStream in, Recovery recovery, ExprParser expressions, TypeParser types) {
    this.in = in;
    this.recovery = recovery;
    this.expressions = expressions;
    this.types = types;
  }

  /** An expression at the end of a statement. */
  Expr statementValue() {
    return expression(began -> recovery.skipStatement(began, false));
  }

  /** An expression at the end of a field. */
  Expr fieldValue() {
    return expression(recovery::skipField);
  }

  /** An expression at the end of a declaration. */
  Expr declarationValue() {
    return expression(began -> recovery.skipDeclaration(began, false));
  }

  /** An expression before a body. */
  Expr guard() {
    return expression(recovery::skipToBodyAfter);
  }

  private Expr expression(IntConsumer skip) {
    return read(expressions::expression, skip, Expr.Broken::new);
  }

  TypeExpr type() {
    return read(types::type, recovery::skipType, TypeExpr.Broken::new);
  }

  private <T> T read(Supplier<T> reader, IntConsumer skip, Function<Span, T> broken) {
    Token first = in.peek();
    int began = in.index();
    try {
      return reader.get();
    } catch (SyntaxError e) {
      e.unwindPastParts();
      skip.accept(began);
      return broken.apply(in.since(first));
    }
  }

  /** An expression in brackets, of which {@code open} was just read, and the closing one. */
  Expr bracketed(Token open, String close) {
    Token first = in.peek();
    int began = in.index();
    try {
      Expr inner = expressions.bracketed(expressions::expression);
      in.close(close, open);
      return inner;
    } catch (SyntaxError e) {
      e.unwindPastParts();
      recovery.skipBrackets(began, close);
      Expr broken = new Expr.Broken(in.since(first));
      in.accept(close);
      return broken;
    }
  }

  /**
   * A list up to its closing bracket, of which {@code open} was just read; a broken element is left
   * out.
   */
  <T> ImmutableList<T> list(Token open, String close, Supplier<T> element) {
    ImmutableList.Builder<T> elements = ImmutableList.builder();
    while (!in.at(close) && !recovery.listEnds(close)) {
      int began = in.index();
      try {
        elements.add(element.get());
        separator(close);
      } catch (SyntaxError e) {
        e.unwindPastParts();
        recovery.skipElement(began, close);
      }
    }
    in.mark(braces(close) ? Role.BLOCK_CLOSE : Role.TIGHT_BEFORE);
    in.close(close, open);
    return elements.build();
  }

  private static boolean braces(String close) {
    return close.equals("}");
  }

  /** A comma; in braces also a semicolon, or nothing. */
  private void separator(String close) {
    boolean braces = braces(close);
    if (braces && (in.at(",") || in.at(";"))) {
      in.mark(Role.SEPARATOR);
    }
    boolean separated = in.accept(",") || (braces && in.accept(";"));
    boolean nothing = braces && in.peek().isWord();
    if (!separated && !in.at(close) && !nothing && !recovery.listEnds(close)) {
      throw in.expected("`,` or `" + close + "`");
    }
  }
}
