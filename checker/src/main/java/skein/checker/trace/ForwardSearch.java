package skein.checker.trace;

import java.util.ArrayList;
import java.util.List;
import skein.checker.visited.PartitionedStates;
import skein.spec.model.Model;
import skein.spec.model.Successors;

/**
 * Chooses the canonical run among all shortest ones: fewest changes of actor between steps, then
 * the least sequence of action ids. A dynamic program from the real initial states onwards, over
 * real states whose representatives are marked; so the choice is the same whether the states were
 * explored with symmetry or without, and every step is one that the model takes.
 *
 * <p>A layer is bounded: beyond {@link #MOST} entries only the best are pursued, so that in models
 * with more than that the run may have more switches than the least. It is still shortest, and
 * always the same.
 */
final class ForwardSearch {
  private static final int MOST = 200_000;
  private static final int MOST_TOGETHER = 16_000_000;

  private final Model model;
  private final boolean symmetric;
  private final PartitionedStates states;
  private final Goal goal;
  private final Marks marks;
  private final int words;
  private final Successors outcomes;
  private final long[] entry;
  private final long[] representative;
  private final List<Layer.Links> links = new ArrayList<>();

  ForwardSearch(Model model, boolean symmetric, PartitionedStates states, Goal goal, Marks marks) {
    this.model = model;
    this.symmetric = symmetric;
    this.states = states;
    this.goal = goal;
    this.marks = marks;
    this.words = model.words();
    this.outcomes = new Successors(words);
    this.entry = new long[words + 1];
    this.representative = new long[words];
  }

  /**
   * Finds the run.
   *
   * @param last number of the last level that is marked
   * @return the outcome to take at each step, preceded by which initial state to begin with
   */
  int[] run(int last) {
    int most = Math.max(1000, Math.min(MOST, MOST_TOGETHER / (last + 1)));
    Layer layer = initial();
    for (int level = 1; level <= last; level++) {
      layer = next(layer, level, most);
    }
    if (goal.isStep()) {
      layer = finalSteps(layer);
    }
    return path(layer.best(1)[0]);
  }

  private Layer initial() {
    Layer layer = new Layer(words);
    MarkedLevel level = new MarkedLevel(states, marks, 0);
    outcomes.clear();
    model.initialStates(outcomes);
    for (int i = 0; i < outcomes.count(); i++) {
      if (goal.goesOnAfter(outcomes.fault(i)) && leadsTo(level, i)) {
        setEntry(i, -1);
        layer.offer(entry, -1, 0, 0, i);
      }
    }
    return sealed(layer);
  }

  private Layer next(Layer layer, int number, int most) {
    Layer next = new Layer(words);
    MarkedLevel level = new MarkedLevel(states, marks, number);
    for (int from : layer.best(most)) {
      generate(layer, from);
      for (int i = 0; i < outcomes.count(); i++) {
        if (goal.goesOnAfter(outcomes.fault(i)) && leadsTo(level, i)) {
          offer(layer, from, i, next);
        }
      }
      if (next.size() > most * 4) {
        break;
      }
    }
    return sealed(next);
  }

  /** A last layer of what the goal's steps lead to, which need not be states of the model. */
  private Layer finalSteps(Layer layer) {
    Layer next = new Layer(words);
    for (int from = 0; from < layer.size(); from++) {
      generate(layer, from);
      for (int i = 0; i < outcomes.count(); i++) {
        if (outcomes.fault(i) != Successors.NO_FAULT && goal.endsWith(outcomes.fault(i))) {
          offer(layer, from, i, next);
        }
      }
    }
    return sealed(next);
  }

  private void generate(Layer layer, int from) {
    outcomes.clear();
    model.successors(layer.block(from), layer.offset(from), outcomes);
  }

  private boolean leadsTo(MarkedLevel level, int outcome) {
    System.arraycopy(outcomes.states(), outcome * words, representative, 0, words);
    if (symmetric) {
      model.canonicalize(representative, 0);
    }
    return level.holds(representative, 0);
  }

  private void offer(Layer layer, int from, int outcome, Layer next) {
    int action = outcomes.action(outcome);
    int actor = model.actions().get(action).actor();
    int before = layer.actor(from);
    setEntry(outcome, actor);
    next.offer(
        entry,
        from,
        layer.switches(from) + (before >= 0 && before != actor ? 1 : 0),
        Layer.extended(layer.rank(from), action),
        Layer.extended(layer.tie(from), outcome));
  }

  private void setEntry(int outcome, int actor) {
    System.arraycopy(outcomes.states(), outcome * words, entry, 0, words);
    entry[words] = actor;
  }

  private Layer sealed(Layer layer) {
    if (layer.size() == 0) {
      throw new IllegalStateException(
          "no run of %s follows the states found: its successors are not always the same, or its"
                  .formatted(model.name())
              + " canonicalize() is not a symmetry");
    }
    layer.seal();
    links.add(layer.links());
    return layer;
  }

  private int[] path(int entryOfLast) {
    int[] path = new int[links.size()];
    int at = entryOfLast;
    for (int number = path.length - 1; number >= 0; number--) {
      path[number] = links.get(number).outcomes()[at];
      at = links.get(number).parents()[at];
    }
    return path;
  }
}
