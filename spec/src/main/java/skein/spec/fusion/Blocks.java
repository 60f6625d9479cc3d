package skein.spec.fusion;

import java.util.ArrayList;
import java.util.List;
import skein.spec.ir.Instruction;

/**
 * Which steps of a process are run on into by the one before: those that make up {@code right*
 * none? left*} with it. A block begins with any step. It has <em>committed</em> once it is past its
 * right-movers.
 *
 * <p>Only the first step of a block may wait. So no process ever stands in the midst of a block
 * where it cannot go on, every deadlock has all processes between their blocks, and a block that
 * has committed can always be completed. For that it must be finite too: no block goes back to a
 * step before it, and a step that loops begins a block; then every loop of the program has a cut.
 *
 * <p>What a constraint sees ends a block, lest it go on from a state from which no run goes on.
 *
 * <p>A choice begins a block as well, lest choices multiply where their outcomes meet again.
 */
final class Blocks {
  private final List<Mover> movers = new ArrayList<>();
  private final List<Boolean> begins = new ArrayList<>();
  private final List<Boolean> ends = new ArrayList<>();

  Blocks(Outline outline, int program, Movers movers) {
    for (int step = 0; step < outline.steps(); step++) {
      this.movers.add(movers.of(program, step));
      this.ends.add(movers.mayEndRun(program, step));
      this.begins.add(
          outline.isCyclic(step)
              || outline.positions(step).stream()
                  .map(outline.program().instructions()::get)
                  .anyMatch(i -> i instanceof Instruction.Await || i instanceof Instruction.Pick));
    }
  }

  /** Whether a block is committed when a step of it has been made. */
  boolean commits(int step, boolean before) {
    return before || !movers.get(step).right();
  }

  /**
   * Whether a block goes on from a step to another.
   *
   * @param committed whether it is committed after the first of both
   */
  boolean goesOn(int step, boolean committed, int next) {
    return next > step
        && next < movers.size()
        && !ends.get(step)
        && !begins.get(next)
        && (!committed || movers.get(next).left());
  }

  Mover mover(int step) {
    return movers.get(step);
  }
}
