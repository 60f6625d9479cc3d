package skein.spec.fusion;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import skein.spec.ir.Fault;
import skein.spec.ir.Program;
import skein.spec.ir.TransitionSystem;

/**
 * Fuses the steps of a system's processes. The result violates some property exactly if the system
 * does; every run of it is a run of the system, with fewer states on the way. See the package for
 * why.
 */
public final class Fusion {
  private final TransitionSystem system;
  private final Code code;
  private final Visibility visibility;
  private final Movers movers;
  private final Discipline discipline;
  private final Map<Integer, Weaver> weavers = new HashMap<>();

  private Fusion(TransitionSystem system) {
    this.system = system;
    this.visibility = new Visibility(system);
    this.code = new Code(system, visibility);
    Locks locks = new Locks(code);
    Accesses accesses = new Accesses(code, locks);
    Protection protection = new Protection(code, locks, accesses);
    this.movers = new Movers(code, locks, accesses, protection, visibility);
    this.discipline = new Discipline(code, accesses, protection);
    for (int p = 0; p < system.programs().size(); p++) {
      int program = p;
      code.outline(p).ifPresent(outline -> weave(program, outline));
    }
  }

  /**
   * The system with its steps fused; the same system if there is nothing to fuse.
   *
   * <p>A fault of kind {@code LOCK_DISCIPLINE} in it says that what fusion took to be protected by
   * a lock is not: then the result is not to be relied on, and the system itself is to be searched.
   */
  public static TransitionSystem fuse(TransitionSystem system) {
    Fusion fusion = new Fusion(system);
    TransitionSystem fused = fusion.visibility.countsSteps() ? system : fusion.fused();
    return fused.isFused() ? fused : system;
  }

  /** What kind of mover each step of a process is. */
  static ImmutableList<Mover> movers(TransitionSystem system, int program) {
    Fusion fusion = new Fusion(system);
    ImmutableList.Builder<Mover> movers = ImmutableList.builder();
    for (int step = 0; step < system.programs().get(program).steps().size(); step++) {
      movers.add(fusion.movers.of(program, step));
    }
    return movers.build();
  }

  private void weave(int p, Outline outline) {
    Set<Integer> roots = new TreeSet<>(code.first(outline.program()));
    visibility.labels(outline.program()).stream().filter(step -> step >= 0).forEach(roots::add);
    Blocks blocks = new Blocks(outline, p, movers);
    weavers.put(p, new Weaver(outline, blocks, roots, at -> discipline.claims(p, at)));
  }

  private TransitionSystem fused() {
    Renumbering renumbering = new Renumbering(system, weavers);
    List<Program> programs = new ArrayList<>();
    for (int p = 0; p < system.programs().size(); p++) {
      programs.add(renumbering.program(p, system.programs().get(p)));
    }
    return new TransitionSystem(
        system.name(),
        system.sorts(),
        system.task(),
        renumbering.variables(),
        renumbering.initial(),
        ImmutableList.copyOf(programs),
        renumbering.properties(),
        ImmutableList.<Fault>builder().addAll(system.faults()).addAll(discipline.faults()).build(),
        system.locks(),
        system.bounds());
  }
}
