package skein.spec.symmetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableLongArray;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skein.spec.ir.TransitionSystem;
import skein.spec.layout.LayoutPlanner;
import skein.spec.layout.StateLayout;

class CanonicalizerTest {
  private static final int SYSTEMS = 150;
  private static final int STATES = 10;

  private final long seed = System.nanoTime();

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void representativesAreThoseOfOrbits(boolean generate) {
    for (int i = 0; i < SYSTEMS; i++) {
      RandomSystems random = new RandomSystems(seed + i);
      TransitionSystem system = random.system(150);
      StateLayout layout = LayoutPlanner.plan(system);
      Canonicalizer canonicalizer = Canonicalizer.of(system, layout, generate);
      FullOrbit orbits = new FullOrbit(system);
      for (int k = 0; k < STATES; k++) {
        String where = "seed " + (seed + i) + ", state " + k;
        long[] state = random.state(system);
        ImmutableSet<ImmutableLongArray> orbit = orbits.of(state);
        long[] representative = canonical(canonicalizer, layout, state);
        assertThat(orbit).as(where).contains(ImmutableLongArray.copyOf(representative));
        assertThat(orbitSize(canonicalizer, layout, state)).as(where).isEqualTo(orbit.size());
        assertThat(orbitSizeButHeap(canonicalizer, layout, state))
            .as(where)
            .isEqualTo(orbit.size() / orbits.ofHeap(state).size());
        for (int n = 0; n < 4; n++) {
          long[] renamed = random.renaming(system).apply(state);
          assertThat(canonical(canonicalizer, layout, renamed)).as(where).isEqualTo(representative);
        }
        assertThat(canonical(canonicalizer, layout, representative)).isEqualTo(representative);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void representativesAreAsManyAsOrbits(boolean generate) {
    int systems = 0;
    for (int i = 0; systems < 30; i++) {
      RandomSystems random = new RandomSystems(seed + i);
      TransitionSystem system = random.system(150);
      List<long[]> states = RandomSystems.allStates(system, 1000);
      if (states.size() < 12) {
        continue;
      }
      systems++;
      StateLayout layout = LayoutPlanner.plan(system);
      Canonicalizer canonicalizer = Canonicalizer.of(system, layout, generate);
      FullOrbit orbits = new FullOrbit(system);
      Set<ImmutableLongArray> met = new HashSet<>();
      Set<ImmutableLongArray> representatives = new HashSet<>();
      int count = 0;
      long sizes = 0;
      for (long[] state : states) {
        representatives.add(ImmutableLongArray.copyOf(canonical(canonicalizer, layout, state)));
        if (met.add(ImmutableLongArray.copyOf(state))) {
          met.addAll(orbits.of(state));
          sizes += orbitSize(canonicalizer, layout, state);
          count++;
        }
      }
      assertThat(representatives).as("seed " + (seed + i)).hasSize(count);
      assertThat(sizes).as("seed " + (seed + i)).isEqualTo(states.size());
    }
  }

  private static long[] canonical(Canonicalizer canonicalizer, StateLayout layout, long[] cells) {
    int at = 3;
    long[] packed = new long[layout.words() + 5];
    layout.encode(cells, packed, at);
    canonicalizer.canonicalize(packed, at);
    long[] result = new long[cells.length];
    layout.decode(packed, at, result);
    return result;
  }

  private static long orbitSizeButHeap(
      Canonicalizer canonicalizer, StateLayout layout, long[] cells) {
    long[] packed = new long[layout.words()];
    layout.encode(cells, packed, 0);
    return canonicalizer.orbitSizeButHeap(packed, 0);
  }

  private static long orbitSize(Canonicalizer canonicalizer, StateLayout layout, long[] cells) {
    long[] packed = new long[layout.words() + 5];
    layout.encode(cells, packed, 2);
    long[] before = packed.clone();
    long size = canonicalizer.orbitSize(packed, 2);
    assertThat(packed).isEqualTo(before);
    return size;
  }
}
