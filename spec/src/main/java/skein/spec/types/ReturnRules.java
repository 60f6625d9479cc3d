package skein.spec.types;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Consumer;
import skein.spec.diagnostic.Code;
import skein.spec.diagnostic.Diagnostic;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Expr;
import skein.spec.syntax.Stmt;

/**
 * Which statements run to their end. A function with a result must not; a statement after one that
 * does not is never reached.
 */
final class ReturnRules {
  private final Consumer<Stmt> unreachable;
  private final Set<String> gotoTargets = new HashSet<>();
  private final Set<Stmt> left = Collections.newSetFromMap(new IdentityHashMap<>());
  private boolean broken;

  private ReturnRules(Consumer<Stmt> unreachable) {
    this.unreachable = unreachable;
  }

  /** Reports a function whose end can be reached without the result that it declares. */
  static void check(Session session, Declaration.Function function) {
    if (function.result().isEmpty()) {
      return;
    }
    ReturnRules rules = new ReturnRules(s -> {});
    if (rules.completes(function.body()) && !rules.broken) {
      session
          .problems()
          .report(
              Diagnostic.of(
                      Code.E059,
                      function.name().span(),
                      "`" + function.name() + "` can reach its end without a `return`")
                  .withNote(function.result().get().span(), "this result is declared")
                  .withHelp("return a value on every path"));
    }
  }

  /** Names the first statement of each stretch that no path leads to. */
  static void findUnreachable(Stmt.Block body, Consumer<Stmt> found) {
    new ReturnRules(found).completes(body);
  }

  private boolean completes(Stmt.Block body) {
    Nodes.walk(
        body,
        node -> {
          if (node instanceof Stmt.Goto jump) {
            gotoTargets.add(jump.label().text());
          }
          broken |= node instanceof Stmt.Broken;
        });
    return walk(body, null);
  }

  /** Whether a statement, once reached, can run to its end. */
  private boolean walk(Stmt s, Stmt loop) {
    if (s instanceof Stmt.Block block) {
      return block(block, loop);
    } else if (s instanceof Stmt.If choice) {
      boolean then = walk(choice.then(), loop);
      boolean otherwise = choice.otherwise().isEmpty() || walk(choice.otherwise().get(), loop);
      return then || otherwise;
    } else if (s instanceof Stmt.While repeat) {
      walk(repeat.body(), s);
      boolean forever = repeat.condition() instanceof Expr.BoolLiteral literal && literal.value();
      return !forever || left.contains(s);
    } else if (s instanceof Stmt.Loop repeat) {
      walk(repeat.body(), s);
      return left.contains(s);
    } else if (s instanceof Stmt.For repeat) {
      walk(repeat.body(), s);
      return true;
    } else if (s instanceof Stmt.Either either) {
      boolean any = false;
      for (Stmt.Block branch : either.branches()) {
        any |= walk(branch, loop);
      }
      return any;
    }
    return jump(s, loop);
  }

  private boolean jump(Stmt s, Stmt loop) {
    if (s instanceof Stmt.Break) {
      left.add(loop);
      return false;
    } else if (s instanceof Stmt.Continue || s instanceof Stmt.Goto || s instanceof Stmt.Return) {
      return false;
    }
    boolean completes = true;
    for (Stmt inner : Statements.inside(s)) {
      completes &= walk(inner, loop);
    }
    return completes;
  }

  private boolean block(Stmt.Block block, Stmt loop) {
    boolean reached = true;
    boolean reported = false;
    for (Stmt s : block.body()) {
      if (reached || hasTarget(s)) {
        reached = walk(s, loop);
        reported = false;
      } else if (!reported) {
        unreachable.accept(s);
        reported = true;
      }
    }
    return reached;
  }

  /** Whether a goto leads to the statement or into it. */
  private boolean hasTarget(Stmt s) {
    return Statements.labels(s).keySet().stream().anyMatch(gotoTargets::contains);
  }
}
