package skein.spec.syntax;

import java.util.Optional;
import skein.spec.diagnostic.Code;
import skein.spec.diagnostic.Suggestions;
import skein.spec.source.Span;

/** Reads the statements that hold no others. */
final class SimpleStatements {
  private final TokenStream in;
  private final Names names;
  private final ExprParser expressions;
  private final PartReader parts;

  SimpleStatements(TokenStream in, Names names, ExprParser expressions, PartReader parts) {
    this.in = in;
    this.names = names;
    this.expressions = expressions;
    this.parts = parts;
  }

  /** The statement, or empty if none begins here. */
  Optional<Stmt> parse(Token first) {
    if (first.isWord() && Keywords.STATEMENTS.contains(first.text())) {
      in.next();
      return Optional.of(keyword(first));
    }
    boolean begins =
        (first.isWord() && !Keywords.RESERVED.contains(first.text()))
            || in.at("(")
            || in.at("self")
            || first.kind() == Token.Kind.INTEGER;
    return begins ? Optional.of(assignOrCall(first)) : Optional.empty();
  }

  private Stmt keyword(Token first) {
    return switch (first.text()) {
      case "let" -> let(first);
      case "var" -> localVar(first);
      case "break" -> new Stmt.Break(in.spanOf(first));
      case "continue" -> new Stmt.Continue(in.spanOf(first));
      case "skip" -> new Stmt.Skip(in.spanOf(first));
      case "goto" -> {
        Identifier label = names.use("a label's name");
        yield new Stmt.Goto(in.since(first), label);
      }
      case "return" -> returned(first);
      case "await" -> {
        Expr condition = expressions.expression();
        yield new Stmt.Await(in.since(first), condition);
      }
      case "free" -> {
        Expr object = expressions.expression();
        yield new Stmt.Free(in.since(first), object);
      }
      case "assert" -> asserted(first);
      case "BUG_ON" -> checked(first, Stmt.AssertKind.BUG_ON);
      default -> checked(first, Stmt.AssertKind.WARN_ON);
    };
  }

  private Stmt let(Token first) {
    Identifier name = names.introduce("a variable's name");
    Optional<TypeExpr> type = type();
    in.expect("=", "and a value after `let " + name + "`");
    Expr value = parts.statementValue();
    Declaration.Binder binder = new Declaration.Binder(name.span(), name);
    return new Stmt.Let(in.since(first), binder, type, value);
  }

  private Stmt localVar(Token first) {
    Identifier name = names.introduce("a variable's name");
    Optional<TypeExpr> type = type();
    Optional<Expr> init = Optional.empty();
    if (in.accept("=")) {
      init = Optional.of(parts.statementValue());
    } else if (type.isEmpty()) {
      throw in.expected("`:` and a type, or `=` and a value, after `var " + name + "`");
    }
    Declaration.Binder binder = new Declaration.Binder(name.span(), name);
    return new Stmt.LocalVar(in.since(first), binder, type, init);
  }

  private Optional<TypeExpr> type() {
    return in.accept(":") ? Optional.of(parts.type()) : Optional.empty();
  }

  private Stmt returned(Token first) {
    boolean bare = in.peek().firstOnLine() || in.at(";") || in.at("}") || in.at("else");
    Optional<Expr> value = bare ? Optional.empty() : Optional.of(expressions.expression());
    return new Stmt.Return(in.since(first), value);
  }

  private Stmt asserted(Token first) {
    Expr condition = expressions.expression();
    Optional<String> message = Optional.empty();
    if (in.accept(",")) {
      message = Optional.of(Strings.read(in, "what to report, in quotes"));
    }
    return new Stmt.Assert(in.since(first), Stmt.AssertKind.ASSERT, condition, message);
  }

  private Stmt checked(Token first, Stmt.AssertKind kind) {
    in.mark(Role.TIGHT_BEFORE);
    Token open = in.expect("(", "after `" + first.text() + "`");
    Expr condition = parts.bracketed(open, ")");
    return new Stmt.Assert(in.since(first), kind, condition, Optional.empty());
  }

  private Stmt assignOrCall(Token first) {
    Expr target = expressions.postfix();
    if ((in.at("++") || in.at("--")) && in.continues()) {
      Token op = in.next();
      Stmt.AssignOp kind = op.is("++") ? Stmt.AssignOp.ADD : Stmt.AssignOp.SUBTRACT;
      Expr one = new Expr.IntLiteral(in.spanOf(op), 1);
      return new Stmt.Assign(in.since(first), kind, target, one);
    }
    for (Stmt.AssignOp op : Stmt.AssignOp.values()) {
      if (in.accept(op.text())) {
        Expr value = parts.statementValue();
        return new Stmt.Assign(in.since(first), op, target, value);
      }
    }
    if (target instanceof Expr.Call call && in.since(first).equals(call.span())) {
      return new Stmt.Call(call.span(), call);
    }
    throw notAStatement(first, target);
  }

  private SyntaxError notAStatement(Token first, Expr target) {
    if (in.at("==")) {
      return in.fail(
          Code.E014, in.spanHere(), "`==` compares and changes nothing", "write `=` to assign");
    }
    boolean operator = in.peek().kind() == Token.Kind.SYMBOL && in.continues();
    if (operator && !in.at("}") && !in.at("{") && !in.at(")")) {
      return in.expected("`=`, `+=`, `-=` or a call's `(`");
    }
    Span span = in.since(first);
    String text = target instanceof Expr.Name name ? "`" + name.text() + "` alone" : "this";
    return in.fail(Code.E014, span, text + " is not a statement", statementHelp(first));
  }

  private String statementHelp(Token first) {
    return switch (first.text()) {
      case "switch", "case" -> "use `if … else if …`";
      case "do" -> "use `loop { … if (c) break }`";
      case "mutable", "int", "bool", "unsigned", "struct" -> "write `var x: T` or `let x = e`";
      default ->
          Suggestions.didYouMean(first.text(), Keywords.STATEMENTS)
              .filter(help -> !in.peek().firstOnLine() && !in.at("}"))
              .orElse("assign to it with `=`, or call a function");
    };
  }
}
