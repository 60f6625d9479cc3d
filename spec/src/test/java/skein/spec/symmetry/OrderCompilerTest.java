package skein.spec.symmetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Iterables;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import skein.spec.ir.Scalar;
import skein.spec.ir.Sort;
import skein.spec.ir.StateVar.Dimension;
import skein.spec.ir.TransitionSystem;
import skein.spec.layout.LayoutPlanner;

class OrderCompilerTest {
  /**
   * Long code is split, and given up if it cannot be: HotSpot does not compile it from 8,000 on.
   */
  @ParameterizedTest
  @CsvSource({"4, 12, true", "8, 6, true", "15, 2, true", "15, 12, false"})
  void methodsAreShort(int size, int columns, boolean compiled) {
    Systems systems = new Systems();
    Sort process = systems.sort(Sort.Kind.PROCESS, size, true);
    Sort object = systems.sort(Sort.Kind.HEAP, size, true);
    for (int i = 0; i < columns; i++) {
      systems.variable(new Scalar.Int(0, 1 << 20), Dimension.of(process));
      systems.variable(new Scalar.Ref(object), Dimension.of(process));
    }
    systems.variable(new Scalar.SetOf(new Scalar.Ref(process)), Dimension.of(object));
    systems.variable(new Scalar.SetOf(new Scalar.Ref(process)));
    TransitionSystem system = systems.build();
    Component component =
        Iterables.getOnlyElement(Component.all(system, LayoutPlanner.plan(system), sort -> true));
    OrderPlan plan = OrderPlan.of(component).orElseThrow();
    assertThat(OrderCompiler.compile(plan).isPresent()).isEqualTo(compiled);
    assertThat(OrderCompiler.sizes(plan).values().stream().allMatch(bytes -> bytes <= 7_900))
        .isEqualTo(compiled);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 11, 15})
  void networksSort(int size) {
    Random random = new Random(size);
    for (int n = 0; n < 1000; n++) {
      long[] contents = random.longs(size, 0, size).toArray();
      long[] sorted = LongStream.of(contents).sorted().toArray();
      for (SortingNetwork.Comparator c : SortingNetwork.of(size)) {
        if (contents[c.low()] > contents[c.high()]) {
          long greater = contents[c.low()];
          contents[c.low()] = contents[c.high()];
          contents[c.high()] = greater;
        }
      }
      assertThat(contents).isEqualTo(sorted);
    }
  }
}
