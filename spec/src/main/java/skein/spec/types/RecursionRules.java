package skein.spec.types;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import skein.spec.diagnostic.Code;
import skein.spec.diagnostic.Diagnostic;
import skein.spec.syntax.Declaration;

/** No function calls itself, directly or through others: calls are inlined. */
final class RecursionRules {
  private final Session session;
  private final Set<Declaration> done = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Declaration> path = new ArrayList<>();
  private final List<CallGraph.Edge> edges = new ArrayList<>();

  RecursionRules(Session session) {
    this.session = session;
  }

  /** Whether there is no recursion. */
  boolean check(List<Declaration> declarations) {
    boolean fine = true;
    for (Declaration declaration : declarations) {
      fine &= descend(declaration);
    }
    return fine;
  }

  private boolean descend(Declaration caller) {
    if (done.contains(caller)) {
      return true;
    }
    boolean fine = true;
    path.add(caller);
    for (CallGraph.Edge edge : session.graph().callsFrom(caller)) {
      int start = indexOf(edge.callee());
      edges.add(edge);
      if (start >= 0) {
        report(start);
        fine = false;
      } else {
        fine &= descend(edge.callee());
      }
      edges.remove(edges.size() - 1);
    }
    path.remove(path.size() - 1);
    done.add(caller);
    return fine;
  }

  private int indexOf(Declaration declaration) {
    for (int i = 0; i < path.size(); i++) {
      if (path.get(i) == declaration) {
        return i;
      }
    }
    return -1;
  }

  private void report(int start) {
    List<Declaration> cycle = path.subList(start, path.size());
    String first = Kinds.nameOf(cycle.get(0));
    StringBuilder calls = new StringBuilder("`" + first + "`");
    cycle.stream().skip(1).forEach(d -> calls.append(" calls `" + Kinds.nameOf(d) + "`"));
    calls.append(" calls `" + first + "`");
    CallGraph.Edge closing = edges.get(edges.size() - 1);
    Diagnostic error =
        Diagnostic.of(Code.E053, closing.span(), "recursion: " + calls)
            .withHelp("use a loop; what a call stack would hold goes into variables");
    for (CallGraph.Edge edge : edges.subList(start, edges.size() - 1)) {
      error = error.withNote(edge.span(), "`" + Kinds.nameOf(edge.callee()) + "` is called here");
    }
    session.problems().report(error);
  }
}
