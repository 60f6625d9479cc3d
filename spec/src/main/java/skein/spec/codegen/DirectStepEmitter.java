package skein.spec.codegen;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.GOTO;
import static org.objectweb.asm.Opcodes.I2L;
import static org.objectweb.asm.Opcodes.ICONST_0;
import static org.objectweb.asm.Opcodes.IF_ICMPLE;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.ISTORE;
import static org.objectweb.asm.Opcodes.LCONST_0;
import static org.objectweb.asm.Opcodes.RETURN;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Label;
import skein.spec.ir.Instruction;
import skein.spec.ir.Program;
import skein.spec.model.Successors;

/**
 * Emits a step as one method with the state's words in locals: for states of few words and steps
 * that are not too long. Conditions awaited first are tested on the state where it lies, before
 * anything is set up.
 */
final class DirectStepEmitter implements Flow {
  private final Target target;
  private final OutcomeMethods outcomes;
  private final StepMethod method;
  private final StepGraph graph;
  private final Code code = new Code();
  private final Locals locals;
  private final Temps temps;
  private final Words before = new ArrayWords(StepMethod.STATES, StepMethod.AT);
  private final Words now;
  private final int backwardJumps;
  private final List<Integer> order;
  private final Map<Integer, Label> labels = new HashMap<>();
  private Words current = before;
  private int next = -1;

  DirectStepEmitter(Target target, OutcomeMethods outcomes, StepMethod method) {
    this.target = target;
    this.outcomes = outcomes;
    this.method = method;
    this.graph = method.graph();
    this.locals = new Locals(method.parameters());
    this.temps = new LocalTemps(locals);
    int first = locals.takeLong();
    for (int word = 1; word < words(); word++) {
      locals.takeLong();
    }
    this.now = new LocalWords(first, words(), StepMethod.OUT);
    this.backwardJumps = locals.takeInt();
    this.order = graph.order();
  }

  private int words() {
    return target.layout().words();
  }

  Code emit() {
    for (int slot : graph.slots()) {
      code.op(LCONST_0);
      temps.store(code, slot);
    }
    if (graph.hasBackwardJump()) {
      code.op(ICONST_0).local(ISTORE, backwardJumps);
    }
    int guards = guards();
    emit(0, guards);
    for (int word = 0; word < words(); word++) {
      before.load(code, word);
      now.store(code, word);
    }
    current = now;
    emit(guards, order.size());
    return code;
  }

  /** How many conditions are awaited at the start, where the step cannot come back to. */
  private int guards() {
    int guards = 0;
    while (guards < order.size()
        && graph.at(order.get(guards)) instanceof Instruction.Await await
        && await.next() > order.get(guards)
        && graph.predecessors(order.get(guards)) == (guards == 0 ? 0 : 1)) {
      guards++;
    }
    return guards;
  }

  private void emit(int from, int to) {
    Frame frame =
        new Frame(
            code,
            locals,
            current,
            before,
            temps,
            c -> c.local(ILOAD, StepMethod.SELF).op(I2L),
            (c, fault) -> outcome(fault.id()),
            Frame.Calls.NONE);
    InstructionEmitter emitter = new InstructionEmitter(target, frame, this, StepMethod.OUT);
    for (int i = from; i < to; i++) {
      int position = order.get(i);
      next = i + 1 < order.size() ? order.get(i + 1) : -1;
      code.place(label(position));
      emitter.emit(position, graph.at(position));
    }
  }

  private Label label(int position) {
    return labels.computeIfAbsent(position, any -> new Label());
  }

  @Override
  public void go(int from, int to) {
    if (StepGraph.isBackward(from, to)) {
      Label onceMore = new Label();
      code.increment(backwardJumps, 1)
          .local(ILOAD, backwardJumps)
          .push(Program.MOST_BACKWARD_JUMPS)
          .jump(IF_ICMPLE, onceMore);
      outcome(method.requireEndlessLoop().id());
      code.place(onceMore).jump(GOTO, label(to));
    } else if (to != next) {
      code.jump(GOTO, label(to));
    }
  }

  @Override
  public Optional<Label> direct(int from, int to) {
    return StepGraph.isBackward(from, to) ? Optional.empty() : Optional.of(label(to));
  }

  @Override
  public void impossible() {
    code.op(RETURN);
  }

  @Override
  public void end() {
    outcome(Successors.NO_FAULT);
  }

  private void outcome(int fault) {
    code.local(ALOAD, StepMethod.OUT);
    method.pushAction(code);
    for (int word = 0; word < words(); word++) {
      current.load(code, word);
    }
    outcomes.call(code, method, fault);
    code.op(RETURN);
  }
}
