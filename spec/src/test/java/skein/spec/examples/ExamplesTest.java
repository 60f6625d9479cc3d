package skein.spec.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableLongArray;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import skein.spec.Spec;
import skein.spec.interpret.InterpretedModel;
import skein.spec.ir.TransitionSystem;
import skein.spec.layout.LayoutPlanner;
import skein.spec.layout.StateLayout;
import skein.spec.model.FaultKind;
import skein.spec.model.Model;
import skein.spec.model.PropertyKind;
import skein.spec.model.Successors;
import skein.spec.symmetry.Renaming;

/** Every example means the same interpreted and compiled, with and without symmetry. */
final class ExamplesTest {
  /** Enough to take most examples whole; larger ones are explored so far, level by level. */
  private static final int MAX_STATES = 4_000;

  private static final BigInteger MAX_RENAMINGS = BigInteger.valueOf(1_000);

  static Stream<Examples.Example> examples() {
    return Examples.all().stream();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void interpretedAndCompiledAgree(Examples.Example example) {
    interpretedAndCompiledAgree(example.system());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void fusedInterpretedAndCompiledAgree(Examples.Example example) {
    TransitionSystem fused = Spec.fuse(example.system());
    if (fused.isFused()) {
      interpretedAndCompiledAgree(fused);
    }
  }

  private static void interpretedAndCompiledAgree(TransitionSystem system) {
    Model interpreted = new InterpretedModel(system, LayoutPlanner.plan(system));
    Model compiled = Spec.compile(system);
    for (ImmutableLongArray state : explore(compiled, false, MAX_STATES, Integer.MAX_VALUE)) {
      long[] words = state.toArray();
      assertThat(successors(compiled, words)).isEqualTo(successors(interpreted, words));
      assertThat(compiled.ended(words, 0)).isEqualTo(interpreted.ended(words, 0));
      for (int p = 0; p < compiled.properties().size(); p++) {
        if (compiled.properties().get(p).kind() != PropertyKind.STEP_INVARIANT) {
          assertThat(compiled.evaluate(p, words, 0)).isEqualTo(interpreted.evaluate(p, words, 0));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void representativesAreTheOrbits(Examples.Example example) {
    representativesAreTheOrbits(example.system());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void fusedRepresentativesAreTheOrbits(Examples.Example example) {
    TransitionSystem fused = Spec.fuse(example.system());
    if (fused.isFused()) {
      representativesAreTheOrbits(fused);
    }
  }

  private static void representativesAreTheOrbits(TransitionSystem system) {
    if (Renaming.order(system).compareTo(MAX_RENAMINGS) > 0) {
      return;
    }
    Model model = Spec.compile(system);
    int depth = depthWithin(model);
    Set<ImmutableLongArray> orbits = new HashSet<>();
    ImmutableList<Renaming> group = Renaming.group(system);
    StateLayout layout = LayoutPlanner.plan(system);
    for (ImmutableLongArray state : explore(model, false, Integer.MAX_VALUE, depth)) {
      orbits.add(least(state, group, layout));
    }
    Set<ImmutableLongArray> representatives = explore(model, true, Integer.MAX_VALUE, depth);
    assertThat(representatives).hasSameSizeAs(orbits);
    Set<ImmutableLongArray> theirs = new HashSet<>();
    representatives.forEach(state -> theirs.add(least(state, group, layout)));
    assertThat(theirs).isEqualTo(orbits);
  }

  /** The level down to which there are not too many states without symmetry. */
  private static int depthWithin(Model model) {
    int depth = 0;
    int before = 0;
    while (true) {
      int count = explore(model, false, MAX_STATES, depth).size();
      if (count == before || count >= MAX_STATES) {
        return count == before ? depth : depth - 1;
      }
      before = count;
      depth++;
    }
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

  /** The states of the first levels, breadth first. */
  private static Set<ImmutableLongArray> explore(
      Model model, boolean symmetric, int maxStates, int maxDepth) {
    Set<ImmutableLongArray> seen = new HashSet<>();
    Successors out = new Successors(model.words());
    model.initialStates(out);
    List<ImmutableLongArray> level = added(model, symmetric, out, seen);
    for (int depth = 0; depth < maxDepth && !level.isEmpty() && seen.size() < maxStates; depth++) {
      List<ImmutableLongArray> next = new ArrayList<>();
      for (ImmutableLongArray state : level) {
        if (isInside(model, state)) {
          out.clear();
          model.successors(state.toArray(), 0, out);
          next.addAll(added(model, symmetric, out, seen));
        }
      }
      level = next;
    }
    return seen;
  }

  private static boolean isInside(Model model, ImmutableLongArray state) {
    return model.properties().stream()
        .filter(p -> p.kind() == PropertyKind.CONSTRAINT)
        .allMatch(p -> model.evaluate(p.id(), state.toArray(), 0) == Model.HOLDS);
  }

  private static List<ImmutableLongArray> added(
      Model model, boolean symmetric, Successors out, Set<ImmutableLongArray> seen) {
    List<ImmutableLongArray> added = new ArrayList<>();
    for (int i = 0; i < out.count(); i++) {
      boolean isState =
          out.fault(i) == Successors.NO_FAULT
              || model.faults().get(out.fault(i)).kind() == FaultKind.STEP_INVARIANT;
      if (symmetric) {
        model.canonicalize(out.states(), i * model.words());
      }
      ImmutableLongArray state = state(model, out, i);
      if (isState && seen.add(state)) {
        added.add(state);
      }
    }
    return added;
  }

  private static ImmutableLongArray state(Model model, Successors out, int i) {
    int at = i * model.words();
    return ImmutableLongArray.copyOf(Arrays.copyOfRange(out.states(), at, at + model.words()));
  }

  private static List<String> successors(Model model, long[] state) {
    Successors out = new Successors(model.words());
    model.successors(state, 0, out);
    List<String> successors = new ArrayList<>();
    for (int i = 0; i < out.count(); i++) {
      successors.add(out.action(i) + " " + out.fault(i) + " " + state(model, out, i));
    }
    return successors;
  }
}
