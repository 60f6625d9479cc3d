package skein.spec.codegen;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.DUP2;
import static org.objectweb.asm.Opcodes.GOTO;
import static org.objectweb.asm.Opcodes.ICONST_0;
import static org.objectweb.asm.Opcodes.IFLE;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.ISTORE;
import static org.objectweb.asm.Opcodes.LADD;
import static org.objectweb.asm.Opcodes.LALOAD;
import static org.objectweb.asm.Opcodes.LASTORE;
import static org.objectweb.asm.Opcodes.LCMP;
import static org.objectweb.asm.Opcodes.LCONST_1;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Label;
import skein.spec.ir.Program;

/**
 * Emits one segment of a split step: {@code (states, at, scratch, out, entry)} to the number of the
 * entry that the step goes on with, or how it has ended.
 */
final class SegmentEmitter implements Flow {
  static final String DESCRIPTOR = "([JI[JL" + Names.SUCCESSORS + ";I)I";

  /** The outcome is complete. */
  static final int COMPLETE = -1;

  /** The outcome is impossible. */
  static final int IMPOSSIBLE = -2;

  /** The step failed, with the fault that is in the scratch array. */
  static final int FAILED = -3;

  private static final int SCRATCH = 2;
  private static final int OUT = 3;
  private static final int ENTRY = 4;
  private static final int ZERO = 5;

  private final StepMethod method;
  private final Scratch scratch;
  private final Optional<SegmentPlan> plan;
  private final Code code = new Code();
  private final Frame frame;
  private final InstructionEmitter instructions;
  private final Map<Integer, Label> labels = new HashMap<>();
  private int next = -1;

  /**
   * @param plan absent to find out the size of instructions, before there is a plan
   */
  SegmentEmitter(
      Target target,
      StepMethod method,
      Outliner outliner,
      Scratch scratch,
      Optional<SegmentPlan> plan) {
    this.method = method;
    this.scratch = scratch;
    this.plan = plan;
    this.frame =
        outliner.frame(
            code,
            new Locals(ZERO + 1),
            new Outliner.Arguments(0, 1, SCRATCH, ZERO, SCRATCH),
            c -> c.push(FAILED).op(IRETURN));
    this.instructions = new InstructionEmitter(target, frame, this, OUT);
  }

  /** Bytes that an instruction takes at most. */
  int measure(int position) {
    int before = code.size();
    instructions.emit(position, method.graph().at(position));
    return code.size() - before;
  }

  Code emit(int segment) {
    code.op(ICONST_0).local(ISTORE, ZERO);
    List<Integer> entries = plan.orElseThrow().entries(segment);
    List<Label> entered = entries.stream().map(this::label).toList();
    if (entries.size() > 1) {
      int low = plan.get().entry(entries.get(0));
      code.local(ILOAD, ENTRY).tableSwitch(low, entered.get(0), entered);
    } else {
      code.jump(GOTO, entered.get(0));
    }
    List<Integer> positions = plan.get().segments().get(segment);
    for (int i = 0; i < positions.size(); i++) {
      int position = positions.get(i);
      next = i + 1 < positions.size() ? positions.get(i + 1) : -1;
      code.place(label(position));
      instructions.emit(position, method.graph().at(position));
    }
    return code;
  }

  private Label label(int position) {
    return labels.computeIfAbsent(position, any -> new Label());
  }

  private boolean isInside(int from, int to) {
    return plan.isPresent() && plan.get().isInside(from, to);
  }

  @Override
  public void go(int from, int to) {
    boolean backward = StepGraph.isBackward(from, to);
    if (backward) {
      countBackwardJump();
    }
    if (!isInside(from, to)) {
      code.push(plan.map(known -> known.entry(to)).orElse((int) Short.MAX_VALUE)).op(IRETURN);
    } else if (backward || to != next) {
      code.jump(GOTO, label(to));
    }
  }

  private void countBackwardJump() {
    Label onceMore = new Label();
    code.local(ALOAD, SCRATCH)
        .push(scratch.backwardJumps())
        .op(DUP2, LALOAD, LCONST_1, LADD, LASTORE);
    code.local(ALOAD, SCRATCH).push(scratch.backwardJumps()).op(LALOAD);
    code.push((long) Program.MOST_BACKWARD_JUMPS).op(LCMP).jump(IFLE, onceMore);
    frame.exit().emit(code, method.requireEndlessLoop());
    code.place(onceMore);
  }

  @Override
  public Optional<Label> direct(int from, int to) {
    return isInside(from, to) && !StepGraph.isBackward(from, to)
        ? Optional.of(label(to))
        : Optional.empty();
  }

  @Override
  public void end() {
    code.push(COMPLETE).op(IRETURN);
  }

  @Override
  public void impossible() {
    code.push(IMPOSSIBLE).op(IRETURN);
  }
}
