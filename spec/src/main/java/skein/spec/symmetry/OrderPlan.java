package skein.spec.symmetry;

import com.google.common.collect.ImmutableList;
import com.google.common.math.LongMath;
import java.util.Optional;
import java.util.function.Predicate;
import skein.spec.ir.Sort;

/**
 * What the generated {@link OrderCode} of a component keeps where in its buffer: the tallies, the
 * renaming of the values of each space, and what it knows of each sort.
 *
 * @param maps the first of the slots with what becomes of the values of each space, four bits each
 * @param named the first of the slots with what the values of each space are told
 * @param slots longs of the buffer
 */
record OrderPlan(
    Component component,
    Tallies tallies,
    ImmutableList<SortPlan> sorts,
    int maps,
    int named,
    int slots) {

  /**
   * What is kept of the points of a sort.
   *
   * @param first its first point
   * @param order the slot of the order, four bits a point, and after it that of its ties
   * @param raws for each piece, the first of the slots with the points' bits
   * @param counts for each of {@link Tallies#about}, the first of the slots with the points' lanes
   * @param orbits the number of renamed states by the ties
   */
  record SortPlan(
      Sort sort,
      int first,
      ImmutableList<Family> columns,
      ImmutableList<Piece> pieces,
      ImmutableList<Integer> words,
      int order,
      int raws,
      int counts,
      long[] orbits) {
    int size() {
      return sort.size();
    }

    int ties() {
      return order + 1;
    }

    /** The slot of the classes, four bits a point. */
    int classes() {
      return order + 2;
    }

    /** The families in a piece whose values name points. */
    ImmutableList<Family> naming(int piece) {
      return columns.stream()
          .filter(family -> family.names().isPresent() && pieces.get(piece).holds(family))
          .collect(ImmutableList.toImmutableList());
    }

    int raw(int piece) {
      return raws + piece * size();
    }

    int count(int word) {
      return counts + word * size();
    }

    /** The order that changes nothing. */
    long inOrder() {
      long order = 0;
      for (int i = 0; i < size(); i++) {
        order |= (long) i << (4 * i);
      }
      return order;
    }
  }

  /** A plan, if the component is one that keys can be made for. */
  static Optional<OrderPlan> of(Component component) {
    boolean large = component.sorts().stream().anyMatch(s -> s.size() >= Tallies.MOST_VALUES);
    if (large || !component.blocks().isEmpty()) {
      return Optional.empty();
    }
    return Tallies.of(component).map(tallies -> of(component, tallies));
  }

  private static OrderPlan of(Component component, Tallies tallies) {
    int maps = tallies.words().size();
    int named = maps + tallies.spaces().size();
    int slots = named + tallies.spaces().size() * Tallies.MOST_VALUES;
    ImmutableList.Builder<SortPlan> sorts = ImmutableList.builder();
    for (Sort sort : component.sorts()) {
      int first = component.first(sort);
      ImmutableList<Family> columns = component.columns(sort);
      ImmutableList<Piece> pieces = Piece.of(sort, columns);
      ImmutableList<Integer> words = tallies.about(first);
      int raws = slots + 3;
      int counts = raws + pieces.size() * sort.size();
      sorts.add(
          new SortPlan(
              sort, first, columns, pieces, words, slots, raws, counts, orbits(sort.size())));
      slots = counts + words.size() * sort.size();
    }
    return new OrderPlan(component, tallies, sorts.build(), maps, named, slots);
  }

  /** By which neighbours in order are equal: bit i-1 says so of i-1 and i. */
  private static long[] orbits(int size) {
    long[] orbits = new long[1 << (size - 1)];
    for (int ties = 0; ties < orbits.length; ties++) {
      long orbit = 1;
      int run = 0;
      for (int i = 0; i < size; i++) {
        run = i > 0 && (ties >>> (i - 1) & 1) == 1 ? run + 1 : 1;
        orbit = Orbits.extend(orbit, i + 1, run);
      }
      orbits[ties] = orbit;
    }
    return orbits;
  }

  /** The slot with what value 0 of a space is told. */
  int named(Tallies.Space space) {
    return named + space.number() * Tallies.MOST_VALUES;
  }

  /** Whether {@link FirstKeys} of a sort hold all that they are made of. */
  boolean exactKeys(SortPlan sort) {
    int width = SortEmitter.NUMBER_BITS;
    for (Piece piece : sort.pieces) {
      width += piece.span();
    }
    for (int word : sort.words) {
      width += tallies.words().get(word).keyBits();
    }
    return width < Long.SIZE;
  }

  /** Whether the state that was ordered last is not in order: positive, else 0. */
  long moved(long[] buffer) {
    long moved = 0;
    for (SortPlan sort : sorts) {
      moved |= buffer[sort.order()] ^ sort.inOrder();
    }
    return moved;
  }

  /** How many points have the same class as the one before, in the state that was ordered last. */
  int ties(long[] buffer) {
    int ties = 0;
    for (SortPlan sort : sorts) {
      ties += Long.bitCount(buffer[sort.ties()]);
    }
    return ties;
  }

  /**
   * How many states the renamings of some sorts make of the state that was ordered last, if points
   * of the same class are twins.
   */
  long orbitSize(long[] buffer, Predicate<Sort> renamed) {
    long size = 1;
    for (SortPlan sort : sorts) {
      if (renamed.test(sort.sort)) {
        size = LongMath.saturatedMultiply(size, sort.orbits[(int) buffer[sort.ties()]]);
      }
    }
    return size;
  }
}
