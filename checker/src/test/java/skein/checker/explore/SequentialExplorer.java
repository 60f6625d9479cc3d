package skein.checker.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import skein.spec.model.FaultKind;
import skein.spec.model.Model;
import skein.spec.model.PropertyKind;
import skein.spec.model.Successors;

/**
 * The oracle: a plain breadth-first search over boxed states in a hash map, which keeps every edge.
 * Explores everything, whatever is violated.
 */
final class SequentialExplorer {
  /** Each state with its depth, in the order found. */
  final Map<List<Long>, Integer> depths = new LinkedHashMap<>();

  /** The outcomes of each explored state. */
  final Map<List<Long>, List<Edge>> edges = new HashMap<>();

  final List<Edge> initial = new ArrayList<>();
  final List<Long> levels = new ArrayList<>();
  long generated;
  double unreduced;

  private final Model model;
  private final boolean symmetric;

  /**
   * @param to the state it leads to, as a representative if the search is symmetric
   */
  record Edge(int action, int outcome, int fault, List<Long> to) {}

  SequentialExplorer(Model model, boolean symmetric) {
    this.model = model;
    this.symmetric = symmetric;
    Successors out = new Successors(model.words());
    model.initialStates(out);
    initial.addAll(edges(out));
    List<List<Long>> frontier = enter(initial, 0);
    for (int depth = 1; !frontier.isEmpty(); depth++) {
      levels.add((long) frontier.size());
      List<List<Long>> next = new ArrayList<>();
      for (List<Long> state : frontier) {
        if (inside(state)) {
          out.clear();
          model.successors(unboxed(state), 0, out);
          edges.put(state, edges(out));
          next.addAll(enter(edges.get(state), depth));
        }
      }
      frontier = next;
    }
  }

  private List<List<Long>> enter(List<Edge> found, int depth) {
    List<List<Long>> added = new ArrayList<>();
    for (Edge edge : found) {
      if (isState(edge)) {
        generated++;
        if (depths.putIfAbsent(edge.to(), depth) == null) {
          added.add(edge.to());
          unreduced += symmetric ? model.orbitSize(unboxed(edge.to()), 0) : 1;
        }
      }
    }
    return added;
  }

  boolean isState(Edge edge) {
    return edge.fault() == Successors.NO_FAULT
        || model.faults().get(edge.fault()).kind() == FaultKind.STEP_INVARIANT;
  }

  boolean inside(List<Long> state) {
    return model.properties().stream()
        .filter(info -> info.kind() == PropertyKind.CONSTRAINT)
        .allMatch(info -> evaluate(info.id(), state) == Model.HOLDS);
  }

  int evaluate(int property, List<Long> state) {
    return model.evaluate(property, unboxed(state), 0);
  }

  private List<Edge> edges(Successors out) {
    List<Edge> result = new ArrayList<>();
    for (int i = 0; i < out.count(); i++) {
      long[] state = Arrays.copyOfRange(out.states(), i * model.words(), (i + 1) * model.words());
      if (symmetric) {
        model.canonicalize(state, 0);
      }
      result.add(new Edge(out.action(i), i, out.fault(i), boxed(state)));
    }
    return result;
  }

  static List<Long> boxed(long[] state) {
    return Arrays.stream(state).boxed().toList();
  }

  static long[] unboxed(List<Long> state) {
    return state.stream().mapToLong(Long::longValue).toArray();
  }
}
