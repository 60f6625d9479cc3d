package skein.spec.types;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import skein.spec.diagnostic.Code;
import skein.spec.diagnostic.Diagnostic;
import skein.spec.source.Span;
import skein.spec.syntax.Declaration;

/** What names {@code self} is called only where a process runs. */
final class SelfRules {
  private final Session session;

  SelfRules(Session session) {
    this.session = session;
  }

  void check(List<Declaration> declarations) {
    for (Declaration declaration : declarations) {
      if (!runsInProcess(declaration)) {
        for (CallGraph.Edge edge : session.graph().callsFrom(declaration)) {
          check(declaration, edge);
        }
      }
    }
  }

  private static boolean runsInProcess(Declaration declaration) {
    return declaration instanceof Declaration.Process
        || declaration instanceof Declaration.Function
        || declaration instanceof Declaration.Def;
  }

  private void check(Declaration caller, CallGraph.Edge edge) {
    Set<Declaration> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Optional<Span> use = selfBelow(edge.callee(), seen);
    if (use.isPresent()) {
      session
          .problems()
          .report(
              Diagnostic.of(
                      Code.E054,
                      edge.span(),
                      "`"
                          + Kinds.nameOf(edge.callee())
                          + "` needs a process that runs it, and in "
                          + Kinds.of(caller)
                          + " none does")
                  .withNote(use.get(), "`self` is named here")
                  .withHelp("give it a parameter, `task: Task`, to use in place of `self`"));
    }
  }

  private Optional<Span> selfBelow(Declaration callee, Set<Declaration> seen) {
    if (!seen.add(callee)) {
      return Optional.empty();
    }
    Optional<Span> here = session.graph().selfIn(callee);
    for (CallGraph.Edge edge : session.graph().callsFrom(callee)) {
      here = here.or(() -> selfBelow(edge.callee(), seen));
    }
    return here;
  }
}
