package skein.spec.syntax;

import java.util.Optional;
import skein.spec.diagnostic.Code;
import skein.spec.diagnostic.Diagnostic;

/** Reads processes. */
final class ProcessParser {
  private static final int BOUND = Expr.BinaryOp.ADD.precedence();

  private final TokenStream in;
  private final Names names;
  private final ExprParser expressions;
  private final PartReader parts;
  private final StatementParser statements;

  ProcessParser(
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

  Declaration process(Token first) {
    Optional<Declaration.Fairness> fairness = Optional.empty();
    boolean daemon = false;
    while (in.at("daemon") || in.at("fair") || in.at("strong")) {
      Token word = in.next();
      boolean again = word.is("daemon") ? daemon : fairness.isPresent();
      if (again) {
        twice(word);
      }
      if (word.is("daemon")) {
        daemon = true;
      } else {
        fairness = Optional.of(fairness(word));
      }
    }
    in.expect("process", "after `" + first.text() + "`");
    Identifier name = names.introduce("a process' name");
    Declaration.Instances instances = instances();
    Stmt.Block body = statements.body("and the body of `" + name + "`");
    return new Declaration.Process(
        in.since(first), fairness.orElse(Declaration.Fairness.NONE), daemon, name, instances, body);
  }

  private Declaration.Fairness fairness(Token word) {
    if (word.is("strong")) {
      in.expect("fair", "after `strong`");
      return Declaration.Fairness.STRONG;
    }
    return Declaration.Fairness.WEAK;
  }

  private void twice(Token word) {
    in.remark(
        Diagnostic.of(Code.E010, in.spanOf(word), "`" + word.text() + "` says again what was said")
            .withHelp("remove it"));
  }

  private Declaration.Instances instances() {
    Token open = in.peek();
    if (!in.at("[")) {
      return new Declaration.Instances.One();
    }
    in.mark(Role.TIGHT_BEFORE);
    in.next();
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
    Expr count = parts.bracketed(open, "]");
    return new Declaration.Instances.Counted(count);
  }
}
