package skein.spec.syntax;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import skein.spec.diagnostic.Code;
import skein.spec.diagnostic.Diagnostic;

/** Reads what holds code: defs, functions and actions. */
final class CodeParser {
  private final TokenStream in;
  private final Names names;
  private final PartReader parts;
  private final StatementParser statements;

  CodeParser(TokenStream in, Names names, PartReader parts, StatementParser statements) {
    this.in = in;
    this.names = names;
    this.parts = parts;
    this.statements = statements;
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
    Expr body = parts.declarationValue();
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
    Stmt.Block body = statements.body("and the body of `" + name + "`");
    return new Declaration.Function(
        in.since(first), atomic, name, typeParameters, parameters, result, body);
  }

  Declaration action(Token first) {
    in.next();
    Identifier name = names.introduce("an action's name");
    ImmutableList<Declaration.Parameter> parameters =
        in.at("(") ? parameters("") : ImmutableList.of();
    Optional<Expr> guard = Optional.empty();
    if (in.accept("when")) {
      guard = Optional.of(parts.guard());
    }
    Stmt.Block body = statements.body("and the body of `" + name + "`");
    return new Declaration.Action(in.since(first), false, name, parameters, guard, body);
  }

  Declaration initial(Token first) {
    in.next();
    Identifier name = new Identifier(in.since(first), first.text());
    Stmt.Block body = statements.body("and the code that makes the initial states after `init`");
    return new Declaration.Action(
        in.since(first), true, name, ImmutableList.of(), Optional.empty(), body);
  }

  private Optional<TypeExpr> result() {
    if (in.at("->")) {
      in.remark(
          Diagnostic.of(Code.E016, in.spanHere(), "Skein has no `->`")
              .withHelp("write `: T` for the type of the result"));
      in.next();
      return Optional.of(parts.type());
    }
    return in.accept(":") ? Optional.of(parts.type()) : Optional.empty();
  }

  private ImmutableList<Declaration.TypeParameter> typeParameters() {
    Token open = in.peek();
    if (!in.at("<")) {
      return ImmutableList.of();
    }
    in.mark(Role.TIGHT_BEFORE);
    in.mark(Role.TIGHT_AFTER);
    in.next();
    return parts.list(
        open,
        ">",
        () -> {
          Identifier name = names.introduce("a type parameter's name");
          return new Declaration.TypeParameter(name.span(), name);
        });
  }

  private ImmutableList<Declaration.Parameter> parameters(String where) {
    in.mark(Role.TIGHT_BEFORE);
    Token open = in.expect("(", where);
    return parts.list(open, ")", this::parameter);
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
    TypeExpr type = parts.type();
    return new Declaration.Parameter(in.since(first), ref, name, type);
  }
}
