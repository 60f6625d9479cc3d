package skein.spec.layout;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import skein.spec.ir.Program;
import skein.spec.ir.Scalar;
import skein.spec.ir.Sort;
import skein.spec.ir.StateVar;
import skein.spec.ir.StateVar.Dimension;
import skein.spec.ir.StateVar.Role;
import skein.spec.ir.TransitionSystem;
import skein.spec.source.Span;

class LayoutPlannerTest {
  private final List<Sort> sorts = new ArrayList<>();
  private final List<StateVar> variables = new ArrayList<>();

  private Sort sort(int size, Sort.Kind kind) {
    Sort sort = new Sort(sorts.size(), "S" + sorts.size(), size, kind, true, 0);
    sorts.add(sort);
    return sort;
  }

  private StateVar variable(Role role, Scalar type, Dimension... dimensions) {
    StateVar variable =
        new StateVar(
            variables.size(), "v" + variables.size(), role, type, ImmutableList.copyOf(dimensions));
    variables.add(variable);
    return variable;
  }

  private StateLayout plan() {
    return LayoutPlanner.plan(
        new TransitionSystem(
            "test",
            ImmutableList.copyOf(sorts),
            Optional.empty(),
            ImmutableList.copyOf(variables),
            new Program(
                Program.Kind.INITIAL,
                "init",
                Optional.empty(),
                false,
                Optional.empty(),
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableList.of(),
                SPAN),
            ImmutableList.of(),
            ImmutableList.of(),
            ImmutableList.of(),
            ImmutableList.of(),
            ImmutableMap.of()));
  }

  private static final Span SPAN = null;

  @Test
  void widthsAreExact() {
    Sort three = sort(3, Sort.Kind.OBJECT);
    assertThat(Slot.width(new Scalar.Bool())).isEqualTo(1);
    assertThat(Slot.width(new Scalar.Int(5, 5))).isEqualTo(0);
    assertThat(Slot.width(new Scalar.Int(-1, 1))).isEqualTo(2);
    assertThat(Slot.width(new Scalar.Int(0, 4))).isEqualTo(3);
    assertThat(Slot.width(new Scalar.Int(Long.MIN_VALUE, Long.MAX_VALUE))).isEqualTo(64);
    assertThat(Slot.width(new Scalar.Enum("E", ImmutableList.of("A")))).isEqualTo(0);
    assertThat(Slot.width(new Scalar.Enum("E", ImmutableList.of("A", "B", "C")))).isEqualTo(2);
    assertThat(Slot.width(new Scalar.Ref(three))).isEqualTo(2);
    assertThat(Slot.width(new Scalar.SetOf(new Scalar.Ref(three)))).isEqualTo(3);
    assertThat(Slot.width(new Scalar.SetOf(new Scalar.Int(0, 63)))).isEqualTo(64);
  }

  @Test
  void cellsThatWereNeverStoredAreZeroBits() {
    Sort objects = sort(2, Sort.Kind.OBJECT);
    variable(Role.GLOBAL, new Scalar.Int(-3, 9));
    variable(Role.FIELD, new Scalar.Ref(objects), Dimension.of(objects));
    variable(Role.GLOBAL, new Scalar.Int(7, 7), Dimension.plain(2));
    StateLayout layout = plan();
    long[] cells = new long[layout.cells()];
    layout.decode(new long[layout.words()], 0, cells);
    assertThat(cells).containsExactly(-3, Sort.NULL, Sort.NULL, 7, 7);
  }

  @Test
  void aSortsColumnsAreCutWhenThatSavesWords() {
    Sort processes = sort(5, Sort.Kind.PROCESS);
    variable(Role.PROGRAM_COUNTER, new Scalar.Int(0, 12), Dimension.of(processes));
    variable(Role.LOCAL, new Scalar.Int(0, (1 << 17) - 1), Dimension.of(processes));
    variable(Role.LOCAL, new Scalar.Int(0, (1 << 12) - 1), Dimension.of(processes));
    assertThat(plan().words()).isEqualTo(3);
  }

  @Test
  void programCountersComeFirst() {
    Sort processes = sort(2, Sort.Kind.PROCESS);
    variable(Role.GLOBAL, new Scalar.SetOf(new Scalar.Int(0, 63)));
    variable(Role.LOCAL, new Scalar.Int(0, 30000), Dimension.of(processes));
    StateVar counter =
        variable(Role.PROGRAM_COUNTER, new Scalar.Int(0, 6), Dimension.of(processes));
    StateLayout layout = plan();
    assertThat(layout.slot(counter, 0)).isEqualTo(new Slot(0, 0, 3, 0));
    assertThat(layout.words()).isEqualTo(2);
    assertThat(layout.listing(cell -> "cell " + cell).get(0))
        .isEqualTo("word 0  bits  0- 2  cell 3");
  }

