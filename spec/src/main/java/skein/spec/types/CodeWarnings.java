package skein.spec.types;

import java.util.Optional;
import skein.spec.diagnostic.Code;
import skein.spec.diagnostic.Diagnostic;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Expr;
import skein.spec.syntax.Identifier;
import skein.spec.syntax.Node;
import skein.spec.syntax.Stmt;

/** Warnings about statements and conditions. */
final class CodeWarnings {
  private final CheckedModule module;
  private final Problems problems;

  CodeWarnings(CheckedModule module, Problems problems) {
    this.module = module;
    this.problems = problems;
  }

  void check(Declaration declaration) {
    if (declaration instanceof Declaration.Function function) {
      body(function.body(), function.atomic());
    } else if (declaration instanceof Declaration.Process process) {
      body(process.body(), false);
    } else if (declaration instanceof Declaration.Action action) {
      body(action.body(), true);
    }
    Nodes.walk(declaration, this::hidden);
  }

  private void body(Stmt.Block body, boolean atomic) {
    ReturnRules.findUnreachable(
        body,
        s ->
            problems.error(
                Code.W104,
                s.span(),
                "this is never reached",
                "leave it out, or set a label before it for a `goto`"));
    walk(body, atomic);
  }

  private void walk(Stmt s, boolean atomic) {
    if (s instanceof Stmt.Assign assign && !atomic) {
      counted(assign);
    } else if (s instanceof Stmt.If choice) {
      condition(choice.condition());
    } else if (s instanceof Stmt.While loop && !(loop.condition() instanceof Expr.BoolLiteral)) {
      condition(loop.condition());
    } else if (s instanceof Stmt.Assert check && check.kind() != Stmt.AssertKind.ASSERT) {
      condition(check.condition());
    }
    boolean inside = atomic || s instanceof Stmt.Atomic;
    Statements.inside(s).forEach(inner -> walk(inner, inside));
  }

  private void counted(Stmt.Assign s) {
    boolean counts = s.op() != Stmt.AssignOp.SET && module.typeOf(s.target()) instanceof Type.Int;
    if (counts && isShared(s.target())) {
      problems.error(
          Code.W105,
          s.span(),
          "this is one step here; in C it is a load and a store, and another CPU can come between",
          "write `atomic { … }` if that is meant, or take two steps: `let old = …`, then store");
    }
  }

  private boolean isShared(Expr target) {
    if (target instanceof Expr.Index index) {
      return isShared(index.object());
    } else if (target instanceof Expr.FieldAccess field) {
      return module.typeOf(field.object()).isReference() || isShared(field.object());
    }
    Declaration root = module.referenceOf(target).orElse(null);
    return root instanceof Declaration.Global;
  }

  private void condition(Expr e) {
    Optional<Boolean> value = value(e);
    value.ifPresent(
        always ->
            problems.error(
                Code.W106,
                e.span(),
                "this is always " + always,
                "leave out the test, or write what it should depend on"));
  }

  /** What an expression always is, if that can be seen without knowing the constants. */
  private Optional<Boolean> value(Expr e) {
    if (e instanceof Expr.BoolLiteral literal) {
      return Optional.of(literal.value());
    } else if (e instanceof Expr.Unary unary && unary.op() == Expr.UnaryOp.NOT) {
      return value(unary.operand()).map(v -> !v);
    } else if (e instanceof Expr.Binary binary) {
      return binary(binary);
    }
    return Optional.empty();
  }

  private Optional<Boolean> binary(Expr.Binary e) {
    switch (e.op()) {
      case AND -> {
        return decides(e, false);
      }
      case OR -> {
        return decides(e, true);
      }
      case EQUAL, NOT_EQUAL -> {
        return neverNull(e.left(), e.right()) || neverNull(e.right(), e.left())
            ? Optional.of(e.op() == Expr.BinaryOp.NOT_EQUAL)
            : Optional.empty();
      }
      default -> {
        return Optional.empty();
      }
    }
  }

  private Optional<Boolean> decides(Expr.Binary e, boolean which) {
    Optional<Boolean> left = value(e.left());
    Optional<Boolean> right = value(e.right());
    boolean one = left.equals(Optional.of(which)) || right.equals(Optional.of(which));
    boolean both = left.isPresent() && right.isPresent();
    return one ? Optional.of(which) : both ? Optional.of(!which) : Optional.empty();
  }

  private boolean neverNull(Expr reference, Expr nothing) {
    Type type = module.typeOf(reference);
    return nothing instanceof Expr.NullLiteral && type.isReference() && !type.isNullable();
  }

  /** Warns about a local with the name of something global. */
  private void hidden(Node node) {
    if (!(node instanceof Declaration.Binder) && !(node instanceof Declaration.Parameter)) {
      return;
    }
    Identifier name = Kinds.name((Declaration) node).orElseThrow();
    Declaration global = module.global(name.text()).orElse(null);
    if (global == null
        || global instanceof Declaration.Check
        || global.span().file() != name.span().file()) {
      return;
    }
    problems.report(
        Diagnostic.of(
                Code.W108,
                name.span(),
                "`"
                    + name
                    + "` hides "
                    + Kinds.of(global).replaceFirst("^an? ", "the ")
                    + " of that name")
            .withNote(Kinds.name(global).orElseThrow().span(), "`" + name + "` is declared here")
            .withHelp("give the local another name"));
  }
}
