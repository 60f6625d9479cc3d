package skein.spec.syntax;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import skein.spec.diagnostic.Code;
import skein.spec.diagnostic.Diagnostic;

/** Reads what holds code: defs, functions, processes and actions. */
final class CodeParser {
  private static final int BOUND = Expr.BinaryOp.ADD.precedence();

  private final TokenStream in;
  private final Names names;
  private final ExprParser expressions;
  private final TypeParser types;
  private final StatementParser statements;
  private final Recovery recovery;

  CodeParser(
      TokenStream in,
      Names names,
      ExprParser expressions,
      TypeParser types,
      StatementParser statements,
      Recovery recovery) {
    this.in = in;
    this.names = names;
    this.expressions = expressions;
    this.types = types;
    this.statements = statements;
    this.recovery = recovery;
  }

  Declaration def(Token first) {
    in.next();
    Identifier name = names.introduce("a def's name");
    ImmutableList<Declaration.TypeParameter> typeParameters = typeParameters();
    ImmutableList<Declaration.Parameter> parameters =
        in.at("(") ? parameters("") : ImmutableList.of();
    Optional<TypeExpr> result = result();
    if (in.at("{")) {
      throw in.expected(
          "`=` and the def's value",
          Optional.of("a def is an expression; code with statements is a `fn`"));
    }
    in.expect("=", "and the def's value");
    Expr body = recovery.expression(expressions::expression);
    return new Declaration.Def(in.since(first), name, typeParameters, parameters, result, body);
  }

  Declaration function(Token first) {
    boolean atomic = in.accept("atomic");
    in.expect("fn", "after `atomic`");
    Identifier name = names.introduce("a function's name");
    ImmutableList<Declaration.TypeParameter> typeParameters = typeParameters();
    ImmutableList<Declaration.Parameter> parameters =
        parameters("and the parameters after `fn " + name + "`");
    Optional<TypeExpr> result = result();
    Stmt.Block body = body("and the body of `" + name + "`");
    return new Declaration.Function(
        in.since(first), atomic, name, typeParameters, parameters, result, body);
  }

  Declaration process(Token first) {
    Declaration.Fairness fairness = Declaration.Fairness.NONE;
    boolean daemon = false;
    while (!in.at("process")) {
      if (in.accept("daemon")) {
        daemon = true;
      } else if (in.accept("strong")) {
        in.expect("fair", "after `strong`");
        fairness = Declaration.Fairness.STRONG;
      } else if (in.accept("fair")) {
        fairness = Declaration.Fairness.WEAK;
      } else {
        throw in.expected("`process` after `" + first.text() + "`");
      }
    }
    in.next();
    Identifier name = names.introduce("a process' name");
    Declaration.Instances instances = instances();
    Stmt.Block body = body("and the body of `" + name + "`");
    return new Declaration.Process(in.since(first), fairness, daemon, name, instances, body);
  }

  private Declaration.Instances instances() {
    Token open = in.peek();
    if (!in.accept("[")) {
      return new Declaration.Instances.One();
    }
    if (in.peek().isWord() && in.peek(1).is(":")) {
      Identifier name = names.introduce("a variable's name");
      in.next();
      Expr lo = expressions.binary(BOUND);
      in.expect("..", "between the first and the last number");
      Expr hi = expressions.binary(BOUND);
      in.close("]", open);
      Declaration.Binder index = new Declaration.Binder(name.span(), name);
      return new Declaration.Instances.Numbered(index, lo, hi);
    }
    Expr count =
        recovery.bracketed(open, "]", () -> expressions.bracketed(expressions::expression));
    return new Declaration.Instances.Counted(count);
  }

  Declaration action(Token first) {
    in.next();
    Identifier name = names.introduce("an action's name");
    ImmutableList<Declaration.Parameter> parameters =
        in.at("(") ? parameters("") : ImmutableList.of();
    Optional<Expr> guard = Optional.empty();
    if (in.accept("when")) {
      guard = Optional.of(recovery.guard(expressions::expression));
    }
    Stmt.Block body = body("and the body of `" + name + "`");
    return new Declaration.Action(in.since(first), name, parameters, guard, body);
  }

  private Stmt.Block body(String where) {
    if (!in.at("{")) {
      SyntaxError error = in.expected("`{` " + where);
      recovery.skipToBody();
      if (!in.at("{")) {
        throw error;
      }
    }
    return statements.block(where);
  }

  private Optional<TypeExpr> result() {
    if (in.at("->")) {
      in.remark(
          Diagnostic.of(Code.E016, in.spanHere(), "Skein has no `->`")
              .withHelp("write `: T` for the type of the result"));
      in.next();
      return Optional.of(recovery.type(types::type));
    }
    return in.accept(":") ? Optional.of(recovery.type(types::type)) : Optional.empty();
  }

  private ImmutableList<Declaration.TypeParameter> typeParameters() {
    Token open = in.peek();
    if (!in.accept("<")) {
      return ImmutableList.of();
    }
    return recovery.list(
        open,
        ">",
        () -> {
          Identifier name = names.introduce("a type parameter's name");
          return new Declaration.TypeParameter(name.span(), name);
        });
  }

  private ImmutableList<Declaration.Parameter> parameters(String where) {
    Token open = in.expect("(", where);
    return recovery.list(open, ")", this::parameter);
  }

  private Declaration.Parameter parameter() {
    Token first = in.peek();
    boolean ref = in.at("ref") && in.peek(1).isWord();
    if (ref) {
      in.next();
    }
    Identifier name = names.introduce("a parameter's name");
    if (in.peek().isWord()) {
      throw in.expected(
          "`:` after the parameter's name",
          Optional.of("the name comes first, as in `eb: ExtentBuffer`"));
    }
    in.expect(":", "and a type after the parameter's name");
    TypeExpr type = recovery.type(types::type);
    return new Declaration.Parameter(in.since(first), ref, name, type);
  }
}
