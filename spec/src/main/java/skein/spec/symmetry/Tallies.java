package skein.spec.symmetry;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import skein.spec.ir.Sort;

/**
 * Where to note which references name each point: longs with one lane for each value that
 * references to a sort can have, and in it a field for each family that holds such references. So
 * to note one is to add one, shifted by its value. No field ever overflows: it has a bit for each
 * set of references, so that points with equal fields are in the same sets, and is otherwise wide
 * enough to count all cells of the family.
 *
 * @param spaces the sorts that references name
 * @param words the longs, by number
 */
record Tallies(
    ImmutableList<Space> spaces, ImmutableList<Word> words, ImmutableMap<Family, Field> fields) {
  /** Most values, null among them: so many lanes of four bits make a long. */
  static final int MOST_VALUES = 16;

  /** More longs than this would cost more than they tell. */
  private static final int MOST_WORDS = 24;

  /**
   * The references to one sort.
   *
   * @param points the point that each value names, or -1; value 0 is null
   */
  record Space(int number, ImmutableList<Integer> points) {
    /** Bits of a lane. */
    int lane() {
      return Long.SIZE / points.size();
    }

    /** The value that names a point, or -1. */
    int value(int point) {
      return points.indexOf(point);
    }
  }

  /**
   * A long.
   *
   * @param used bits of each lane that have a field
   * @param counted those of them that count; points can be twins only if theirs are zero
   * @param members whether the lane is one field, with a bit for each set of a family indexed by
   *     points, so that only the number of its bits does not depend on names
   */
  record Word(Space space, int used, long counted, boolean members) {
    /** Bits that a key takes of a lane. */
    int keyBits() {
      return members ? bitsFor(used) : used;
    }
  }

  /**
   * A field of each lane of a long.
   *
   * @param step how many bits further up each cell is noted than the one before
   */
  record Field(int word, int shift, int step) {}

  /** For a component's references, if they are not too many. */
  static Optional<Tallies> of(Component component) {
    Map<Sort, Space> spaces = new LinkedHashMap<>();
    List<Word> words = new ArrayList<>();
    Map<Family, Field> fields = new LinkedHashMap<>();
    for (Family family : component.naming()) {
      Sort sort = family.names().orElseThrow();
      if (sort.size() >= MOST_VALUES) {
        return Optional.empty();
      }
      Space space =
          spaces.computeIfAbsent(sort, s -> new Space(spaces.size(), points(component, family)));
      fields.put(family, place(space, family, words));
    }
    return words.size() > MOST_WORDS
        ? Optional.empty()
        : Optional.of(
            new Tallies(
                ImmutableList.copyOf(spaces.values()),
                ImmutableList.copyOf(words),
                ImmutableMap.copyOf(fields)));
  }

  private static int bitsFor(int count) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(count);
  }

  private static ImmutableList<Integer> points(Component component, Family family) {
    int[] named = component.named(family);
    List<Integer> points = new ArrayList<>(List.of(-1));
    for (int i = 0; i < named.length - 1; i++) {
      points.add(named[family.set() ? i : i + 1]);
    }
    return ImmutableList.copyOf(points);
  }

  private static Field place(Space space, Family family, List<Word> words) {
    int cells = family.cells().size();
    if (family.arity() > 0 && family.set() && cells <= space.lane()) {
      words.add(new Word(space, cells, 0, true));
      return new Field(words.size() - 1, 0, 1);
    }
    int bits = bitsFor(cells);
    long counted = family.arity() > 0 ? (1L << bits) - 1 : 0;
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      if (word.space.equals(space) && !word.members && word.used + bits <= space.lane()) {
        long all = word.counted | counted << word.used;
        words.set(i, new Word(space, word.used + bits, all, false));
        return new Field(i, word.used, 0);
      }
    }
    words.add(new Word(space, bits, counted, false));
    return new Field(words.size() - 1, 0, 0);
  }

  /** The longs that count what names a point. */
  ImmutableList<Integer> about(int point) {
    ImmutableList.Builder<Integer> about = ImmutableList.builder();
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).space.value(point) > 0) {
        about.add(i);
      }
    }
    return about.build();
  }

  /** The lowest bit of a point's lane in a long. */
  int laneShift(int word, int point) {
    Space space = words.get(word).space;
    return space.value(point) * space.lane();
  }

  /** The space of a family's values. */
  Space space(Family family) {
    return words.get(fields.get(family).word()).space;
  }
}
