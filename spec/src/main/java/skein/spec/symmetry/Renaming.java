package skein.spec.symmetry;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.math.BigIntegerMath;
import com.google.common.primitives.ImmutableIntArray;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import skein.spec.ir.Scalar;
import skein.spec.ir.Sort;
import skein.spec.ir.StateVar;
import skein.spec.ir.TransitionSystem;

/**
 * A permutation of the instances of every symmetric sort, and what it does to a state: cells move
 * along each dimension that a sort indexes, references and sets of references change their values.
 * This is the plain definition; {@link Canonicalizer} is the fast one.
 *
 * <p>The instances of a {@code TASK} sort move as those of the process sorts do; those of a sort
 * that is not symmetric stay.
 */
public final class Renaming {
  private final TransitionSystem system;
  private final ImmutableMap<Sort, ImmutableIntArray> images;

  private Renaming(TransitionSystem system, ImmutableMap<Sort, ImmutableIntArray> images) {
    this.system = system;
    this.images = images;
  }

  /**
   * The renaming that takes instance i of a sort to {@code images.get(sort).get(i)}.
   *
   * @param images permutations of 0..size-1; the instances of a sort without one stay
   * @throws IllegalArgumentException if a sort is not symmetric, is a {@code TASK} sort, or has
   *     something else than a permutation
   */
  public static Renaming of(TransitionSystem system, Map<Sort, ImmutableIntArray> images) {
    images.forEach(Renaming::requirePermutation);
    ImmutableMap.Builder<Sort, ImmutableIntArray> all = ImmutableMap.builder();
    for (Sort sort : system.sorts()) {
      all.put(sort, sort.kind() == Sort.Kind.TASK ? tasks(system, sort, images) : of(sort, images));
    }
    return new Renaming(system, all.buildOrThrow());
  }

  private static void requirePermutation(Sort sort, ImmutableIntArray image) {
    boolean[] hit = new boolean[sort.size()];
    image.forEach(i -> hit[i] = true);
    boolean all = image.length() == sort.size();
    for (boolean h : hit) {
      all &= h;
    }
    if (!all || !moves(sort)) {
      throw new IllegalArgumentException("no permutation of " + sort + ": " + image);
    }
  }

  private static boolean moves(Sort sort) {
    return sort.symmetric() && sort.kind() != Sort.Kind.TASK;
  }

  private static ImmutableIntArray of(Sort sort, Map<Sort, ImmutableIntArray> images) {
    return images.getOrDefault(sort, identity(sort.size()));
  }

  private static ImmutableIntArray identity(int size) {
    ImmutableIntArray.Builder builder = ImmutableIntArray.builder(size);
    for (int i = 0; i < size; i++) {
      builder.add(i);
    }
    return builder.build();
  }

  private static ImmutableIntArray tasks(
      TransitionSystem system, Sort task, Map<Sort, ImmutableIntArray> images) {
    int[] image = identity(task.size()).toArray();
    for (Sort sort : system.sorts()) {
      if (sort.kind() == Sort.Kind.PROCESS) {
        for (int i = 0; i < sort.size(); i++) {
          image[sort.base() + i] = sort.base() + of(sort, images).get(i);
        }
      }
    }
    return ImmutableIntArray.copyOf(image);
  }

  /** Number of renamings of a system. */
  public static BigInteger order(TransitionSystem system) {
    return system.sorts().stream()
        .filter(Renaming::moves)
        .map(sort -> BigIntegerMath.factorial(sort.size()))
        .reduce(BigInteger.ONE, BigInteger::multiply);
  }

  /** All renamings of a system, {@link #order} many, that which changes nothing first. */
  public static ImmutableList<Renaming> group(TransitionSystem system) {
    List<ImmutableMap<Sort, ImmutableIntArray>> all = List.of(ImmutableMap.of());
    for (Sort sort : system.sorts()) {
      if (moves(sort)) {
        List<ImmutableMap<Sort, ImmutableIntArray>> longer = new ArrayList<>();
        for (ImmutableMap<Sort, ImmutableIntArray> images : all) {
          for (ImmutableIntArray image : Permutations.of(sort.size())) {
            longer.add(
                ImmutableMap.<Sort, ImmutableIntArray>builder()
                    .putAll(images)
                    .put(sort, image)
                    .buildOrThrow());
          }
        }
        all = longer;
      }
    }
    return all.stream().map(images -> of(system, images)).collect(ImmutableList.toImmutableList());
  }

  /** What the instance of a sort becomes. */
  public int image(Sort sort, int index) {
    return images.get(sort).get(index);
  }

  /**
   * The state with all instances renamed.
   *
   * @param cells the values of the cells of all variables, in the order of their ids, those of each
   *     row-major
   */
  public long[] apply(long[] cells) {
    long[] renamed = new long[cells.length];
    int first = 0;
    for (StateVar variable : system.variables()) {
      for (int cell = 0; cell < variable.cells(); cell++) {
        renamed[first + move(variable, cell)] = rename(variable.type(), cells[first + cell]);
      }
      first += variable.cells();
    }
    return renamed;
  }

  private int move(StateVar variable, int cell) {
    int moved = 0;
    int stride = 1;
    int rest = cell;
    for (StateVar.Dimension dimension : variable.dimensions().reverse()) {
      int index = rest % dimension.size();
      moved += stride * dimension.sort().map(sort -> image(sort, index)).orElse(index);
      stride *= dimension.size();
      rest /= dimension.size();
    }
    return moved;
  }

  private long rename(Scalar type, long value) {
    if (type instanceof Scalar.Ref ref) {
      return value == Sort.NULL ? Sort.NULL : image(ref.sort(), Math.toIntExact(value));
    } else if (type instanceof Scalar.SetOf set && set.element() instanceof Scalar.Ref ref) {
      long renamed = 0;
      for (long rest = value; rest != 0; rest &= rest - 1) {
        renamed |= 1L << image(ref.sort(), Long.numberOfTrailingZeros(rest));
      }
      return renamed;
    }
    return value;
  }
}
