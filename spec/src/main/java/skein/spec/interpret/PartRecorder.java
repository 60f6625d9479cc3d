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

/** Watches a run of a step and writes down each part of it that was a step of its own. */
final class PartRecorder implements Observer {
  private final Interpreter.Start start;
  private final Program program;
  private final Cells cells;
  private final CellNames names;
  private final long[] now;
  private final List<Part> done = new ArrayList<>();
  private Origin origin;
  private LineRecorder lines;
  private boolean atSeam;

  PartRecorder(
      Interpreter.Start start, Origin origin, long[] before, Cells cells, CellNames names) {
    this.start = start;
    this.program = start.program();
    this.cells = cells;
    this.names = names;
    this.now = before.clone();
    begin(origin);
  }

  private void begin(Origin part) {
    origin = part;
    lines = new LineRecorder(program, start.self(), cells, names);
  }

  /** All parts, the last of which leads to the outcome. */
  ImmutableList<Part> parts(Outcome outcome) {
    return ImmutableList.<Part>builder()
        .addAll(done)
        .add(new Part(name(), lines.lines(origin), outcome.fault(), outcome.cells()))
        .build();
  }

  private String name() {
    return program.sort().isPresent() ? origin.text() : program.name();
  }

  @Override
  public void begins(int position, Instruction instruction) {
    Origin next = program.seams().get(position);
    atSeam = next != null;
    if (atSeam) {
      done.add(new Part(name(), lines.lines(origin), Optional.empty(), now.clone()));
      begin(next);
    } else {
      lines.begins(position, instruction);
    }
  }

  @Override
  public void reads(IrExpr.Load load, int cell, long value) {
    lines.reads(load, cell, value);
  }

  @Override
  public void writes(Instruction.Store store, int cell, long before, long after) {
    now[cell] = after;
    lines.writes(store, cell, before, after);
  }

  @Override
  public void sets(Instruction.SetTemp set, long value) {
    lines.sets(set, value);
  }

  @Override
  public void branches(Instruction.Branch branch, boolean outcome) {
    if (!atSeam) {
      lines.branches(branch, outcome);
    }
  }

  @Override
  public void picks(Instruction.Pick pick, long value) {
    lines.picks(pick, value);
  }
}
