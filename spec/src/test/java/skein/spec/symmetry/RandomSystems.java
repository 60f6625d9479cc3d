package skein.spec.symmetry;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableIntArray;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import skein.spec.ir.Scalar;
import skein.spec.ir.Sort;
import skein.spec.ir.StateVar;
import skein.spec.ir.StateVar.Dimension;
import skein.spec.ir.TransitionSystem;

/** Random variables over random sorts, random states of them, random renamings. */
final class RandomSystems {
  private final Random random;

  RandomSystems(long seed) {
    this.random = new Random(seed);
  }

  /** A system with at most so many renamings. */
  TransitionSystem system(int maxOrder) {
    TransitionSystem system;
    do {
      system = system();
    } while (Renaming.order(system).compareTo(BigInteger.valueOf(maxOrder)) > 0);
    return system;
  }

  private TransitionSystem system() {
    Systems systems = new Systems();
    Sort.Kind[] kinds = {Sort.Kind.OBJECT, Sort.Kind.HEAP, Sort.Kind.PROCESS, Sort.Kind.PROCESS};
    int count = 1 + random.nextInt(3);
    boolean processes = false;
    for (int i = 0; i < count; i++) {
      Sort.Kind kind = kinds[random.nextInt(kinds.length)];
      processes |= kind == Sort.Kind.PROCESS;
      systems.sort(kind, 1 + random.nextInt(4), random.nextInt(8) > 0);
    }
    if (processes && random.nextBoolean()) {
      systems.task();
    }
    int variables = 1 + random.nextInt(6);
    for (int i = 0; i < variables; i++) {
      systems.variable(type(systems.sorts()), dimensions(systems.sorts()));
    }
    return systems.build();
  }

  private Dimension[] dimensions(ImmutableList<Sort> sorts) {
    int[] counts = {0, 0, 1, 1, 1, 1, 2, 2, 3};
    Dimension[] dimensions = new Dimension[counts[random.nextInt(counts.length)]];
    for (int i = 0; i < dimensions.length; i++) {
      dimensions[i] =
          random.nextInt(4) == 0
              ? Dimension.plain(1 + random.nextInt(3))
              : Dimension.of(any(sorts));
    }
    return dimensions;
  }

  private Scalar type(ImmutableList<Sort> sorts) {
    return switch (random.nextInt(8)) {
      case 0 -> new Scalar.Bool();
      case 1 -> new Scalar.Int(-2, random.nextInt(40));
      case 2 -> new Scalar.Enum("E", ImmutableList.of("A", "B", "C"));
      case 3 -> new Scalar.SetOf(new Scalar.Int(1, 3));
      case 4 -> new Scalar.SetOf(new Scalar.Ref(any(sorts)));
      default -> new Scalar.Ref(any(sorts));
    };
  }

  private Sort any(ImmutableList<Sort> sorts) {
    return sorts.get(random.nextInt(sorts.size()));
  }

  /**
   * A state: the values of all cells. Many have their type's zero, and many others repeat, so that
   * the state has some symmetry.
   */
  long[] state(TransitionSystem system) {
    List<Long> cells = new ArrayList<>();
    int zeros = random.nextInt(4);
    for (StateVar variable : system.variables()) {
      long common = value(variable.type());
      int repeats = random.nextInt(3);
      for (int cell = 0; cell < variable.cells(); cell++) {
        boolean zero = random.nextInt(4) < zeros;
        long value = random.nextInt(3) < repeats ? common : value(variable.type());
        cells.add(zero ? variable.type().zero() : value);
      }
    }
    return cells.stream().mapToLong(Long::longValue).toArray();
  }

  private long value(Scalar type) {
    if (type instanceof Scalar.SetOf set) {
      return random.nextLong() & ((1L << set.element().cardinality()) - 1);
    } else if (type instanceof Scalar.Ref ref) {
      return random.nextInt(ref.sort().size() + 1) - 1;
    }
    return type.origin() + random.nextInt((int) type.cardinality());
  }

  /** Every combination of values of the cells; none if there are more than so many. */
  static List<long[]> allStates(TransitionSystem system, int limit) {
    List<long[]> states = new ArrayList<>();
    states.add(new long[system.variables().stream().mapToInt(StateVar::cells).sum()]);
    int cell = 0;
    for (StateVar variable : system.variables()) {
      for (int i = 0; i < variable.cells(); i++, cell++) {
        List<long[]> longer = new ArrayList<>();
        for (long[] state : states) {
          for (long value : values(variable.type())) {
            long[] next = state.clone();
            next[cell] = value;
            longer.add(next);
          }
        }
        if (longer.size() > limit) {
          return List.of();
        }
        states = longer;
      }
    }
    return states;
  }

  private static long[] values(Scalar type) {
    if (type instanceof Scalar.SetOf set) {
      return LongStream.range(0, 1L << set.element().cardinality()).toArray();
    } else if (type instanceof Scalar.Ref ref) {
      return LongStream.range(Sort.NULL, ref.sort().size()).toArray();
    }
    return LongStream.range(type.origin(), type.origin() + type.cardinality()).toArray();
  }

  Renaming renaming(TransitionSystem system) {
    ImmutableMap.Builder<Sort, ImmutableIntArray> images = ImmutableMap.builder();
    for (Sort sort : system.sorts()) {
      if (sort.symmetric() && sort.kind() != Sort.Kind.TASK) {
        List<Integer> image = new ArrayList<>(IntStream.range(0, sort.size()).boxed().toList());
        Collections.shuffle(image, random);
        images.put(sort, ImmutableIntArray.copyOf(image));
      }
    }
    return Renaming.of(system, images.buildOrThrow());
  }
}
