package skein.spec.interpret;

import skein.spec.ir.Fault;
import skein.spec.ir.Instruction;
import skein.spec.ir.Program;
import skein.spec.ir.TransitionSystem;
import skein.spec.model.FaultKind;

/** Runs one step of a program once, with one combination of picks. */
final class StepRun {
  private final TransitionSystem system;
  private final Program program;
  private final Evaluation evaluation;
  private final long[] cells;
  private final Picks picks;
  private final Observer observer;
  private int position;
  private int backwardJumps;
  private boolean possible = true;
  private boolean done;

  /**
   * @param cells the state, which the run changes; {@code evaluation} reads it
   */
  StepRun(
      TransitionSystem system,
      Program program,
      Evaluation evaluation,
      long[] cells,
      Picks picks,
      Observer observer) {
    this.system = system;
    this.program = program;
    this.evaluation = evaluation;
    this.cells = cells;
    this.picks = picks;
    this.observer = observer;
  }

  /**
   * Runs from a position to an {@link Instruction.End}.
   *
   * @return false if the outcome is impossible
   * @throws StepFailure if the step fails
   */
  boolean from(int entry) {
    position = entry;
    while (!done) {
      Instruction instruction = program.instructions().get(position);
      observer.begins(position, instruction);
      execute(instruction);
    }
    return possible;
  }

  private void execute(Instruction instruction) {
    if (instruction instanceof Instruction.Store store) {
      store(store);
    } else if (instruction instanceof Instruction.SetTemp set) {
      long value = evaluation.value(set.value());
      evaluation.setTemporary(set.slot(), value);
      observer.sets(set, value);
      jump(set.next());
    } else if (instruction instanceof Instruction.Branch branch) {
      boolean holds = evaluation.holds(branch.condition());
      observer.branches(branch, holds);
      jump(holds ? branch.ifTrue() : branch.ifFalse());
    } else if (instruction instanceof Instruction.Pick pick) {
      pick(pick);
    } else if (instruction instanceof Instruction.Await await) {
      await(await);
    } else if (instruction instanceof Instruction.Assert claim) {
      if (!evaluation.holds(claim.condition())) {
        throw new StepFailure(claim.fault());
      }
      jump(claim.next());
    } else {
      done = true;
    }
  }

  /** Indices first, then the value: the order in which their failures are found. */
  private void store(Instruction.Store store) {
    int cell = evaluation.cell(store.variable(), store.indices());
    long value = evaluation.value(store.value());
    observer.writes(store, cell, cells[cell], value);
    cells[cell] = value;
    jump(store.next());
  }

  private void pick(Instruction.Pick pick) {
    if (pick.hi() < pick.lo()) {
      stopImpossible();
      return;
    }
    long value = picks.next(pick.lo(), pick.hi());
    evaluation.setTemporary(pick.slot(), value);
    observer.picks(pick, value);
    jump(pick.next());
  }

  private void await(Instruction.Await await) {
    if (evaluation.holds(await.condition())) {
      jump(await.next());
    } else {
      observer.refuses(await);
      stopImpossible();
    }
  }

  private void stopImpossible() {
    possible = false;
    done = true;
  }

  private void jump(int target) {
    if (target <= position && ++backwardJumps > Program.MOST_BACKWARD_JUMPS) {
      throw new StepFailure(endlessLoop());
    }
    position = target;
  }

  private Fault endlessLoop() {
    return system.faults().stream()
        .filter(fault -> fault.kind() == FaultKind.ENDLESS_LOOP)
        .filter(fault -> fault.function().equals(program.name()))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(program.name() + " has no fault for endless loops"));
  }
}
