package skein.spec.types;

import java.util.Optional;
import java.util.Set;
import skein.spec.diagnostic.Code;
import skein.spec.source.Span;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Expr;
import skein.spec.syntax.Node;

/** What must be known before a model runs: sizes, bounds, and the constants themselves. */
final class ConstantRules implements TypeResolver.Sizes {
  private static final Set<Expr.BinaryOp> SETS =
      Set.of(
          Expr.BinaryOp.IN,
          Expr.BinaryOp.SUBSET,
          Expr.BinaryOp.UNION,
          Expr.BinaryOp.MINUS,
          Expr.BinaryOp.INTER);
  private static final Set<String> MIN_MAX = Set.of("min", "max");

  private final Session session;
  private final ExprChecker expressions;

  ConstantRules(Session session, ExprChecker expressions) {
    this.session = session;
    this.expressions = expressions;
  }

  @Override
  public void check(Expr size, String what, Env env) {
    int before = session.problems().count();
    expressions.expect(size, new Type.Int(), what + " is", env);
    if (session.problems().count() == before) {
      requireConstant(size, what);
    }
  }

  /** Reports the first part that is not constant. */
  boolean requireConstant(Expr e, String what) {
    Optional<Expr> culprit = notConstant(e);
    culprit.ifPresent(
        part ->
            session.error(
                Code.E060,
                part.span(),
                what
                    + " must be known before the model runs, but "
                    + Session.quote(part)
                    + " is not constant",
                "compute it from numbers, `const`s and `hunk`s"));
    return culprit.isEmpty();
  }

  private Optional<Expr> notConstant(Expr e) {
    if (e instanceof Expr.IntLiteral || e instanceof Expr.BoolLiteral) {
      return Optional.empty();
    } else if (e instanceof Expr.Name) {
      Declaration declaration = session.tables().references.get(e);
      boolean constant =
          declaration instanceof Declaration.Const || declaration instanceof Declaration.Hunk;
      return constant ? Optional.empty() : Optional.of(e);
    } else if (e instanceof Expr.Unary unary) {
      return notConstant(unary.operand());
    } else if (e instanceof Expr.Binary binary && !SETS.contains(binary.op())) {
      return notConstant(binary.left()).or(() -> notConstant(binary.right()));
    } else if (e instanceof Expr.Conditional c) {
      return notConstant(c.condition())
          .or(() -> notConstant(c.then()))
          .or(() -> notConstant(c.otherwise()));
    } else if (e instanceof Expr.Call call && MIN_MAX.contains(call.function().text())) {
      return call.arguments().stream().flatMap(a -> notConstant(a).stream()).findFirst();
    }
    return Optional.of(e);
  }

  /** The type of a constant from its value, which may use the constants before it. */
  Type constant(Declaration.Const constant, Optional<Type> declared, Env env) {
    int before = session.problems().count();
    Expr value = constant.value();
    Type type = expressions.infer(value, env);
    String holder = "`" + constant.name() + "` is";
    declared.ifPresent(t -> expressions.mismatches().require(value, type, t, holder));
    Type whole = declared.orElse(type);
    if (session.problems().count() > before) {
      return declared.orElse(new Type.Error());
    } else if (!whole.isError() && !(whole instanceof Type.Int) && !(whole instanceof Type.Bool)) {
      return session.error(
          Code.E036,
          value.span(),
          "a constant is an integer or a bool, but this is `" + whole.text() + "`",
          "use a `def` for other values that never change");
    }
    if (requireConstant(value, "a constant")) {
      Nodes.walk(value, node -> requireEarlier(constant, node));
    }
    return whole;
  }

  private void requireEarlier(Declaration.Const constant, Node node) {
    Declaration used = session.tables().references.get(node);
    Span span = node.span();
    if (used instanceof Declaration.Hunk) {
      session.error(
          Code.E060,
          span,
          "a constant cannot depend on a hunk",
          "use the hunk where the constant is used: `" + Kinds.nameOf(used) + " ? … : …`");
    } else if (used instanceof Declaration.Const && !session.tables().types.containsKey(used)) {
      session.error(
          Code.E060,
          span,
          "`"
              + constant.name()
              + "` uses `"
              + Kinds.nameOf(used)
              + "`, which is declared only later",
          "move `" + Kinds.nameOf(used) + "` before it");
    }
  }
}
