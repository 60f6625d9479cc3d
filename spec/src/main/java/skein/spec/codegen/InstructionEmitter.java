package skein.spec.codegen;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.I2L;
import static org.objectweb.asm.Opcodes.LADD;

import java.util.Optional;
import org.objectweb.asm.Label;
import skein.spec.ir.Instruction;

/** Emits the instructions of a step. */
final class InstructionEmitter {
  private final Code code;
  private final Frame frame;
  private final ExpressionEmitter expressions;
  private final Flow flow;
  private final int out;

  /**
   * @param out the local that holds the {@link skein.spec.model.Successors}
   */
  InstructionEmitter(Target target, Frame frame, Flow flow, int out) {
    this.code = frame.code();
    this.frame = frame;
    this.expressions = new ExpressionEmitter(target, frame);
    this.flow = flow;
    this.out = out;
  }

  void emit(int position, Instruction instruction) {
    if (instruction instanceof Instruction.Store s) {
      expressions.cells().store(s.variable(), s.indices(), s.value());
      flow.go(position, s.next());
    } else if (instruction instanceof Instruction.SetTemp s) {
      expressions.value(s.value());
      frame.temps().store(code, s.slot());
      flow.go(position, s.next());
    } else if (instruction instanceof Instruction.Branch branch) {
      branch(position, branch);
    } else if (instruction instanceof Instruction.Pick pick) {
      pick(position, pick);
    } else if (instruction instanceof Instruction.Await await) {
      Label possible = new Label();
      expressions.jump(await.condition(), possible, true);
      flow.impossible();
      code.place(possible);
      goOn(position, await, await.next());
    } else if (instruction instanceof Instruction.Assert claim) {
      Label holds = new Label();
      expressions.jump(claim.condition(), holds, true);
      frame.exit().emit(code, claim.fault());
      code.place(holds);
      goOn(position, claim, claim.next());
    } else {
      flow.end();
    }
  }

  /** Goes on, unless the condition is known not to hold. */
  private void goOn(int position, Instruction instruction, int next) {
    if (!StepGraph.targets(instruction).isEmpty()) {
      flow.go(position, next);
    }
  }

  private void branch(int position, Instruction.Branch branch) {
    if (StepGraph.targets(branch).size() == 1) {
      flow.go(position, StepGraph.targets(branch).get(0));
      return;
    }
    Optional<Label> direct = flow.direct(position, branch.ifFalse());
    if (direct.isPresent()) {
      expressions.jump(branch.condition(), direct.get(), false);
    } else {
      Label yes = new Label();
      expressions.jump(branch.condition(), yes, true);
      flow.go(position, branch.ifFalse());
      code.place(yes);
    }
    flow.go(position, branch.ifTrue());
  }

  private void pick(int position, Instruction.Pick pick) {
    if (pick.hi() < pick.lo()) {
      flow.impossible();
      return;
    }
    if (pick.hi() == pick.lo()) {
      code.push(pick.lo());
    } else {
      code.local(ALOAD, out).push(Math.toIntExact(pick.hi() - pick.lo() + 1));
      code.invokeVirtual(Names.SUCCESSORS, "choose", "(I)I").op(I2L);
      if (pick.lo() != 0) {
        code.push(pick.lo()).op(LADD);
      }
    }
    frame.temps().store(code, pick.slot());
    flow.go(position, pick.next());
  }
}
