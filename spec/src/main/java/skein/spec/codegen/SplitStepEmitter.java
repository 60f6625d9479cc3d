package skein.spec.codegen;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.GOTO;
import static org.objectweb.asm.Opcodes.I2L;
import static org.objectweb.asm.Opcodes.IFGE;
import static org.objectweb.asm.Opcodes.IFLT;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.ISTORE;
import static org.objectweb.asm.Opcodes.ISUB;
import static org.objectweb.asm.Opcodes.L2I;
import static org.objectweb.asm.Opcodes.LALOAD;
import static org.objectweb.asm.Opcodes.LASTORE;
import static org.objectweb.asm.Opcodes.POP;
import static org.objectweb.asm.Opcodes.RETURN;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Label;
import skein.spec.ir.Expressions;
import skein.spec.ir.IrExpr;
import skein.spec.model.Successors;

/**
 * Emits a step of any length over a state of any size: the state and the temporaries are in an
 * array that several methods share, each with a segment of the step's instructions, and one that
 * calls them in turn.
 */
final class SplitStepEmitter {
  private final Target target;
  private final ClassBuilder builder;
  private final StepMethod method;
  private final StepGraph graph;
  private final Scratch scratch;
  private final Outliner outliner;
  private final Code code = new Code();
  private final int array;
  private final int entry;
  private final int added;
  private final int fault;

  SplitStepEmitter(Target target, ClassBuilder builder, StepMethod method) {
    this.target = target;
    this.builder = builder;
    this.method = method;
    this.graph = method.graph();
    this.scratch = new Scratch(target.layout().words(), temps());
    this.outliner = new Outliner(target, builder, scratch, method.name());
    this.array = method.parameters();
    this.entry = array + 1;
    this.added = array + 2;
    this.fault = array + 3;
  }

  private int temps() {
    int depth = 0;
    for (int position : graph.order()) {
      for (IrExpr expr : Expressions.of(graph.at(position))) {
        depth = Math.max(depth, Shape.binderDepth(expr));
      }
    }
    return graph.program().temporaries().size() + depth;
  }

  Code emit() {
    SegmentPlan plan = plan();
    List<String> segments = new ArrayList<>();
    for (int segment = 0; segment < plan.segments().size(); segment++) {
      String name = builder.freshName(method.name() + "_segment");
      Code body = emitter(Optional.of(plan)).emit(segment);
      builder.addStatic(name, SegmentEmitter.DESCRIPTOR, body);
      segments.add(name);
    }
    prepare(plan);
    run(plan, segments);
    return code;
  }

  private SegmentEmitter emitter(Optional<SegmentPlan> plan) {
    return new SegmentEmitter(target, method, outliner, scratch, plan);
  }

  private SegmentPlan plan() {
    for (int position : graph.order()) {
      Expressions.of(graph.at(position)).forEach(outliner::cut);
    }
    Map<Integer, Integer> sizes = new HashMap<>();
    for (int position : graph.order()) {
      sizes.put(position, emitter(Optional.empty()).measure(position));
    }
    return new SegmentPlan(graph, sizes, target.limits().segment());
  }

  private void prepare(SegmentPlan plan) {
    code.local(ALOAD, StepMethod.OUT).local(ALOAD, StepMethod.STATES).local(ILOAD, StepMethod.AT);
    code.push(scratch.words()).push(scratch.length());
    code.invokeStatic(Names.BASE, "scratch", "(L" + Names.SUCCESSORS + ";[JIII)[J");
    code.local(ASTORE, array);
    if (method.isForAllInstances()) {
      code.local(ALOAD, array).push(scratch.self());
      code.local(ILOAD, StepMethod.SELF).op(I2L, LASTORE);
    }
    code.push(plan.entry(graph.entry())).local(ISTORE, entry);
  }

  private void run(SegmentPlan plan, List<String> segments) {
    Label again = new Label();
    Label done = new Label();
    List<Label> labels = new ArrayList<>();
    List<Label> byEntry = new ArrayList<>();
    for (int segment = 0; segment < segments.size(); segment++) {
      Label label = new Label();
      labels.add(label);
      plan.entries(segment).forEach(any -> byEntry.add(label));
    }
    code.place(again).local(ILOAD, entry).tableSwitch(0, labels.get(0), byEntry);
    for (int segment = 0; segment < segments.size(); segment++) {
      code.place(labels.get(segment));
      code.local(ALOAD, StepMethod.STATES).local(ILOAD, StepMethod.AT).local(ALOAD, array);
      code.local(ALOAD, StepMethod.OUT).local(ILOAD, entry);
      code.invokeStatic(Names.SELF, segments.get(segment), SegmentEmitter.DESCRIPTOR);
      code.local(ISTORE, entry).jump(GOTO, done);
    }
    code.place(done).local(ILOAD, entry).jump(IFGE, again);
    finish();
  }

  private void finish() {
    Label complete = new Label();
    Label impossible = new Label();
    Label failed = new Label();
    code.local(ILOAD, entry);
    code.tableSwitch(SegmentEmitter.FAILED, complete, List.of(failed, impossible, complete));
    code.place(failed);
    beginAdd();
    code.local(ALOAD, array).push(scratch.fault()).op(LALOAD, L2I).push(1).op(ISUB);
    endAdd();
    code.op(POP).place(impossible).op(RETURN);
    code.place(complete);
    beginAdd();
    code.push(Successors.NO_FAULT);
    endAdd();
    method.invariants().ifPresentOrElse(this::decide, () -> code.op(POP));
    code.op(RETURN);
  }

  private void beginAdd() {
    code.local(ALOAD, StepMethod.OUT);
    method.pushAction(code);
  }

  private void endAdd() {
    code.local(ALOAD, array).push(scratch.words());
    code.invokeStatic(Names.BASE, "add", "(L" + Names.SUCCESSORS + ";II[JI)I");
  }

  /** Of the outcome just added, whose offset is on the stack. */
  private void decide(String invariants) {
    Label holds = new Label();
    code.local(ISTORE, added);
    code.local(ALOAD, StepMethod.OUT).invokeVirtual(Names.SUCCESSORS, "states", "()[J");
    code.local(ILOAD, added).local(ALOAD, StepMethod.STATES).local(ILOAD, StepMethod.AT);
    code.invokeStatic(Names.SELF, invariants, Names.PROPERTY).local(ISTORE, fault);
    code.local(ILOAD, fault).jump(IFLT, holds);
    code.local(ALOAD, StepMethod.OUT).local(ILOAD, fault);
    code.invokeVirtual(Names.SUCCESSORS, "failLast", "(I)V").place(holds);
  }
}
