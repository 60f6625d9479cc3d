package skein.spec.symmetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableLongArray;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skein.spec.Spec;
import skein.spec.diagnostic.Diagnostics;
import skein.spec.ir.Configuration;
import skein.spec.ir.TransitionSystem;
import skein.spec.layout.LayoutPlanner;
import skein.spec.layout.StateLayout;
import skein.spec.model.Model;
import skein.spec.model.Successors;
import skein.spec.source.SourceFile;

/** Models whose points are hard to tell apart: representatives are as many as orbits. */
class StressModelsTest {
  /** Heap objects that refer to each other and to processes, which refer to them. */
  private static final String LIST =
      """
      module list
      const P = 3
      const N = 3
      heap struct Node[N] {
          next: Node? = null
          owner: Task? = null
          mark: bool
      }
      var head: Node? = null
      var held: set<Task> = {}
      process worker[P] {
          var mine: Node? = null
          loop {
              atomic {
                  await (count n in Node : true) < N
                  let n = new Node
                  mine = n
                  n.owner = self
                  held += self
              }
              mine.next = head
              atomic {
                  await head == mine.next
                  head = mine
                  held -= self
              }
              atomic {
                  await head != null
                  let n = head
                  head = n.next
                  n.next = null
                  n.mark = true
                  mine = n
              }
              atomic {
                  free mine
                  mine = null
              }
          }
      }
      """;

  /** Sets of tasks, shared and each process' own, and maps by task. */
  private static final String SETS =
      """
      module sets
      const P = 4
      enum Colour { WHITE, BLACK }
      var wants: set<Task> = {}
      var colour: map<Task, Colour>
      var after: map<Task, Task?>
      process p[P] {
          var friends: set<Task> = {}
          loop {
              atomic { wants += self }
              atomic {
                  choose t in Task where t in wants && t != self {
                      friends += t
                      after[self] = t
                  }
              }
              atomic {
                  colour[self] = colour[self] == WHITE ? BLACK : WHITE
                  wants -= self
                  if (size(friends) > 1) {
                      friends = {}
                      after[self] = null
                  }
              }
          }
      }
      """;

  /** A directed graph over processes that changes edge by edge: all graphs of out-degree 1. */
  private static final String GRAPH =
      """
      module graph
      const P = 6
      var to: map<p, p?>
      process p[P] {
          loop {
              atomic {
                  choose t in p where t != self { to[self] = t }
              }
          }
      }
      """;

  /** What each process saw of each other. */
  private static final String MATRIX =
      """
      module matrix
      const P = 4
      process p[P] {
          var saw: map<p, bool>
          loop {
              atomic {
                  choose t in p where t != self { saw[t] = !saw[t] }
              }
          }
      }
      """;

  @ParameterizedTest
  @CsvSource({"LIST, P, 2", "LIST, P, 3", "SETS, P, 3", "GRAPH, P, 5", "MATRIX, P, 3"})
  void representativesAreAsManyAsOrbits(String name, String constant, long value) {
    TransitionSystem system = system(name, constant, value);
    StateLayout layout = LayoutPlanner.plan(system);
    Model model = Spec.compile(system);
    ImmutableList<Renaming> group = Renaming.group(system);
    Set<ImmutableLongArray> orbits = new HashSet<>();
    search(model, false).forEach(state -> orbits.add(least(state, group, layout)));
    Set<ImmutableLongArray> representatives = new HashSet<>();
    List<ImmutableLongArray> found = search(model, true);
    found.forEach(state -> representatives.add(least(state, group, layout)));
    assertThat(representatives).isEqualTo(orbits);
    assertThat(found).hasSameSizeAs(orbits);
  }

  /** Larger ones: generated code finds as many as searching does. */
  @ParameterizedTest
  @CsvSource({"LIST, P, 4, 342", "SETS, P, 4, 56729", "GRAPH, P, 7, 343", "MATRIX, P, 4, 218"})
  void counts(String name, String constant, long value, int orbits) {
    TransitionSystem system = system(name, constant, value);
    assertThat(search(Spec.compile(system), true)).hasSize(orbits);
  }

  private static TransitionSystem system(String name, String constant, long value) {
    String text =
        ImmutableMap.of("LIST", LIST, "SETS", SETS, "GRAPH", GRAPH, "MATRIX", MATRIX).get(name);
    Diagnostics diagnostics = new Diagnostics();
    Configuration configuration =
        new Configuration(ImmutableMap.of(constant, value), ImmutableSet.of());
    return Spec.check(new SourceFile(name, text), path -> Optional.empty(), diagnostics)
        .flatMap(module -> Spec.lower(module, configuration, diagnostics))
        .orElseThrow(() -> new AssertionError(diagnostics.all()));
  }

  private static ImmutableLongArray least(
      ImmutableLongArray state, ImmutableList<Renaming> group, StateLayout layout) {
    long[] cells = new long[layout.cells()];
    layout.decode(state.toArray(), 0, cells);
    long[] least = cells;
    for (Renaming renaming : group) {
      long[] image = renaming.apply(cells);
      least = Arrays.compare(image, least) < 0 ? image : least;
    }
    return ImmutableLongArray.copyOf(least);
  }

  /** All states, or one of each orbit. */
  private static List<ImmutableLongArray> search(Model model, boolean symmetry) {
    Set<ImmutableLongArray> seen = new HashSet<>();
    Queue<ImmutableLongArray> queue = new ArrayDeque<>();
    List<ImmutableLongArray> found = new ArrayList<>();
    Successors out = new Successors(model.words());
    model.initialStates(out);
    while (true) {
      for (int i = 0; i < out.count(); i++) {
        long[] state = Arrays.copyOfRange(out.states(), i * model.words(), (i + 1) * model.words());
        if (symmetry) {
          model.canonicalize(state, 0);
        }
        ImmutableLongArray copy = ImmutableLongArray.copyOf(state);
        if (out.fault(i) == Successors.NO_FAULT && seen.add(copy)) {
          queue.add(copy);
          found.add(copy);
        }
      }
      if (queue.isEmpty()) {
        return found;
      }
      out.clear();
      model.successors(queue.remove().toArray(), 0, out);
    }
  }
}
