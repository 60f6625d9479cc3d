package skein.spec.syntax;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** Reads the statements that hold others. */
final class CompoundStatements {
  private final TokenStream in;
  private final Names names;
  private final ExprParser expressions;
  private final PartReader parts;
  private final StatementParser statements;

  CompoundStatements(
      TokenStream in,
      Names names,
      ExprParser expressions,
      PartReader parts,
      StatementParser statements) {
    this.in = in;
    this.names = names;
    this.expressions = expressions;
    this.parts = parts;
    this.statements = statements;
  }

  /** The statement, or empty if none begins here. */
  Optional<Stmt> parse(Token first) {
    if (!first.isWord()) {
      return Optional.empty();
    }
    return switch (first.text()) {
      case "if" -> Optional.of(conditional(first));
      case "while" -> Optional.of(whileLoop(first));
      case "loop" -> {
        in.next();
        Stmt body = statements.nestedBody();
        yield Optional.of(new Stmt.Loop(in.since(first), body));
      }
      case "for" -> Optional.of(forLoop(first));
      case "choose" -> Optional.of(choose(first));
      case "either" -> Optional.of(either(first));
      case "atomic" -> {
        in.next();
        Stmt.Block body = statements.attached("after `atomic`");
        yield Optional.of(new Stmt.Atomic(in.since(first), body));
      }
      default -> Optional.empty();
    };
  }

  private Stmt conditional(Token first) {
    in.next();
    Expr condition = condition("if");
    Stmt then = statements.nestedBody();
    Optional<Stmt> otherwise = Optional.empty();
    if (in.at("else")) {
      in.mark(Role.CLAUSE);
      in.next();
      otherwise = Optional.of(statements.nestedBody());
    }
    return new Stmt.If(in.since(first), condition, then, otherwise);
  }

  private Stmt whileLoop(Token first) {
    in.next();
    Expr condition = condition("while");
    Stmt body = statements.nestedBody();
    return new Stmt.While(in.since(first), condition, body);
  }

  /**
   * A condition as in C, {@code (e)} before any statement; or, before a block, without the
   * parentheses.
   */
  private Expr condition(String keyword) {
    Token first = in.peek();
    int before = in.index();
    if (in.accept("(")) {
      int errors = in.errors();
      Expr inner = parts.bracketed(first, ")");
      if (in.errors() > errors || !operatorFollows()) {
        return inner;
      }
      in.backTo(before);
    }
    Expr condition = parts.guard();
    if (!in.at("{") && condition instanceof Expr.Broken) {
      throw new SyntaxError(false);
    }
    if (!in.at("{")) {
      throw in.expected(
          "`{` after the condition",
          Optional.of(
              "without a block the condition stands in parentheses: `" + keyword + " (…)`"));
    }
    return condition;
  }

  private boolean operatorFollows() {
    Token token = in.peek();
    if (token.firstOnLine()) {
      return token.is("&&") || token.is("||");
    }
    return token.isWord()
        ? Keywords.OPERATORS.contains(token.text())
        : token.kind() == Token.Kind.SYMBOL && !"{ } ( [ ; : @ ! ) ] ,".contains(token.text());
  }

  private Stmt forLoop(Token first) {
    in.next();
    boolean parentheses = in.at("(");
    Token open = in.peek();
    in.accept("(");
    Declaration.Binder variable = variable();
    if (in.at("=")) {
      throw in.expected(
          "`in` and what to go through",
          Optional.of("write `for " + variable.name() + " in 0..3`"));
    }
    in.expect("in", "and what to go through, as in `for i in 0..3`");
    Expr domain = expressions.binary(ExprParser.RANGE);
    if (parentheses) {
      in.close(")", open);
    }
    Stmt body = statements.nestedBody();
    return new Stmt.For(in.since(first), variable, domain, body);
  }

  private Stmt choose(Token first) {
    in.next();
    Declaration.Binder variable = variable();
    in.expect("in", "and what to choose from, as in `choose x in S { … }`");
    Expr domain = expressions.binary(ExprParser.RANGE);
    Optional<Expr> where = Optional.empty();
    if (in.accept("where")) {
      where = Optional.of(expressions.expression());
    }
    Stmt body = statements.attached("with what to do with the choice");
    return new Stmt.Choose(in.since(first), variable, domain, where, body);
  }

  private Declaration.Binder variable() {
    Identifier name = names.introduce("a variable's name");
    return new Declaration.Binder(name.span(), name);
  }

  private Stmt either(Token first) {
    in.next();
    ImmutableList.Builder<Stmt.Block> branches = ImmutableList.builder();
    branches.add(statements.attached("after `either`"));
    if (!in.at("or")) {
      throw in.expected("`or { … }` after the block of `either`");
    }
    while (in.at("or")) {
      in.mark(Role.CLAUSE);
      in.next();
      branches.add(statements.attached("after `or`"));
    }
    return new Stmt.Either(in.since(first), branches.build());
  }
}
