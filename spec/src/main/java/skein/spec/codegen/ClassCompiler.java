package skein.spec.codegen;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ICONST_0;
import static org.objectweb.asm.Opcodes.ICONST_1;
import static org.objectweb.asm.Opcodes.IFEQ;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.LAND;
import static org.objectweb.asm.Opcodes.LCMP;
import static org.objectweb.asm.Opcodes.RETURN;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.objectweb.asm.Label;
import skein.spec.ir.ActionTable;
import skein.spec.ir.Program;
import skein.spec.ir.StateProperty;
import skein.spec.layout.Slot;
import skein.spec.model.Model;
import skein.spec.model.PropertyKind;

/** Generates the class of a system: every method of {@link GeneratedCode}, and what they call. */
final class ClassCompiler {
  /** Calls in a row of 8 bytes each, cases of a switch of 16. */
  private static final int MOST_CALLS = 400;

  private static final String STATE = "([JI)";

  private final Target target;
  private final ClassBuilder builder;
  private final Map<Integer, String> properties = new HashMap<>();

  ClassCompiler(Target target) {
    this.target = target;
    this.builder = new ClassBuilder(target.tables());
  }

  GeneratedClass compile() {
    for (String name : List.of("initialStates", "successors", "evaluate", "ended")) {
      builder.freshName(name);
    }
    PropertyEmitter emitter = new PropertyEmitter(target, builder);
    for (StateProperty property : target.system().properties()) {
      properties.put(property.id(), emitter.add(property));
    }
    addPrograms();
    addEvaluate();
    addEnded();
    return builder.build();
  }

  private void addPrograms() {
    ProgramCompiler programs =
        new ProgramCompiler(
            target,
            builder,
            new ActionTable(target.system()),
            invariants(),
            methods() <= target.limits().methods());
    Code initial = new Code();
    for (String method : programs.addInitial(target.system().initial())) {
      initial.local(ALOAD, 1).op(ICONST_0).local(ALOAD, 2);
      initial.invokeStatic(Names.SELF, method, Names.STEP);
    }
    initial.op(RETURN);
    builder.addOverride("initialStates", "([JL" + Names.SUCCESSORS + ";)V", initial);
    List<String> calls = new ArrayList<>();
    for (int number = 0; number < target.system().programs().size(); number++) {
      calls.addAll(programs.add(number));
    }
    builder.addOverride("successors", Names.STEP, inTurn(calls, 1));
  }

  private Function<StepGraph, Optional<String>> invariants() {
    StepInvariants methods = new StepInvariants(builder, properties);
    ImmutableList<StutterProof> proofs =
        target.system().properties().stream()
            .filter(property -> property.kind() == PropertyKind.STEP_INVARIANT)
            .map(property -> new StutterProof(target, property))
            .collect(ImmutableList.toImmutableList());
    return graph ->
        methods.method(
            proofs.stream()
                .filter(proof -> !proof.covers(graph))
                .map(StutterProof::invariant)
                .collect(ImmutableList.toImmutableList()));
  }

  /** How many methods steps take if each instance has its own. */
  private long methods() {
    long methods = 0;
    for (Program program : target.system().programs()) {
      long instances = program.sort().map(sort -> sort.size()).orElse(1);
      methods += instances * program.steps().size();
    }
    return methods;
  }

  /** Calls methods one after the other, by way of others if they are many. */
  private Code inTurn(List<String> methods, int firstParameter) {
    if (methods.size() > MOST_CALLS) {
      List<String> groups = new ArrayList<>();
      for (int from = 0; from < methods.size(); from += MOST_CALLS) {
        String group = builder.freshName("group");
        int to = Math.min(methods.size(), from + MOST_CALLS);
        builder.addStatic(group, Names.STEP, inTurn(methods.subList(from, to), 0));
        groups.add(group);
      }
      return inTurn(groups, firstParameter);
    }
    Code code = new Code();
    for (String method : methods) {
      code.local(ALOAD, firstParameter).local(ILOAD, firstParameter + 1);
      code.local(ALOAD, firstParameter + 2).invokeStatic(Names.SELF, method, Names.STEP);
    }
    return code.op(RETURN);
  }

  private void addEvaluate() {
    Code code = new Code();
    List<Label> labels = new ArrayList<>();
    properties.forEach((id, method) -> labels.add(new Label()));
    Label otherwise = new Label();
    if (!labels.isEmpty()) {
      code.local(ILOAD, 1).tableSwitch(0, otherwise, labels);
    }
    for (int id = 0; id < labels.size(); id++) {
      code.place(labels.get(id));
      code.local(ALOAD, 2).local(ILOAD, 3).local(ALOAD, 2).local(ILOAD, 3);
      code.invokeStatic(Names.SELF, properties.get(id), Names.PROPERTY).op(IRETURN);
    }
    code.place(otherwise).push(Model.HOLDS).op(IRETURN);
    builder.addOverride("evaluate", "(I[JI)I", code);
  }

  /** Compares all program counters that matter, a word at a time. */
  private void addEnded() {
    Map<Integer, Long> places = new TreeMap<>();
    Map<Integer, Long> ends = new HashMap<>();
    for (Program program : target.system().programs()) {
      if (program.sort().isPresent() && !program.daemon()) {
        for (int i = 0; i < program.sort().get().size(); i++) {
          Slot slot = target.layout().slot(program.programCounter().orElseThrow(), i);
          long end = program.steps().size() - slot.zero();
          places.merge(slot.word(), slot.mask() << slot.shift(), (a, b) -> a | b);
          ends.merge(slot.word(), end << slot.shift(), (a, b) -> a | b);
        }
      }
    }
    Code code = new Code();
    Words words = new ArrayWords(1, 2);
    places.forEach(
        (word, place) -> {
          Label ended = new Label();
          words.load(code, word);
          code.push((long) place).op(LAND).push((long) ends.get(word)).op(LCMP).jump(IFEQ, ended);
          code.op(ICONST_0, IRETURN).place(ended);
        });
    builder.addOverride("ended", STATE + "Z", code.op(ICONST_1, IRETURN));
  }
}
