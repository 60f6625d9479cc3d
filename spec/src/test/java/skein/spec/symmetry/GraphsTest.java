package skein.spec.symmetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.math.LongMath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import skein.spec.ir.Scalar;
import skein.spec.ir.Sort;
import skein.spec.ir.StateVar.Dimension;
import skein.spec.ir.TransitionSystem;
import skein.spec.layout.LayoutPlanner;
import skein.spec.layout.StateLayout;

/** States that colours alone do not tell apart: the orbit's size is n! / |automorphisms|. */
class GraphsTest {
  private final Systems systems = new Systems();
  private final RandomSystems random = new RandomSystems(System.nanoTime());

  private TransitionSystem system;
  private StateLayout layout;
  private Canonicalizer canonicalizer;

  private void build() {
    system = systems.build();
    layout = LayoutPlanner.plan(system);
    canonicalizer = Canonicalizer.of(system, layout);
  }

  private List<Long> canonical(long[] cells) {
    long[] packed = new long[layout.words()];
    layout.encode(cells, packed, 0);
    canonicalizer.canonicalize(packed, 0);
    return Arrays.stream(packed).boxed().toList();
  }

  private long orbitSize(long[] cells) {
    long[] packed = new long[layout.words()];
    layout.encode(cells, packed, 0);
    return canonicalizer.orbitSize(packed, 0);
  }

  private void expectOneRepresentative(long[] cells) {
    List<Long> representative = canonical(cells);
    for (int i = 0; i < 50; i++) {
      assertThat(canonical(random.renaming(system).apply(cells))).isEqualTo(representative);
    }
  }

  @Test
  void cycles() {
    Sort node = systems.sort(Sort.Kind.OBJECT, 6, true);
    systems.variable(new Scalar.Ref(node), Dimension.of(node));
    build();
    long[] one = {1, 2, 3, 4, 5, 0};
    long[] two = {1, 2, 0, 4, 5, 3};
    long[] pairs = {1, 0, 3, 2, 5, 4};
    long[] selves = {0, 1, 2, 3, 4, 5};
    for (long[] cells : List.of(one, two, pairs, selves)) {
      expectOneRepresentative(cells);
    }
    assertThat(canonical(one)).isNotEqualTo(canonical(two));
    assertThat(orbitSize(one)).isEqualTo(LongMath.factorial(6) / 6);
    assertThat(orbitSize(two)).isEqualTo(LongMath.factorial(6) / 18);
    assertThat(orbitSize(pairs)).isEqualTo(15);
    assertThat(orbitSize(selves)).isEqualTo(1);
  }

  /** Every process holds an object of its own; matching them is one renaming of either sort. */
  @Test
  void matching() {
    Sort process = systems.sort(Sort.Kind.PROCESS, 12, true);
    Sort object = systems.sort(Sort.Kind.HEAP, 12, true);
    systems.variable(new Scalar.Ref(object), Dimension.of(process));
    systems.variable(new Scalar.Ref(process), Dimension.of(object));
    build();
    long[] cells =
        IntStream.range(0, 24).mapToLong(i -> (i % 12 * 5 + 3 * (i / 12)) % 12).toArray();
    for (int i = 0; i < 12; i++) {
      cells[12 + Math.toIntExact(cells[i])] = i;
    }
    expectOneRepresentative(cells);
    assertThat(orbitSize(cells)).isEqualTo(LongMath.factorial(12));
  }

  /**
   * Two strongly regular graphs with the same parameters, which refining colours cannot tell apart
   * even with one point singled out.
   */
  @Test
  void stronglyRegularGraphs() {
    Sort node = systems.sort(Sort.Kind.OBJECT, 16, true);
    systems.variable(new Scalar.Bool(), Dimension.of(node), Dimension.of(node));
    build();
    long[] rook = graph((dx, dy) -> (dx == 0) != (dy == 0) ? 1 : 0);
    long[] shrikhande =
        graph(
            (dx, dy) -> {
              boolean near = dx == 0 || dx == 1 || dx == 3;
              boolean straight = (dx == 0) != (dy == 0) && dx % 2 + dy % 2 == 1;
              return straight || (near && dx == dy && dx != 0) ? 1 : 0;
            });
    expectOneRepresentative(rook);
    expectOneRepresentative(shrikhande);
    assertThat(canonical(rook)).isNotEqualTo(canonical(shrikhande));
    assertThat(orbitSize(rook)).isEqualTo(LongMath.factorial(16) / 1152);
    assertThat(orbitSize(shrikhande)).isEqualTo(LongMath.factorial(16) / 192);
  }

  /** A graph on the 4 x 4 torus whose edges depend on differences of coordinates. */
  private static long[] graph(IntBinaryOperator edge) {
    List<Long> cells = new ArrayList<>();
    for (int a = 0; a < 16; a++) {
      for (int b = 0; b < 16; b++) {
        int dx = Math.floorMod(a / 4 - b / 4, 4);
        int dy = Math.floorMod(a % 4 - b % 4, 4);
        cells.add((long) edge.applyAsInt(dx, dy));
      }
    }
    return cells.stream().mapToLong(Long::longValue).toArray();
  }

  @Test
  void deadObjectsAreTwins() {
    Sort process = systems.sort(Sort.Kind.PROCESS, 3, true);
    Sort object = systems.sort(Sort.Kind.HEAP, 40, true);
    systems.variable(new Scalar.Ref(object), Dimension.of(process));
    systems.variable(new Scalar.Bool(), Dimension.of(object));
    build();
    long[] cells = new long[43];
    Arrays.fill(cells, 0, 3, Sort.NULL);
    assertThat(orbitSize(cells)).isEqualTo(1);
    cells[1] = 17;
    cells[3 + 17] = 1;
    cells[3 + 30] = 1;
    expectOneRepresentative(cells);
    assertThat(orbitSize(cells)).isEqualTo(3 * 40 * 39);
  }

  @Test
  void hugeOrbitsSaturate() {
    Sort object = systems.sort(Sort.Kind.OBJECT, 60, true);
    systems.variable(new Scalar.Int(0, 63), Dimension.of(object));
    build();
    long[] cells = IntStream.range(0, 60).mapToLong(i -> 59 - i).toArray();
    expectOneRepresentative(cells);
    assertThat(orbitSize(cells)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void nothingToExchange() {
    systems.sort(Sort.Kind.PROCESS, 1, true);
    Sort numbered = systems.sort(Sort.Kind.PROCESS, 3, false);
    systems.variable(new Scalar.Ref(systems.task()), Dimension.of(numbered));
    build();
    assertThat(canonicalizer.isTrivial()).isTrue();
    assertThat(orbitSize(new long[] {1, 2, 3})).isEqualTo(1);
    assertThat(canonical(new long[] {3, -1, 0})).isNotEqualTo(canonical(new long[] {0, -1, 3}));
  }

  @Test
  void threadsAgree() {
    Sort node = systems.sort(Sort.Kind.OBJECT, 5, true);
    systems.variable(new Scalar.Ref(node), Dimension.of(node));
    build();
    List<long[]> states = IntStream.range(0, 500).mapToObj(i -> random.state(system)).toList();
    List<List<Long>> alone = states.stream().map(this::canonical).toList();
    assertThat(states.parallelStream().map(this::canonical).toList()).isEqualTo(alone);
  }
}
