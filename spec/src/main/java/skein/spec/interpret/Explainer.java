package skein.spec.interpret;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Optional;
import skein.spec.ir.Cells;
import skein.spec.ir.Instruction;
import skein.spec.ir.Origin;
import skein.spec.ir.Scalar;
import skein.spec.ir.Sort;
import skein.spec.ir.TransitionSystem;
import skein.spec.model.Blocked;
import skein.spec.model.StepReport;
import skein.spec.model.Successors;
import skein.spec.model.VariableInfo;

/**
 * Says what happens in a step, line by line, and what a process waits for, by running the step
 * again and watching. States are one {@code long} a cell.
 */
public final class Explainer {
  private final Interpreter interpreter;
  private final TransitionSystem system;
  private final Cells cells;
  private final CellNames names;

  public Explainer(Interpreter interpreter) {
    this.interpreter = interpreter;
    this.system = interpreter.system();
    this.cells = interpreter.cells();
    this.names = new CellNames(cells, interpreter.actions(), system.locks());
  }

  /** The cells of a state; the position is the cell's number. */
  public ImmutableList<VariableInfo> variables() {
    return names.variables();
  }

  /** A value of a cell as the language writes it. */
  public String value(int cell, long value) {
    return names.value(cell, value);
  }

  /**
   * Explains the step that led from one state to the next.
   *
   * @param fault the id of the fault it ended with, or {@link Successors#NO_FAULT}
   * @throws IllegalArgumentException if the action does not lead there
   */
  public StepReport explain(long[] before, int action, long[] after, int fault) {
    Interpreter.Start start = interpreter.start(action);
    Picks picks = new Picks();
    do {
      LineRecorder recorder = new LineRecorder(start.program(), start.self(), cells, names);
      Optional<Outcome> outcome = interpreter.run(start, before, picks, recorder);
      if (outcome.isPresent() && leadsTo(outcome.get(), after, fault)) {
        return new StepReport(
            recorder.lines(stepOrigin(action)), outcome.get().fault().map(Places::of));
      }
    } while (picks.advance());
    throw new IllegalArgumentException(
        "action " + action + " does not lead from one of these states to the other");
  }

  /**
   * Explains a step part by part, as {@link skein.spec.model.Model#retrace}.
   *
   * @throws IllegalArgumentException if the action does not lead there
   */
  ImmutableList<Part> retrace(long[] before, int action, long[] after, int fault) {
    Interpreter.Start start = interpreter.start(action);
    Picks picks = new Picks();
    do {
      PartRecorder recorder = new PartRecorder(start, stepOrigin(action), before, cells, names);
      Optional<Outcome> outcome = interpreter.run(start, before, picks, recorder);
      if (outcome.isPresent() && leadsTo(outcome.get(), after, fault)) {
        return interpreter.untilFault(before, recorder.parts(outcome.get()));
      }
    } while (picks.advance());
    throw new IllegalArgumentException(
        "action " + action + " does not lead from one of these states to the other");
  }

  private static boolean leadsTo(Outcome outcome, long[] after, int fault) {
    int found = outcome.fault().map(f -> f.id()).orElse(Successors.NO_FAULT);
    return found == fault && Arrays.equals(outcome.cells(), after);
  }

  /** What the processes that have not ended wait for, in a state without successors. */
  public ImmutableList<Blocked> blocked(long[] state) {
    ImmutableList.Builder<Blocked> blocked = ImmutableList.builder();
    for (int action = 0; action < interpreter.actions().actions().size(); action++) {
      boolean process = !interpreter.actions().actions().get(action).spontaneous();
      if (process && interpreter.isAt(state, action)) {
        blocked.add(blocked(state, action));
      }
    }
    return blocked.build();
  }

  private Blocked blocked(long[] state, int action) {
    Refusal refusal = new Refusal();
    Picks picks = new Picks();
    do {
      interpreter.run(interpreter.start(action), state, picks, refusal);
    } while (picks.advance());
    Origin step = stepOrigin(action);
    Optional<Lock> lock =
        refusal.reads().stream().flatMap(c -> lock(c, state).stream()).findFirst();
    return new Blocked(
        interpreter.actions().actions().get(action).actor(),
        Places.frames(step),
        step.text(),
        refusal.await().map(await -> condition(await, step)).orElse(""),
        Places.of(step.span()),
        lock.map(Lock::name),
        lock.map(Lock::owner));
  }

  private Origin stepOrigin(int action) {
    int step = interpreter.actions().entry(action).step();
    return interpreter.start(action).program().steps().get(step).origin();
  }

  private static String condition(Instruction.Await await, Origin step) {
    String text = await.origin().text();
    if (text.startsWith("await ")) {
      return text.substring("await ".length());
    }
    return text.equals(step.text()) ? "" : text;
  }

  /** A lock that is held. */
  private record Lock(String name, int owner) {}

  /** The lock whose owner a cell holds, if there is an owner. */
  private Optional<Lock> lock(int cell, long[] state) {
    if (state[cell] == Sort.NULL) {
      return Optional.empty();
    }
    return system.locks().stream()
        .filter(lock -> lock.owner().id() == cells.variable(cell).id())
        .map(lock -> new Lock(lockName(cell, lock.name()), owner(cell, state[cell])))
        .findFirst();
  }

  private String lockName(int cell, String name) {
    String indexed = name;
    for (int d = cells.variable(cell).keys(); d < cells.indices(cell).length; d++) {
      indexed = CellNames.indexed(indexed, names.index(cell, d));
    }
    return names.beside(cell, indexed);
  }

  private int owner(int cell, long value) {
    Sort sort = ((Scalar.Ref) cells.variable(cell).type()).sort();
    return sort.base() + Math.toIntExact(value);
  }
}
