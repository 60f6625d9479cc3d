package skein.checker.trace;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import skein.spec.model.Model;
import skein.spec.model.Successors;

/** Takes the chosen steps once more, from the initial state, and keeps every state. */
final class Replay {
  private final Model model;
  private final Successors outcomes;

  Replay(Model model) {
    this.model = model;
    this.outcomes = new Successors(model.words());
  }

  /**
   * @param path which initial state, then which outcome of each state
   */
  Run run(int[] path) {
    outcomes.clear();
    model.initialStates(outcomes);
    long[] initial = state(path[0]);
    long[] state = initial;
    ImmutableList.Builder<Run.Step> steps = ImmutableList.builder();
    for (int i = 1; i < path.length; i++) {
      outcomes.clear();
      model.successors(state, 0, outcomes);
      state = state(path[i]);
      steps.add(new Run.Step(outcomes.action(path[i]), outcomes.fault(path[i]), state));
    }
    return new Run(initial, steps.build());
  }

  private long[] state(int outcome) {
    int words = model.words();
    return Arrays.copyOfRange(outcomes.states(), outcome * words, (outcome + 1) * words);
  }
}
