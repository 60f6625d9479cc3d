package skein.spec.interpret;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import skein.spec.ir.ActionTable;
import skein.spec.ir.Cells;
import skein.spec.ir.Fault;
import skein.spec.ir.Program;
import skein.spec.ir.StateProperty;
import skein.spec.ir.StateVar;
import skein.spec.ir.TransitionSystem;
import skein.spec.model.Model;
import skein.spec.model.PropertyKind;

/**
 * The reference meaning of a transition system, over states of one {@code long} a cell (see {@link
 * Cells}). It is slow; what it does is what {@link skein.spec.ir} says, word for word.
 */
public final class Interpreter {
  private final TransitionSystem system;
  private final Cells cells;
  private final ActionTable actions;
  private final References references;

  public Interpreter(TransitionSystem system) {
    this.system = system;
    this.cells = new Cells(system);
    this.actions = new ActionTable(system);
    this.references = new References(system, cells);
  }

  public TransitionSystem system() {
    return system;
  }

  public Cells cells() {
    return cells;
  }

  public ActionTable actions() {
    return actions;
  }

  /** The initial states, in order of the picks; one with a fault is where the start went wrong. */
  public ImmutableList<Outcome> initialStates() {
    Program initial = system.initial();
    return outcomes(new Start(0, initial, initial.steps().get(0).entry(), 0), cells.zero());
  }

  /** Every outcome of every enabled step of a state, in ascending order of action. */
  public ImmutableList<Outcome> outcomes(long[] state) {
    ImmutableList.Builder<Outcome> outcomes = ImmutableList.builder();
    for (int action = 0; action < actions.actions().size(); action++) {
      outcomes.addAll(outcomes(state, action));
    }
    return outcomes.build();
  }

  /** Every outcome of one action, none if it is not enabled. */
  public ImmutableList<Outcome> outcomes(long[] state, int action) {
    return isAt(state, action) ? outcomes(start(action), state) : ImmutableList.of();
  }

  /** Whether the process of an action stands at it; an action declaration always can be tried. */
  boolean isAt(long[] state, int action) {
    ActionTable.Entry entry = actions.entry(action);
    Optional<StateVar> counter = system.programs().get(entry.program()).programCounter();
    return counter.isEmpty() || state[cells.cell(counter.get(), entry.instance())] == entry.step();
  }

  /**
   * Decides a property other than a step invariant.
   *
   * @return as {@link Model#evaluate}
   */
  public int evaluate(StateProperty property, long[] state) {
    try {
      return holds(property, state, state) ? Model.HOLDS : Model.FAILS;
    } catch (StepFailure failure) {
      return -1 - failure.fault().id();
    }
  }

  /** Whether every process that is no daemon has ended. */
  public boolean ended(long[] state) {
    for (Program program : system.programs()) {
      if (program.sort().isPresent() && !program.daemon()) {
        for (int i = 0; i < program.sort().get().size(); i++) {
          if (!ended(program, i, state)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** Whether an instance of a process has ended. */
  boolean ended(Program program, int instance, long[] state) {
    int cell = cells.cell(program.programCounter().orElseThrow(), instance);
    return state[cell] == program.steps().size();
  }

  /** Where a run starts. */
  record Start(int action, Program program, int entry, int self) {}

  Start start(int action) {
    ActionTable.Entry entry = actions.entry(action);
    Program program = system.programs().get(entry.program());
    int position = program.steps().get(entry.step()).entry();
    return new Start(action, program, position, entry.instance());
  }

  private ImmutableList<Outcome> outcomes(Start start, long[] before) {
    ImmutableList.Builder<Outcome> outcomes = ImmutableList.builder();
    Picks picks = new Picks();
    do {
      run(start, before, picks, Observer.NONE).ifPresent(outcomes::add);
    } while (picks.advance());
    return outcomes.build();
  }

  /** Runs a step with one combination of picks; empty if that is impossible. */
  Optional<Outcome> run(Start start, long[] before, Picks picks, Observer observer) {
    Program program = start.program();
    long[] now = before.clone();
    Optional<Fault> fault;
    try {
      Evaluation evaluation =
          evaluation(before, now, program.temporaries().size(), start.self(), observer);
      StepRun run = new StepRun(system, program, evaluation, now, picks, observer);
      if (!run.from(start.entry())) {
        return Optional.empty();
      }
      fault =
          program.kind() == Program.Kind.INITIAL
              ? Optional.empty()
              : violatedStepInvariant(before, now);
    } catch (StepFailure failure) {
      fault = Optional.of(failure.fault());
    }
    return Optional.of(new Outcome(start.action(), fault, now));
  }

  /** The parts of a step up to the first after which a step invariant is violated. */
  ImmutableList<Part> untilFault(long[] before, ImmutableList<Part> parts) {
    long[] state = before;
    for (int i = 0; i < parts.size() - 1; i++) {
      Part part = parts.get(i);
      Optional<Fault> fault = violatedStepInvariant(state, part.cells());
      if (fault.isPresent()) {
        Part last = new Part(part.text(), part.lines(), fault, part.cells());
        return ImmutableList.<Part>builder().addAll(parts.subList(0, i)).add(last).build();
      }
      state = part.cells();
    }
    return parts;
  }

  private Optional<Fault> violatedStepInvariant(long[] before, long[] now) {
    for (StateProperty property : system.properties()) {
      if (property.kind() == PropertyKind.STEP_INVARIANT && !holds(property, before, now)) {
        return property.fault();
      }
    }
    return Optional.empty();
  }

  private boolean holds(StateProperty property, long[] before, long[] now) {
    return evaluation(before, now, property.temporaries(), 0, Observer.NONE)
        .holds(property.condition());
  }

  private Evaluation evaluation(
      long[] before, long[] now, int temporaries, int self, Observer observer) {
    return new Evaluation(cells, references, before, now, temporaries, self, observer);
  }
}
