package skein.spec.symmetry;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import skein.spec.ir.Program;
import skein.spec.ir.Scalar;
import skein.spec.ir.Sort;
import skein.spec.ir.StateVar;
import skein.spec.ir.StateVar.Dimension;
import skein.spec.ir.TransitionSystem;
import skein.spec.source.SourceFile;
import skein.spec.source.Span;

/** Builds systems of sorts and variables without any program. */
final class Systems {
  private final List<Sort> sorts = new ArrayList<>();
  private final List<StateVar> variables = new ArrayList<>();
  private int processes;
  private Optional<Sort> task = Optional.empty();

  Sort sort(Sort.Kind kind, int size, boolean symmetric) {
    boolean process = kind == Sort.Kind.PROCESS;
    Sort sort =
        new Sort(sorts.size(), "S" + sorts.size(), size, kind, symmetric, process ? processes : 0);
    processes += process ? size : 0;
    sorts.add(sort);
    return sort;
  }

  /** The sort of all processes declared so far, which must be all. */
  Sort task() {
    Sort sort = new Sort(sorts.size(), "Task", processes, Sort.Kind.TASK, true, 0);
    sorts.add(sort);
    task = Optional.of(sort);
    return sort;
  }

  StateVar variable(Scalar type, Dimension... dimensions) {
    StateVar variable =
        new StateVar(
            variables.size(),
            "v" + variables.size(),
            StateVar.Role.GLOBAL,
            type,
            ImmutableList.copyOf(dimensions));
    variables.add(variable);
    return variable;
  }

  ImmutableList<Sort> sorts() {
    return ImmutableList.copyOf(sorts);
  }

  TransitionSystem build() {
    Span span = new Span(new SourceFile("none", ""), 0, 0);
    Program initial =
        new Program(
            Program.Kind.INITIAL,
            "init",
            Optional.empty(),
            false,
            Optional.empty(),
            ImmutableList.of(),
            ImmutableList.of(),
            ImmutableList.of(),
            span);
    return new TransitionSystem(
        "test",
        sorts(),
        task,
        ImmutableList.copyOf(variables),
        initial,
        ImmutableList.of(),
        ImmutableList.of(),
        ImmutableList.of(),
        ImmutableList.of(),
        ImmutableMap.of());
  }
}
