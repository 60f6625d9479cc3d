package skein.spec.types;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import skein.spec.diagnostic.Code;
import skein.spec.diagnostic.Diagnostic;
import skein.spec.source.Span;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Expr;
import skein.spec.syntax.Node;
import skein.spec.syntax.Stmt;

/**
 * What happens in one step waits only at its beginning and calls nothing that takes several steps.
 * The waiting of a callee that stands first counts as standing first.
 */
final class StepRules {

  /** How an atomic function waits. */
  private enum Waiting {
    NEVER,
    /** First, and then it does something. */
    FIRST,
    /** It does nothing but wait. */
    ONLY
  }

  private final Session session;
  private final Map<Declaration, Waiting> waiting = new IdentityHashMap<>();

  StepRules(Session session) {
    this.session = session;
  }

  void check(Declaration declaration) {
    if (declaration instanceof Declaration.Action action) {
      if (!action.initial()) {
        atomic(action.body(), true);
      }
    } else if (declaration instanceof Declaration.Function function) {
      if (function.atomic()) {
        atomic(function.body(), true);
      } else {
        findAtomic(function.body());
      }
    } else if (declaration instanceof Declaration.Process process) {
      findAtomic(process.body());
    }
  }

  private void findAtomic(Stmt s) {
    if (s instanceof Stmt.Atomic atomic) {
      atomic(atomic.body(), true);
    } else {
      Statements.inside(s).forEach(this::findAtomic);
    }
  }

  /** Checks a statement of atomic code; the result says whether what follows it stands first. */
  private boolean atomic(Stmt s, boolean first) {
    if (s instanceof Stmt.Block
        || s instanceof Stmt.Atomic
        || s instanceof Stmt.Labelled
        || s instanceof Stmt.Annotated) {
      boolean still = first;
      for (Stmt inner : Statements.inside(s)) {
        still = atomic(inner, still);
      }
      return still;
    } else if (s instanceof Stmt.Skip || s instanceof Stmt.Broken) {
      return first;
    } else if (s instanceof Stmt.Await) {
      if (!first) {
        waitsLate(s.span(), "an `await`");
      }
      return first;
    }
    if (s instanceof Stmt.For loop && LoopRules.takesInstances(loop, session.tables())) {
      return false; // judged as a loop whose order must not show
    }
    boolean onlyWaits = calls(s, first);
    Statements.inside(s).forEach(inner -> atomic(inner, false));
    return onlyWaits && first && s instanceof Stmt.Call;
  }

  /** Checks the calls in a statement itself; the result says whether it only waits. */
  private boolean calls(Stmt s, boolean first) {
    List<Expr.Call> calls = new ArrayList<>();
    for (Node child : Nodes.children(s)) {
      if (child instanceof Expr e) {
        functionCalls(e, calls);
      }
    }
    boolean standsFirst = first && calls.size() == 1 && isWhole(s, calls.get(0));
    boolean onlyWaits = calls.size() == 1;
    for (Expr.Call call : calls) {
      Declaration.Function callee = (Declaration.Function) session.tables().references.get(call);
      if (!callee.atomic()) {
        notAtomic(call, callee);
        onlyWaits = false;
        continue;
      }
      Waiting waits = waitingOf(callee);
      onlyWaits &= waits == Waiting.ONLY;
      if (waits != Waiting.NEVER && !standsFirst) {
        waitsLate(call.span(), "`" + callee.name() + "`, which waits,");
      }
    }
    return onlyWaits;
  }

  /** Whether a call is all that a statement computes, so that nothing is done before it. */
  private static boolean isWhole(Stmt s, Expr.Call call) {
    if (s instanceof Stmt.If choice) {
      Expr condition = choice.condition();
      while (condition instanceof Expr.Unary not) {
        condition = not.operand();
      }
      return condition == call;
    }
    return Nodes.children(s).contains(call) && !(s instanceof Stmt.While);
  }

  private void functionCalls(Expr e, List<Expr.Call> calls) {
    Nodes.walk(
        e,
        node -> {
          if (node instanceof Expr.Call call
              && session.tables().references.get(call) instanceof Declaration.Function) {
            calls.add(call);
          }
        });
  }

  private Waiting waitingOf(Declaration.Function function) {
    Waiting known = waiting.get(function);
    if (known == null) {
      waiting.put(function, Waiting.NEVER); // what recursion finds, which is reported elsewhere
      known = waitingOf(function.body());
      waiting.put(function, known);
    }
    return known;
  }

  private Waiting waitingOf(Stmt s) {
    if (s instanceof Stmt.Await) {
      return Waiting.ONLY;
    } else if (s instanceof Stmt.Block
        || s instanceof Stmt.Atomic
        || s instanceof Stmt.Labelled
        || s instanceof Stmt.Annotated) {
      return waitingOfAll(s);
    }
    List<Expr.Call> calls = new ArrayList<>();
    for (Node child : Nodes.children(s)) {
      if (child instanceof Expr e) {
        functionCalls(e, calls);
      }
    }
    if (calls.size() != 1) {
      return Waiting.NEVER;
    }
    Waiting callee =
        waitingOf((Declaration.Function) session.tables().references.get(calls.get(0)));
    return callee == Waiting.ONLY && !(s instanceof Stmt.Call) ? Waiting.FIRST : callee;
  }

  private Waiting waitingOfAll(Stmt s) {
    boolean waits = false;
    for (Stmt inner : Statements.inside(s)) {
      if (inner instanceof Stmt.Skip) {
        continue;
      }
      Waiting of = waitingOf(inner);
      if (of != Waiting.ONLY) {
        return waits || of == Waiting.FIRST ? Waiting.FIRST : Waiting.NEVER;
      }
      waits = true;
    }
    return waits ? Waiting.ONLY : Waiting.NEVER;
  }

  private void waitsLate(Span span, String what) {
    session.error(
        Code.E050,
        span,
        what + " can stand only first in what happens in one step",
        "wait before the `atomic` block, or make a test of it: `if (…)`");
  }

  private void notAtomic(Expr.Call call, Declaration.Function callee) {
    session
        .problems()
        .report(
            Diagnostic.of(
                    Code.E051,
                    call.span(),
                    "`" + callee.name() + "` takes several steps, and here all happens in one")
                .withNote(callee.name().span(), "it is declared here")
                .withHelp(
                    "declare it as `atomic fn "
                        + callee.name()
                        + "` if it can happen at once, or end the `atomic` block before the call"));
  }
}
