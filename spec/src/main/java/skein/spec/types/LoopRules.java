package skein.spec.types;

import java.util.Optional;
import skein.spec.diagnostic.Code;
import skein.spec.diagnostic.Diagnostic;
import skein.spec.source.Span;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Expr;
import skein.spec.syntax.Stmt;

/**
 * A loop over interchangeable instances must not show in which order it takes them: it happens in
 * one step, and its iterations commute. Each writes only what belongs to its own instance, or adds
 * to (or takes from) what all share; none reads what another writes.
 */
final class LoopRules {
  private final Session session;

  LoopRules(Session session) {
    this.session = session;
  }

  void check(Declaration declaration) {
    if (declaration instanceof Declaration.Function function) {
      find(function.body(), function.atomic());
    } else if (declaration instanceof Declaration.Process process) {
      find(process.body(), false);
    } else if (declaration instanceof Declaration.Action action) {
      find(action.body(), true);
    }
  }

  private void find(Stmt s, boolean atomic) {
    if (s instanceof Stmt.For loop && takesInstances(loop, session.tables())) {
      if (atomic && !commutes(loop)) {
        return;
      } else if (!atomic) {
        outsideOfOneStep(loop);
      }
    }
    boolean inside = atomic || s instanceof Stmt.Atomic;
    Statements.inside(s).forEach(inner -> find(inner, inside));
  }

  /** Whether a loop is over instances that have no order. */
  static boolean takesInstances(Stmt.For loop, Tables tables) {
    return tables.type(loop.domain()) instanceof Type.SetOf set && set.element().isSymmetric();
  }

  private void outsideOfOneStep(Stmt.For loop) {
    Type element = session.tables().type(loop.variable());
    session.error(
        Code.E042,
        loop.domain().span(),
        "a loop over `"
            + element.text()
            + "` must happen in one step, since its instances have no"
            + " order",
        "put it into `atomic { … }`, or take one instance after the other with `any "
            + element.text()
            + " where …`");
  }

  private boolean commutes(Stmt.For loop) {
    LoopEffects effects = new LoopEffects(loop, session.tables());
    if (!effects.obstacles.isEmpty()) {
      LoopEffects.Obstacle first = effects.obstacles.get(0);
      report(loop, first.node().span(), first.why(), Optional.empty());
      return false;
    }
    Optional<Clash> clash = ofFrees(effects).or(() -> ofFolds(effects)).or(() -> ofWrites(effects));
    clash.ifPresent(c -> report(loop, c.at(), c.why(), Optional.of(c.other())));
    return clash.isEmpty();
  }

  private record Clash(Span at, Span other, String why) {}

  private static Optional<Clash> ofWrites(LoopEffects effects) {
    for (Cell write : effects.writes) {
      for (Cell other : effects.writes) {
        if (write.meets(other)) {
          return clash(other, write, " is written here for another instance than there");
        }
      }
      for (Cell read : effects.reads) {
        if (write.meets(read)) {
          return clash(read, write, " may be what another iteration has written");
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Clash> ofFolds(LoopEffects effects) {
    for (LoopEffects.Fold fold : effects.folds) {
      for (Cell read : effects.reads) {
        if (fold.target().meets(read)) {
          return clash(read, fold.target(), " is what other iterations change");
        }
      }
      for (Cell write : effects.writes) {
        if (fold.target().meets(write)) {
          return clash(write, fold.target(), " is what other iterations change");
        }
      }
      for (LoopEffects.Fold other : effects.folds) {
        if (fold.target().meets(other.target()) && !agree(fold, other)) {
          return clash(
              other.target(),
              fold.target(),
              " is both added to and taken from, so the order shows");
        }
      }
    }
    return Optional.empty();
  }

  private static boolean agree(LoopEffects.Fold a, LoopEffects.Fold b) {
    return a.statement().op() == b.statement().op();
  }

  private static Optional<Clash> ofFrees(LoopEffects effects) {
    for (LoopEffects.Freed freed : effects.frees) {
      for (Cell read : effects.reads) {
        if (!read.isOwn() && freed.struct().fields().stream().anyMatch(f -> f == read.root())) {
          String why = Session.quote(read.path()) + " may belong to what another iteration frees";
          return Optional.of(new Clash(read.path().span(), freed.at(), why));
        }
      }
      for (Expr.Name range : effects.ranges) {
        if (range.text().equals(freed.struct().name().text())) {
          String why = "which objects `" + range.text() + "` has is what other iterations change";
          return Optional.of(new Clash(range.span(), freed.at(), why));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Clash> clash(Cell at, Cell other, String why) {
    Expr path = at.path();
    return Optional.of(new Clash(path.span(), other.path().span(), Session.quote(path) + why));
  }

  private void report(Stmt.For loop, Span at, String why, Optional<Span> other) {
    Diagnostic error =
        Diagnostic.of(Code.E043, at, "the iterations of this loop do not commute: " + why)
            .withNote(loop.domain().span(), "these instances have no order, so none may show");
    if (other.isPresent() && !other.get().equals(at)) {
      error = error.withNote(other.get(), "it clashes with this");
    }
    session
        .problems()
        .report(
            error.withHelp(
                "let an iteration write only fields of `"
                    + loop.variable().name()
                    + "` and map entries of it, or add to a total that the loop does not read"));
  }
}
