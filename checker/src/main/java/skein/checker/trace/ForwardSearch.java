package skein.checker.trace;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import skein.checker.visited.PartitionedStates;
import skein.spec.model.Model;
import skein.spec.model.Successors;

/**
 * Chooses the canonical run among all shortest ones: fewest changes of actor between steps, then
 * the least sequence of action ids. A dynamic program from the real initial states onwards, over
 * real states whose representatives are marked; so the choice is the same whether the states were
 * explored with symmetry or without, and every step is one that the model takes.
 *
 * <p>A layer is bounded: beyond {@link #MOST} runs only the best are pursued, so that in models
 * with more than that the run may have more switches than the least. It is still shortest, and
 * always the same.
 */
final class ForwardSearch {
  private static final int MOST = 200_000;
  private static final int MOST_TOGETHER = 16_000_000;
  private static final int MOST_IN_LAYER = 4 * MOST;
  private static final int NOBODY = -1;

  private final Model model;
  private final boolean symmetric;
  private final PartitionedStates states;
  private final Goal goal;
  private final Marks marks;
  private final int words;
  private final Successors outcomes;
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
      MarkedLevel marked = new MarkedLevel(states, marks, level);
      layer = next(layer, most, i -> leadsTo(marked, i));
    }
    if (goal.isStep()) {
      layer = next(layer, most, this::isGoal);
    }
    return path(layer.best(1).nextSetBit(0));
  }

  private Layer initial() {
    Layer layer = new Layer(words);
    MarkedLevel level = new MarkedLevel(states, marks, 0);
    outcomes.clear();
    model.initialStates(outcomes);
    for (int i = 0; i < outcomes.count(); i++) {
      if (leadsTo(level, i)) {
        layer.offer(layer.state(outcomes.states(), i * words), NOBODY, -1, 0, 0, i);
      }
    }
    return sealed(layer);
  }

  /** The layer of what the outcomes that are wanted lead to. */
  private Layer next(Layer layer, int most, IntPredicate wanted) {
    Layer next = new Layer(words);
    BitSet pursued = layer.best(most);
    for (int from = 0; from < layer.stateCount() && next.runCount() < MOST_IN_LAYER; from++) {
      extend(layer, from, pursued, next, wanted);
    }
    return sealed(next);
  }

  private void extend(Layer layer, int from, BitSet pursued, Layer next, IntPredicate wanted) {
    int first = layer.firstRun(from);
    while (first >= 0 && !pursued.get(first)) {
      first = layer.nextRun(first);
    }
    if (first < 0) {
      return;
    }
    outcomes.clear();
    model.successors(layer.block(from), layer.offset(from), outcomes);
    for (int i = 0; i < outcomes.count(); i++) {
      if (wanted.test(i)) {
        int to = next.state(outcomes.states(), i * words);
        for (int run = first; run >= 0; run = layer.nextRun(run)) {
          if (pursued.get(run)) {
            offer(layer, run, i, next, to);
          }
        }
      }
    }
  }

  /** Whether an outcome is the step that is looked for, which need not lead to a state. */
  private boolean isGoal(int outcome) {
    int fault = outcomes.fault(outcome);
    return fault != Successors.NO_FAULT && goal.endsWith(fault);
  }

  private boolean leadsTo(MarkedLevel level, int outcome) {
    if (!goal.goesOnAfter(outcomes.fault(outcome))) {
      return false;
    }
    System.arraycopy(outcomes.states(), outcome * words, representative, 0, words);
    if (symmetric) {
      model.canonicalize(representative, 0);
    }
    return level.holds(representative, 0);
  }

  private void offer(Layer layer, int run, int outcome, Layer next, int to) {
    int action = outcomes.action(outcome);
    int actor = model.actions().get(action).actor();
    int before = layer.actor(run);
    next.offer(
        to,
        actor,
        run,
        layer.switches(run) + (before != NOBODY && before != actor ? 1 : 0),
        Layer.extended(layer.rank(run), action),
        Layer.extended(layer.tie(run), outcome));
  }

  private Layer sealed(Layer layer) {
    if (layer.runCount() == 0) {
      throw new IllegalStateException(
          "no run of %s follows the states found: its successors are not always the same, or its"
                  .formatted(model.name())
              + " canonicalize() is not a symmetry");
    }
    layer.seal();
    links.add(layer.links());
    return layer;
  }

  private int[] path(int run) {
    int[] path = new int[links.size()];
    int at = run;
    for (int number = path.length - 1; number >= 0; number--) {
      path[number] = links.get(number).outcomes()[at];
      at = links.get(number).parents()[at];
    }
    return path;
  }
}
