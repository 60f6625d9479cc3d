package skein.spec.ir;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import skein.spec.ir.StateVar.Dimension;
import skein.spec.ir.StateVar.Role;
import skein.spec.model.FaultKind;
import skein.spec.model.PropertyKind;
import skein.spec.source.SourceFile;
import skein.spec.source.Span;

/** Builds transition systems by hand, for tests. Declare sorts first, processes before the task. */
public final class SystemBuilder {
  private static final SourceFile FILE = new SourceFile("test.skein", "x\n".repeat(5000));

  private final List<Sort> sorts = new ArrayList<>();
  private final List<StateVar> variables = new ArrayList<>();
  private final List<Program> programs = new ArrayList<>();
  private final List<StateProperty> properties = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private final List<TransitionSystem.Lock> locks = new ArrayList<>();
  private Optional<Sort> task = Optional.empty();
  private Program initial = ProgramBuilder.initial(this).end().build();
  private int instances;
  private int line;

  public Sort objects(String name, int size) {
    return add(new Sort(sorts.size(), name, size, Sort.Kind.OBJECT, true, 0));
  }

  /** A heap sort and the variable that says which of its objects are allocated. */
  public Sort heap(String name, int size) {
    Sort heap = add(new Sort(sorts.size(), name, size, Sort.Kind.HEAP, true, 0));
    variable("alive", Role.ALIVE, new Scalar.Bool(), Dimension.of(heap));
    return heap;
  }

  public Sort processes(String name, int size) {
    return process(name, size, true, 0);
  }

  /** Processes that are told apart by a number. */
  public Sort numbered(String name, int size, int firstNumber) {
    return process(name, size, false, firstNumber);
  }

  private Sort process(String name, int size, boolean symmetric, int firstNumber) {
    Sort.Kind kind = Sort.Kind.PROCESS;
    Sort sort = new Sort(sorts.size(), name, size, kind, symmetric, instances, firstNumber);
    instances += size;
    return add(sort);
  }

  /** The sort of all process instances; after this no process may be added. */
  public Sort task() {
    if (task.isEmpty()) {
      task = Optional.of(new Sort(sorts.size(), "Task", instances, Sort.Kind.TASK, true, 0));
      sorts.add(task.get());
    }
    return task.get();
  }

  private Sort add(Sort sort) {
    sorts.add(sort);
    return sort;
  }

  public StateVar variable(String name, Role role, Scalar type, Dimension... dimensions) {
    StateVar variable =
        new StateVar(variables.size(), name, role, type, ImmutableList.copyOf(dimensions));
    variables.add(variable);
    return variable;
  }

  public StateVar global(String name, Scalar type, Dimension... dimensions) {
    return variable(name, Role.GLOBAL, type, dimensions);
  }

  /** A field of an object, or a local of a process. */
  public StateVar member(String name, Sort owner, Scalar type, Dimension... dimensions) {
    Role role = owner.kind() == Sort.Kind.PROCESS ? Role.LOCAL : Role.FIELD;
    ImmutableList<Dimension> all =
        ImmutableList.<Dimension>builder().add(Dimension.of(owner)).add(dimensions).build();
    return variable(name, role, type, all.toArray(new Dimension[0]));
  }

  public Fault fault(FaultKind kind, String function) {
    Origin origin = origin(kind.word());
    Fault fault =
        new Fault(faults.size(), kind, origin.span(), function, kind.word() + " here", origin);
    faults.add(fault);
    return fault;
  }

  public void lock(StateVar owner, String name) {
    locks.add(new TransitionSystem.Lock(owner, name));
  }

  public void add(Program program) {
    if (program.kind() == Program.Kind.INITIAL) {
      initial = program;
    } else {
      programs.add(program);
    }
  }

  public StateProperty property(PropertyKind kind, String name, IrExpr condition, int temporaries) {
    Optional<Fault> fault =
        kind == PropertyKind.STEP_INVARIANT
            ? Optional.of(fault(FaultKind.STEP_INVARIANT, name))
            : Optional.empty();
    StateProperty property =
        new StateProperty(properties.size(), kind, name, condition, temporaries, fault, nextSpan());
    properties.add(property);
    return property;
  }

  /** An origin on a line of its own. */
  public Origin origin(String text, String... frames) {
    Span span = nextSpan();
    ImmutableList.Builder<Origin.Frame> stack = ImmutableList.builder();
    for (String frame : frames) {
      stack.add(new Origin.Frame(frame, new Span(FILE, 0, 1)));
    }
    return new Origin(stack.build(), span, text, Optional.empty());
  }

  private Span nextSpan() {
    int start = 2 * line++;
    return new Span(FILE, start, start + 1);
  }

  public ImmutableList<Sort> sorts() {
    return ImmutableList.copyOf(sorts);
  }

  public ImmutableList<StateVar> variables() {
    return ImmutableList.copyOf(variables);
  }

  public TransitionSystem build() {
    if (instances > 0) {
      task();
    }
    return new TransitionSystem(
        "test",
        ImmutableList.copyOf(sorts),
        task,
        ImmutableList.copyOf(variables),
        initial,
        ImmutableList.copyOf(programs),
        ImmutableList.copyOf(properties),
        ImmutableList.copyOf(faults),
        ImmutableList.copyOf(locks),
        ImmutableMap.of());
  }
}
