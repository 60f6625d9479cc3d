package skein.spec.types;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import skein.spec.source.Span;
import skein.spec.syntax.Declaration;

/** Which def or fn is called from where, and where {@code self} is named. */
final class CallGraph {

  /** A call of {@code callee} whose name stands at {@code span}. */
  record Edge(Declaration callee, Span span) {}

  private final Map<Declaration, List<Edge>> calls = new IdentityHashMap<>();
  private final Map<Declaration, Span> selfUses = new IdentityHashMap<>();

  void addCall(Declaration caller, Declaration callee, Span span) {
    calls.computeIfAbsent(caller, c -> new ArrayList<>()).add(new Edge(callee, span));
  }

  void addSelf(Declaration user, Span span) {
    selfUses.putIfAbsent(user, span);
  }

  /** The calls that stand in a declaration's own text, in the order checked. */
  ImmutableList<Edge> callsFrom(Declaration caller) {
    return ImmutableList.copyOf(calls.getOrDefault(caller, List.of()));
  }

  /** The first place in a declaration's own text that names {@code self}. */
  Optional<Span> selfIn(Declaration declaration) {
    return Optional.ofNullable(selfUses.get(declaration));
  }
}
