package skein.checker.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import skein.spec.model.Model;

/**
 * The oracle for traces: lists every run of a length that ends as wished, over real states, and
 * picks the canonical one by comparing them as they are.
 */
final class BruteForceRuns {
  private final Model model;
  private final SequentialExplorer graph;
  private final Predicate<List<Long>> endsIn;
  private final Predicate<SequentialExplorer.Edge> endsWith;
  private final Map<String, Boolean> hopeless = new HashMap<>();
  private final List<List<SequentialExplorer.Edge>> runs = new ArrayList<>();

  /**
   * @param endsIn whether a run may end in a state
   * @param endsWith whether it may end with an edge
   */
  BruteForceRuns(
      Model model, Predicate<List<Long>> endsIn, Predicate<SequentialExplorer.Edge> endsWith) {
    this.model = model;
    this.graph = new SequentialExplorer(model, false);
    this.endsIn = endsIn;
    this.endsWith = endsWith;
  }

  /** The canonical run of so many steps, preceded by its initial state; null if there is none. */
  List<SequentialExplorer.Edge> canonical(int length) {
    for (SequentialExplorer.Edge edge : graph.initial) {
      List<SequentialExplorer.Edge> run = new ArrayList<>(List.of(edge));
      extend(run, length);
    }
    Comparator<List<SequentialExplorer.Edge>> order =
        Comparator.comparing(this::switches)
            .thenComparing(run -> sequence(run, true))
            .thenComparing(run -> sequence(run, false));
    return runs.stream().min(order).orElse(null);
  }

  /** Extends the run in every way; says whether some run was found. */
  private boolean extend(List<SequentialExplorer.Edge> run, int left) {
    SequentialExplorer.Edge last = run.get(run.size() - 1);
    if (left == 0) {
      boolean found = run.size() > 1 && endsWith.test(last);
      if (found || (graph.isState(last) && endsIn.test(last.to()))) {
        runs.add(List.copyOf(run));
        return true;
      }
      return false;
    }
    String key = last.to() + "/" + left;
    if (!graph.isState(last) || hopeless.containsKey(key)) {
      return false;
    }
    boolean found = false;
    for (SequentialExplorer.Edge edge : graph.edges.getOrDefault(last.to(), List.of())) {
      run.add(edge);
      found |= extend(run, left - 1);
      run.remove(run.size() - 1);
    }
    if (!found) {
      hopeless.put(key, true);
    }
    return found;
  }

  private int switches(List<SequentialExplorer.Edge> run) {
    int switches = 0;
    for (int i = 2; i < run.size(); i++) {
      switches += actor(run.get(i)) == actor(run.get(i - 1)) ? 0 : 1;
    }
    return switches;
  }

  private int actor(SequentialExplorer.Edge edge) {
    return model.actions().get(edge.action()).actor();
  }

  /** As text of equal length for each element, so that it is ordered as the numbers are. */
  private static String sequence(List<SequentialExplorer.Edge> run, boolean actions) {
    StringBuilder text = new StringBuilder();
    run.forEach(edge -> text.append((char) (actions ? edge.action() : edge.outcome())));
    return text.toString();
  }
}
