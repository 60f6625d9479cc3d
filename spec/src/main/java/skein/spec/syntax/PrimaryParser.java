package skein.spec.syntax;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import skein.spec.diagnostic.Code;
import skein.spec.diagnostic.Diagnostic;

/** Reads the expressions that operators join: names, literals, calls, quantifiers. */
final class PrimaryParser {
  private final TokenStream in;
  private final Names names;
  private final ExprParser expressions;

  PrimaryParser(TokenStream in, Names names, ExprParser expressions) {
    this.in = in;
    this.names = names;
    this.expressions = expressions;
  }

  /** Whether an expression can begin with a token. */
  boolean begins(Token token) {
    return switch (token.kind()) {
      case INTEGER -> true;
      case SYMBOL ->
          token.is("(") || token.is("{") || token.is("[") || token.is("!") || token.is("-");
      case WORD ->
          !Keywords.RESERVED.contains(token.text())
              || token.text().matches("true|false|null|self|any");
      case STRING, END -> false;
    };
  }

  Expr postfix() {
    Token first = in.peek();
    Expr e = primary();
    while (true) {
      expressions.checkLength();
      if (in.at("->")) {
        in.remark(
            Diagnostic.of(Code.E016, in.spanHere(), "Skein has no `->`")
                .withHelp("write `.`: a reference needs no arrow"));
        in.next();
        e = field(first, e);
      } else if (in.accept(".")) {
        e = field(first, e);
      } else if (in.at("[") && in.continues()) {
        in.mark(Role.TIGHT_BEFORE);
        Token open = in.next();
        Expr index = expressions.bracketed(expressions::expression);
        in.close("]", open);
        e = new Expr.Index(in.since(first), e, index);
      } else if (in.at("@") && in.adjacent() && in.peek(1).isWord()) {
        in.mark(Role.TIGHT_BEFORE);
        in.next();
        Identifier label = names.use("a label's name");
        e = new Expr.AtLabel(in.since(first), e, label);
      } else {
        return e;
      }
    }
  }

  private Expr field(Token first, Expr object) {
    Identifier field = names.field();
    if (in.at("(") && in.continues()) {
      throw in.fail(
          Code.E010,
          in.spanHere(),
          "a field cannot be called",
          "functions stand before what they work on: `" + field + "(…)`");
    }
    return new Expr.FieldAccess(in.since(first), object, field);
  }

  private Expr primary() {
    Token first = in.peek();
    if (first.kind() == Token.Kind.INTEGER) {
      in.next();
      return new Expr.IntLiteral(in.spanOf(first), value(first));
    }
    if (first.kind() == Token.Kind.WORD) {
      return word(first);
    }
    if (in.at("(")) {
      in.next();
      Expr inner = expressions.bracketed(expressions::expression);
      in.close(")", first);
      return inner;
    }
    if (in.at("{")) {
      return expressions.bracketed(() -> braces(first));
    }
    if (in.at("[")) {
      in.next();
      ImmutableList<Expr> elements = expressions.bracketed(() -> list("]"));
      in.close("]", first);
      return new Expr.ArrayLiteral(in.since(first), elements);
    }
    throw in.expected("an expression");
  }

  private long value(Token token) {
    String digits = token.text().replace("_", "");
    boolean hex = digits.startsWith("0x") || digits.startsWith("0X");
    String plain = hex ? digits.substring(2) : digits;
    if (!plain.matches(hex ? "[0-9a-fA-F]+" : "[0-9]+")) {
      return 0; // reported by the lexer
    }
    try {
      return Long.parseLong(plain, hex ? 16 : 10);
    } catch (NumberFormatException e) {
      in.remark(
          Diagnostic.of(Code.E005, in.spanOf(token), "this number is too large")
              .withHelp("the largest is " + Long.MAX_VALUE));
      return 0;
    }
  }

  private Expr word(Token first) {
    Token second = in.peek(1);
    switch (first.text()) {
      case "true", "false" -> {
        in.next();
        return new Expr.BoolLiteral(in.spanOf(first), first.is("true"));
      }
      case "null" -> {
        in.next();
        return new Expr.NullLiteral(in.spanOf(first));
      }
      case "self" -> {
        in.next();
        return new Expr.Self(in.spanOf(first));
      }
      case "any" -> {
        in.next();
        return expressions.any(first);
      }
      case "forall", "exists", "count" -> {
        if (!quantifies(second, in.peek(2))) {
          return name(first);
        }
        in.next();
        String quantifier = first.text().toUpperCase(Locale.ROOT);
        return expressions.quantified(Expr.Quantifier.valueOf(quantifier), first);
      }
      case "old" -> {
        return second.is("(") && !second.firstOnLine() ? old(first) : name(first);
      }
      case "new" -> {
        boolean creates =
            second.isWord() && !second.firstOnLine() && !Keywords.RESERVED.contains(second.text());
        return creates ? create(first) : name(first);
      }
      default -> {
        return name(first);
      }
    }
  }

  /** Whether a quantifier goes on so; {@code exists} and {@code count} are names otherwise. */
  private static boolean quantifies(Token second, Token third) {
    boolean names =
        second.isWord()
            && !Keywords.RESERVED.contains(second.text())
            && !second.text().matches("where|when|expect");
    return names && (third.is("in") || third.is(",") || !second.firstOnLine());
  }

  private Expr old(Token first) {
    in.next();
    in.mark(Role.TIGHT_BEFORE);
    Token open = in.next();
    Expr operand = expressions.bracketed(expressions::expression);
    in.close(")", open);
    return new Expr.Old(in.since(first), operand);
  }

  private Expr create(Token first) {
    in.next();
    Identifier struct = names.use("the name of a heap struct");
    return new Expr.New(in.since(first), struct);
  }

  private Expr name(Token first) {
    Identifier name = names.use("an expression");
    if (!in.at("(") || !in.continues()) {
      return new Expr.Name(name.span(), name.text());
    }
    in.mark(Role.TIGHT_BEFORE);
    Token open = in.next();
    ImmutableList<Expr> arguments = expressions.bracketed(() -> list(")"));
    in.close(")", open);
    return new Expr.Call(in.since(first), name, arguments);
  }

  private ImmutableList<Expr> list(String close) {
    ImmutableList.Builder<Expr> elements = ImmutableList.builder();
    while (!in.at(close)) {
      elements.add(expressions.expression());
      if (!in.accept(",")) {
        break;
      }
    }
    return elements.build();
  }

  /** A set literal or, if {@code x in S :} follows the brace, a comprehension. */
  private Expr braces(Token open) {
    in.next();
    if (in.peek().isWord() && in.peek(1).is("in")) {
      int before = in.index();
      Declaration.Binder variable = binders().get(0);
      in.next();
      Expr domain = expressions.binary(ExprParser.RANGE);
      if (in.at(":")) {
        in.mark(Role.SPACED);
        in.next();
        Expr condition = expressions.expression();
        in.close("}", open);
        return new Expr.Comprehension(in.since(open), variable, domain, condition);
      }
      in.backTo(before);
    }
    ImmutableList<Expr> elements = list("}");
    in.close("}", open);
    return new Expr.SetLiteral(in.since(open), elements);
  }

  /** The variables of a quantifier. */
  ImmutableList<Declaration.Binder> binders() {
    ImmutableList.Builder<Declaration.Binder> all = ImmutableList.builder();
    do {
      Identifier name = names.introduce("a variable's name");
      all.add(new Declaration.Binder(name.span(), name));
    } while (in.accept(","));
    return all.build();
  }
}
