package skein.spec.codegen;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import skein.spec.ir.Instruction;

/**
 * Makes one step of each value of what a step picks first, if there are few. Where cells lie that
 * depend on it is then known, and most often so is what is awaited next: an action {@code A(page:
 * Page) when guard} tries each page's guard without ado.
 */
final class PickUnroller {
  private static final int MOST_STEPS = 8;
  private static final int MOST_INSTRUCTIONS = 300;

  private PickUnroller() {}

  /** The steps whose outcomes together, in this order, are those of the step. */
  static ImmutableList<StepSource> unroll(StepSource step) {
    List<StepSource> steps = List.of(step);
    while (true) {
      List<StepSource> more = next(steps.get(0), steps);
      if (more.isEmpty()) {
        return ImmutableList.copyOf(steps);
      }
      steps = more;
    }
  }

  /** With the pick that all of the steps begin with unrolled; empty if that cannot be. */
  private static List<StepSource> next(StepSource first, List<StepSource> steps) {
    int position = first.entry();
    if (!(first.program().instructions().get(position) instanceof Instruction.Pick pick)
        || pick.next() <= position
        || pick.hi() < pick.lo()
        || first.known().containsKey(pick.slot())
        || (pick.hi() - pick.lo() + 1) * steps.size() > MOST_STEPS) {
      return List.of();
    }
    List<StepSource> more = new ArrayList<>();
    for (StepSource step : steps) {
      for (long value = pick.lo(); value <= pick.hi(); value++) {
        more.add(step.picked("_" + value, pick.next(), pick.slot(), value));
      }
    }
    return isSound(more.get(0), more.size()) ? more : List.of();
  }

  /**
   * Whether the rest of the step leaves what was picked alone. Its length is that of the others.
   */
  private static boolean isSound(StepSource rest, int steps) {
    StepGraph graph = rest.graph(0);
    return graph.order().size() * steps <= MOST_INSTRUCTIONS
        && graph.slots().stream().noneMatch(rest.known()::containsKey);
  }
}
