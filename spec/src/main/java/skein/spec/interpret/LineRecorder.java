package skein.spec.interpret;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import skein.spec.ir.Cells;
import skein.spec.ir.Instruction;
import skein.spec.ir.IrExpr;
import skein.spec.ir.Origin;
import skein.spec.ir.Program;
import skein.spec.ir.StateVar;
import skein.spec.ir.StateVar.Role;
import skein.spec.model.FaultKind;
import skein.spec.model.StepReport.Access;
import skein.spec.model.StepReport.Change;
import skein.spec.model.StepReport.Line;

/** Watches a run of a step and writes down the lines of its report. */
final class LineRecorder implements Observer {
  /** Of a step of more lines than this, an endless loop as a rule, the last is told still. */
  private static final int MOST_LINES = 100;

  private final Program program;
  private final int self;
  private final Cells cells;
  private final CellNames names;
  private final SourceNames source;
  private final List<LineDraft> lines = new ArrayList<>();

  /** Whether the running instruction is not to be shown. */
  private boolean silent;

  /** Whether what the running instruction reads is not the model's concern. */
  private boolean unasked;

  LineRecorder(Program program, int self, Cells cells, CellNames names) {
    this.program = program;
    this.self = self;
    this.cells = cells;
    this.names = names;
    this.source = new SourceNames(names);
  }

  /**
   * The lines seen.
   *
   * @param step stands for them if there is nothing to tell
   */
  ImmutableList<Line> lines(Origin step) {
    ImmutableList<Line> told =
        lines.stream()
            .filter(line -> !line.isInternal())
            .map(LineDraft::line)
            .collect(ImmutableList.toImmutableList());
    return told.isEmpty() ? ImmutableList.of(new LineDraft(step).line()) : told;
  }

  @Override
  public void begins(int position, Instruction instruction) {
    silent = isSilent(instruction);
    unasked =
        instruction instanceof Instruction.Assert claim
            && claim.fault().kind() == FaultKind.LOCK_DISCIPLINE;
    if (silent) {
      return;
    }
    if (lines.isEmpty() || !last().goesOnWith(position, instruction)) {
      if (lines.size() > MOST_LINES) {
        lines.remove(lines.size() - 1);
      }
      lines.add(new LineDraft(instruction.origin()));
    }
    last().add(position, instruction);
  }

  /**
   * Bookkeeping of the lowering: program counters and, without a text, the resets of locals that
   * will not be read again.
   */
  private static boolean isSilent(Instruction instruction) {
    boolean counts =
        instruction instanceof Instruction.Store store
            && store.variable().role() == Role.PROGRAM_COUNTER;
    return counts
        || instruction instanceof Instruction.End
        || instruction.origin().text().isEmpty();
  }

  @Override
  public void reads(IrExpr.Load load, int cell, long value) {
    if (!silent && !unasked && !load.old() && isShared(load.variable(), cell)) {
      String expression = source.of(load.variable(), load.indices(), cell, text());
      last().read(cell, new Access(names.name(cell), expression, names.value(cell, value)));
    }
  }

  private boolean isShared(StateVar variable, int cell) {
    return switch (variable.role()) {
      case GLOBAL, FIELD -> true;
      case PROGRAM_COUNTER, ALIVE -> false;
      case LOCAL -> !variable.owner().equals(program.sort()) || cells.indices(cell)[0] != self;
    };
  }

  @Override
  public void writes(Instruction.Store store, int cell, long before, long after) {
    if (store.variable().isNameless()) {
      source.set(store.variable(), store.value());
      return;
    } else if (silent) {
      return;
    }
    String expression = source.of(store.variable(), store.indices(), cell, text());
    last()
        .write(
            cell,
            new Change(
                names.name(cell), expression, names.value(cell, before), names.value(cell, after)));
  }

  @Override
  public void sets(Instruction.SetTemp set, long value) {
    source.set(set.slot(), set.value());
  }

  @Override
  public void branches(Instruction.Branch branch, boolean outcome) {
    if (!silent) {
      last().decide(outcome);
    }
  }

  /** Which free object {@code new} takes is nothing that the source chooses. */
  @Override
  public void picks(Instruction.Pick pick, long value) {
    Optional<String> name = source.setByChoice(pick.slot(), pick.origin().text());
    boolean allocates = pick.origin().text().matches(".*\\bnew\\b.*");
    if (!silent && name.isPresent() && !allocates) {
      String chosen = names.value(program.temporaries().get(pick.slot()), value);
      last().choose(new Access(name.get(), name.get(), chosen));
    }
  }

  private LineDraft last() {
    return lines.get(lines.size() - 1);
  }

  private String text() {
    return last().origin().text();
  }
}
