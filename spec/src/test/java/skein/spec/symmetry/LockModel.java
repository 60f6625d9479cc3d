package skein.spec.symmetry;

import com.google.common.primitives.ImmutableLongArray;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import skein.spec.ir.Scalar;
import skein.spec.ir.Sort;
import skein.spec.ir.StateVar;
import skein.spec.ir.StateVar.Dimension;
import skein.spec.ir.TransitionSystem;
import skein.spec.layout.LayoutPlanner;
import skein.spec.layout.StateLayout;

/** A lock algorithm for N processes of one kind, written in Java on unpacked states. */
abstract class LockModel {
  private final Systems systems = new Systems();
  final int processes;
  final Sort process;

  LockModel(int processes) {
    this.processes = processes;
    this.process = systems.sort(Sort.Kind.PROCESS, processes, true);
  }

  /** Declares a variable of each process; its cells come after those declared before. */
  final int local(Scalar type) {
    return variable(type, Dimension.of(process));
  }

  final int variable(Scalar type, Dimension... dimensions) {
    int first = system().variables().stream().mapToInt(StateVar::cells).sum();
    systems.variable(type, dimensions);
    return first;
  }

  final TransitionSystem system() {
    return systems.build();
  }

  abstract List<long[]> initial();

  /** Gives every outcome of every step that process i can make. */
  abstract void step(long[] cells, int i, Consumer<long[]> out);

  /** The state with cells changed: {@code changes} are a cell, its value, another, … */
  static long[] with(long[] cells, long... changes) {
    long[] next = cells.clone();
    for (int i = 0; i < changes.length; i += 2) {
      next[Math.toIntExact(changes[i])] = changes[i + 1];
    }
    return next;
  }

  /**
   * What a search finds.
   *
   * @param states the states found, packed
   * @param orbits the sum of the sizes of their orbits
   */
  record Found(StateLayout layout, List<long[]> states, long generated, long orbits) {}

  /** Searches all states, or one of each orbit. */
  final Found search(boolean symmetry) {
    TransitionSystem system = system();
    StateLayout layout = LayoutPlanner.plan(system);
    Canonicalizer canonicalizer = Canonicalizer.of(system, layout);
    Set<ImmutableLongArray> seen = new HashSet<>();
    Queue<long[]> queue = new ArrayDeque<>();
    List<long[]> found = new ArrayList<>();
    long[] generated = {0};
    Consumer<long[]> add =
        cells -> {
          long[] packed = new long[layout.words()];
          layout.encode(cells, packed, 0);
          if (symmetry) {
            canonicalizer.canonicalize(packed, 0);
          }
          generated[0]++;
          if (seen.add(ImmutableLongArray.copyOf(packed))) {
            queue.add(packed);
            found.add(packed);
          }
        };
    initial().forEach(add);
    generated[0] = 0;
    while (!queue.isEmpty()) {
      long[] cells = new long[layout.cells()];
      layout.decode(queue.remove(), 0, cells);
      for (int i = 0; i < processes; i++) {
        step(cells, i, add);
      }
    }
    long orbits = found.stream().mapToLong(state -> canonicalizer.orbitSize(state, 0)).sum();
    return new Found(layout, found, generated[0], orbits);
  }
}
