package skein.spec.interpret;

import com.google.common.collect.ImmutableList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import skein.spec.ir.Instruction;
import skein.spec.ir.Origin;
import skein.spec.model.StepReport.Access;
import skein.spec.model.StepReport.Change;
import skein.spec.model.StepReport.Line;

/** A line of a report as it is found: the instructions of one statement, run one after another. */
final class LineDraft {
  private final Origin origin;
  private final Set<Integer> positions = new HashSet<>();
  private final Map<Integer, Access> reads = new LinkedHashMap<>();
  private final Map<Integer, Change> writes = new LinkedHashMap<>();
  private final ImmutableList.Builder<Access> chosen = ImmutableList.builder();
  private Optional<Boolean> outcome = Optional.empty();
  private boolean onlyTemporaries = true;

  LineDraft(Origin origin) {
    this.origin = origin;
  }

  Origin origin() {
    return origin;
  }

  /** Whether an instruction is of the same execution of the same statement. */
  boolean goesOnWith(int position, Instruction instruction) {
    return origin.span().equals(instruction.origin().span())
        && origin.frames().equals(instruction.origin().frames())
        && !positions.contains(position);
  }

  void add(int position, Instruction instruction) {
    positions.add(position);
    // A branch that is not the last instruction decides something inside of the statement.
    outcome = Optional.empty();
    onlyTemporaries &= instruction instanceof Instruction.SetTemp;
  }

  void read(int cell, Access access) {
    reads.putIfAbsent(cell, access);
  }

  /** Of several changes of a cell, what was before the first and what is after the last counts. */
  void write(int cell, Change change) {
    writes.merge(
        cell,
        change,
        (first, last) ->
            new Change(first.variable(), first.expression(), first.before(), last.after()));
  }

  void choose(Access access) {
    chosen.add(access);
  }

  void decide(boolean holds) {
    outcome = Optional.of(holds);
  }

  /** Whether all it does is to compute something from what the step has read before. */
  boolean isInternal() {
    return onlyTemporaries && reads.isEmpty();
  }

  Line line() {
    return new Line(
        Places.frames(origin),
        origin.text(),
        Places.of(origin.span()),
        origin.location().orElse(""),
        ImmutableList.copyOf(reads.values()),
        writes.values().stream()
            .filter(change -> !change.before().equals(change.after()))
            .collect(ImmutableList.toImmutableList()),
        outcome,
        chosen.build());
  }
}
