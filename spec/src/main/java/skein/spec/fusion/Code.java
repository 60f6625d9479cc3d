package skein.spec.fusion;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import skein.spec.ir.Expressions;
import skein.spec.ir.Instruction;
import skein.spec.ir.IrExpr;
import skein.spec.ir.Program;
import skein.spec.ir.Sort;
import skein.spec.ir.StateVar;
import skein.spec.ir.StateVar.Role;
import skein.spec.ir.TransitionSystem;

/** All code that runs after the initial program, with what is known at every place of it. */
final class Code {
  private final TransitionSystem system;
  private final ImmutableList<Optional<Outline>> outlines;
  private final ImmutableList<LockFlow> flows;
  private final ImmutableSet<StateVar> own;
  private final Set<Integer> allocated = new HashSet<>();
  private final Set<Integer> freed = new HashSet<>();

  /** An instruction, and where it stands. */
  record Site(int program, int position, Instruction instruction) {}

  Code(TransitionSystem system, Visibility visibility) {
    this.system = system;
    this.outlines =
        system.programs().stream()
            .map(program -> outline(program, visibility))
            .collect(ImmutableList.toImmutableList());
    this.own = findOwn();
    ImmutableSet<StateVar> locks =
        system.locks().stream()
            .map(TransitionSystem.Lock::owner)
            .collect(ImmutableSet.toImmutableSet());
    ImmutableList.Builder<LockFlow> flows = ImmutableList.builder();
    for (int p = 0; p < system.programs().size(); p++) {
      Program program = system.programs().get(p);
      flows.add(new LockFlow(program, outlines.get(p), first(program), locks, own::contains));
    }
    this.flows = flows.build();
    forEach(this::findHeapUse);
  }

  private Optional<Outline> outline(Program program, Visibility visibility) {
    return program.kind() == Program.Kind.PROCESS
            && !visibility.isElusive(program)
            && counters(program).allMatch(store -> store.value() instanceof IrExpr.Const)
        ? Outline.of(program)
        : Optional.empty();
  }

  TransitionSystem system() {
    return system;
  }

  Program program(int program) {
    return system.programs().get(program);
  }

  /** Absent for an action, and for a process whose steps cannot be fused. */
  Optional<Outline> outline(int program) {
    return outlines.get(program);
  }

  LockFlow flow(int program) {
    return flows.get(program);
  }

  /** Visits every instruction that can be run. */
  void forEach(Consumer<Site> visitor) {
    for (int p = 0; p < system.programs().size(); p++) {
      Program program = system.programs().get(p);
      for (int i = 0; i < program.instructions().size(); i++) {
        if (flows.get(p).isReached(i)) {
          visitor.accept(new Site(p, i, program.instructions().get(i)));
        }
      }
    }
  }

  /** Whether some program allocates objects of a heap sort. */
  boolean isAllocated(Sort sort) {
    return allocated.contains(sort.id());
  }

  /** Whether some program frees objects of a heap sort. */
  boolean isFreed(Sort sort) {
    return freed.contains(sort.id());
  }

  private void findHeapUse(Site site) {
    if (site.instruction() instanceof Instruction.Store store
        && store.variable().role() == Role.ALIVE) {
      Sort sort = store.variable().owner().orElseThrow();
      boolean always = store.value() instanceof IrExpr.Const;
      if (!always || ((IrExpr.Const) store.value()).value() == 0) {
        freed.add(sort.id());
      }
    }
    for (IrExpr e : Expressions.of(site.instruction())) {
      Expressions.visit(
          e,
          part -> {
            if (part instanceof IrExpr.Referenced referenced) {
              allocated.add(referenced.sort().id());
            }
          });
    }
  }

  /** The steps at which the initial program can leave a process. */
  ImmutableSortedSet<Integer> first(Program program) {
    return Stream.concat(
            Stream.of(0),
            counters(program)
                .map(Instruction.Store::value)
                .filter(IrExpr.Const.class::isInstance)
                .map(step -> Math.toIntExact(((IrExpr.Const) step).value())))
        .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
  }

  /** Where the initial program sets a process' program counter. */
  private Stream<Instruction.Store> counters(Program program) {
    return system.initial().instructions().stream()
        .filter(Instruction.Store.class::isInstance)
        .map(Instruction.Store.class::cast)
        .filter(store -> Optional.of(store.variable()).equals(program.programCounter()));
  }

  /** The locals that nobody stores to but the process that they belong to. */
  private ImmutableSet<StateVar> findOwn() {
    Set<StateVar> others = new HashSet<>();
    for (Program program : system.programs()) {
      for (Instruction instruction : program.instructions()) {
        if (instruction instanceof Instruction.Store store
            && !(store.variable().owner().equals(program.sort())
                && !store.indices().isEmpty()
                && store.indices().get(0) instanceof IrExpr.Self)) {
          others.add(store.variable());
        }
      }
    }
    return system.variables().stream()
        .filter(v -> v.role() == Role.LOCAL && !others.contains(v))
        .collect(ImmutableSet.toImmutableSet());
  }
}
