package skein.spec.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import skein.spec.ir.Instruction;
import skein.spec.ir.IrExpr;

/** Watches runs of a step that is not enabled and keeps the first condition that is not met. */
final class Refusal implements Observer {
  private final List<Integer> reads = new ArrayList<>();
  private Optional<Instruction.Await> await = Optional.empty();

  /** What is awaited in vain; empty if the step cannot go on for want of anything to pick. */
  Optional<Instruction.Await> await() {
    return await;
  }

  /** The cells that the condition depends on. */
  List<Integer> reads() {
    return reads;
  }

  @Override
  public void begins(int position, Instruction instruction) {
    if (await.isEmpty()) {
      reads.clear();
    }
  }

  @Override
  public void reads(IrExpr.Load load, int cell, long value) {
    if (await.isEmpty()) {
      reads.add(cell);
    }
  }

  @Override
  public void refuses(Instruction.Await refused) {
    if (await.isEmpty()) {
      await = Optional.of(refused);
    }
  }
}