  @Test
  void anEmptyStateHasOneWord() {
    assertThat(plan().words()).isEqualTo(1);
    assertThat(plan().bits()).isEqualTo(0);
  }

  @Test
  void randomLayoutsKeepEveryCellApart() {
    for (int seed = 0; seed < 300; seed++) {
      sorts.clear();
      variables.clear();
      Random random = new Random(seed);
      randomVariables(random);
      StateLayout layout = plan();
      check(layout, random, "seed " + seed);
    }
  }

  private void randomVariables(Random random) {
    int numberOfSorts = random.nextInt(4);
    for (int i = 0; i < numberOfSorts; i++) {
      sort(1 + random.nextInt(6), Sort.Kind.values()[random.nextInt(3)]);
    }
    int numberOfVariables = 1 + random.nextInt(10);
    for (int i = 0; i < numberOfVariables; i++) {
      List<Dimension> dimensions = new ArrayList<>();
      for (int d = random.nextInt(3); d > 0; d--) {
        dimensions.add(
            sorts.isEmpty() || random.nextInt(3) == 0
                ? Dimension.plain(1 + random.nextInt(5))
                : Dimension.of(sorts.get(random.nextInt(sorts.size()))));
      }
      long lo = random.nextInt(20) - 10;
      Scalar type =
          switch (random.nextInt(4)) {
            case 0 -> new Scalar.Bool();
            case 1 -> new Scalar.Int(lo, lo + random.nextInt(1 << random.nextInt(25)));
            case 2 -> new Scalar.SetOf(new Scalar.Int(1, 1 + random.nextInt(64)));
            default -> sorts.isEmpty() ? new Scalar.Bool() : new Scalar.Ref(sorts.get(0));
          };
      variable(Role.GLOBAL, type, dimensions.toArray(Dimension[]::new));
    }
  }

  private void check(StateLayout layout, Random random, String seed) {
    long[] taken = new long[layout.words()];
    long[] cells = new long[layout.cells()];
    for (StateVar variable : variables) {
      for (int cell = 0; cell < variable.cells(); cell++) {
        Slot slot = layout.slot(variable, cell);
        assertThat(slot.shift() + slot.width()).as(seed).isLessThanOrEqualTo(64);
        long place = slot.width() == 0 ? 0 : slot.mask() << slot.shift();
        assertThat(taken[slot.word()] & place).as(seed).isZero();
        taken[slot.word()] |= place;
        cells[layout.firstCell(variable) + cell] = randomValue(random, variable.type());
      }
    }
    assertThat(Arrays.stream(taken).map(Long::bitCount).sum()).as(seed).isEqualTo(layout.bits());
    long[] packed = new long[layout.words() + 2];
    layout.encode(cells, packed, 1);
    long[] decoded = new long[cells.length];
    layout.decode(packed, 1, decoded);
    assertThat(decoded).as(seed).isEqualTo(cells);
    long[] stored = new long[packed.length];
    for (int cell = 0; cell < cells.length; cell++) {
      layout.slot(cell).store(stored, 1, cells[cell]);
    }
    assertThat(stored).as(seed).isEqualTo(packed);
  }

  private static long randomValue(Random random, Scalar type) {
    if (type instanceof Scalar.Int range) {
      return range.lo() + random.nextInt((int) (range.hi() - range.lo() + 1));
    } else if (type instanceof Scalar.Ref ref) {
      return random.nextInt(ref.sort().size() + 1) - 1;
    } else if (type instanceof Scalar.SetOf set) {
      int width = (int) set.element().cardinality();
      return random.nextLong() & (-1L >>> (64 - width));
    }
    return random.nextInt(2);
  }

  @Test
  void exchangingRangesExchangesInstances() {
    Sort objects = sort(4, Sort.Kind.OBJECT);
    StateVar a = variable(Role.FIELD, new Scalar.Int(0, 1 << 20), Dimension.of(objects));
    StateVar b =
        variable(Role.FIELD, new Scalar.Int(0, 900), Dimension.of(objects), Dimension.plain(3));
    StateLayout layout = plan();
    long[] packed = new long[layout.words()];
    for (int i = 0; i < 4; i++) {
      layout.slot(a, i).store(packed, 0, 100 + i);
      for (int j = 0; j < 3; j++) {
        layout.slot(b, 3 * i + j).store(packed, 0, 10 * i + j);
      }
    }
    for (Columns block : layout.columns()) {
      Slot first = new Slot(block.word(1), block.shift(1), block.width(), 0);
      Slot second = new Slot(block.word(3), block.shift(3), block.width(), 0);
      long kept = first.load(packed, 0);
      first.store(packed, 0, second.load(packed, 0));
      second.store(packed, 0, kept);
    }
    long[] cells = new long[layout.cells()];
    layout.decode(packed, 0, cells);
    assertThat(cells)
        .containsExactly(100, 103, 102, 101, 0, 1, 2, 30, 31, 32, 20, 21, 22, 10, 11, 12);
  }
}
