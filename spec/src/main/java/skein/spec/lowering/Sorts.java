package skein.spec.lowering;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import skein.spec.diagnostic.Code;
import skein.spec.diagnostic.Diagnostic;
import skein.spec.ir.Sort;
import skein.spec.source.Span;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Expr;
import skein.spec.types.CheckedModule;

/** The sorts of a model: its structs with identity, its processes, and all tasks together. */
final class Sorts {
  private static final int MAX_INSTANCES = 63;

  private final Constants constants;
  private final List<Sort> all = new ArrayList<>();
  private final Map<Declaration, Sort> byDeclaration = new IdentityHashMap<>();
  private final Optional<Sort> task;

  /**
   * @param used the declarations of the prelude that the model uses
   */
  Sorts(CheckedModule module, Constants constants, Set<Declaration> used) {
    this.constants = constants;
    for (Declaration.Struct struct : module.declarations(Declaration.Struct.class)) {
      if (struct.kind() != Declaration.StructKind.VALUE
          && (!Prelude.holds(struct) || used.contains(struct))) {
        boolean heap = struct.kind() == Declaration.StructKind.HEAP;
        int size = size(struct.name().text(), struct.count().orElseThrow());
        add(
            struct,
            struct.name().text(),
            size,
            heap ? Sort.Kind.HEAP : Sort.Kind.OBJECT,
            0,
            true,
            0);
      }
    }
    int base = 0;
    for (Declaration.Process process : module.declarations(Declaration.Process.class)) {
      base += addProcess(process, base);
    }
    if (base > 0) {
      Sort sort = new Sort(all.size(), "Task", base, Sort.Kind.TASK, false, 0, 0);
      all.add(sort);
      task = Optional.of(sort);
    } else {
      task = Optional.empty();
    }
  }

  private int addProcess(Declaration.Process process, int base) {
    String name = process.name().text();
    if (process.instances() instanceof Declaration.Instances.Numbered numbered) {
      long lo = constants.value(numbered.lo());
      long size = constants.value(numbered.hi()) - lo + 1;
      checkSize(name, size, numbered.lo().span().to(numbered.hi().span()));
      add(process, name, (int) size, Sort.Kind.PROCESS, base, false, (int) lo);
      return (int) size;
    }
    int size =
        process.instances() instanceof Declaration.Instances.Counted counted
            ? size(name, counted.count())
            : 1;
    add(process, name, size, Sort.Kind.PROCESS, base, true, 0);
    return size;
  }

  private void add(
      Declaration d,
      String name,
      int size,
      Sort.Kind kind,
      int base,
      boolean symmetric,
      int first) {
    Sort sort = new Sort(all.size(), name, size, kind, symmetric, base, first);
    all.add(sort);
    byDeclaration.put(d, sort);
  }

  private int size(String name, Expr count) {
    long size = constants.value(count);
    checkSize(name, size, count.span());
    return (int) size;
  }

  private static void checkSize(String name, long size, Span span) {
    if (size < 1 || size > MAX_INSTANCES) {
      throw new LoweringException(
          Diagnostic.of(
                  Code.E061,
                  span,
                  size + " instances of " + name + "; there must be 1 to " + MAX_INSTANCES)
              .withHelp("give the constant another value"));
    }
  }

  Sort of(Declaration declaration) {
    return byDeclaration.get(declaration);
  }

  /** The sort of all process instances. */
  Sort task(Span span) {
    return task.orElseThrow(
        () ->
            new LoweringException(
                Diagnostic.of(Code.E063, span, "`Task` has no values: the model has no process")
                    .withHelp("declare a process, or do without the type")));
  }

  Optional<Sort> task() {
    return task;
  }

  ImmutableList<Sort> all() {
    return ImmutableList.copyOf(all);
  }
}
