package skein.spec.symmetry;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import skein.spec.ir.Sort;
import skein.spec.layout.Slot;

/**
 * Renames the points of a component in packed states, word by word, by tables. For one thread at a
 * time.
 *
 * <p>Nothing is written and then read again while a word is put together: each cell would wait for
 * the one before.
 */
final class Mover {
  /**
   * Bits of a renamed word that come from a piece.
   *
   * @param point the point whose bits they are in the renamed state
   * @param places by point, where its bits lie
   */
  private record Column(int point, int[] places, int shift, long mask) {}

  /**
   * A cell with a reference.
   *
   * @param changes by its bits, which of them the present renaming changes
   */
  private record Name(int shift, long mask, long[] changes) {}

  /** A cell with a set of references; see {@link Component#named}. */
  private record NameSet(int shift, long mask, int[] named) {}

  /** What the references to one sort can name, and what becomes of their bits. */
  private record Target(int[] named, long[] changes) {}

  private final long[] kept;
  private final Column[][] columns;
  private final BlockMoves blocks;
  private final Name[][] names;
  private final NameSet[][] sets;
  private final Target[] targets;
  private final int[] to;

  /**
   * @param words longs a state
   */
  Mover(Component component, int words) {
    this.to = new int[component.points()];
    this.blocks = new BlockMoves(component, words);
    ListMultimap<Integer, Column> columnsByWord = ArrayListMultimap.create();
    component.sorts().forEach(sort -> addColumns(component, sort, columnsByWord));
    Map<Sort, Target> bySort = new LinkedHashMap<>();
    ListMultimap<Integer, Name> namesByWord = ArrayListMultimap.create();
    ListMultimap<Integer, NameSet> setsByWord = ArrayListMultimap.create();
    for (Family family : component.naming()) {
      if (family.set()) {
        addSets(component, family, setsByWord);
      } else {
        addNames(component, family, bySort, namesByWord);
      }
    }
    this.columns = new Column[words][];
    Arrays.setAll(columns, word -> columnsByWord.get(word).toArray(new Column[0]));
    this.names = new Name[words][];
    Arrays.setAll(names, word -> namesByWord.get(word).toArray(new Name[0]));
    this.sets = new NameSet[words][];
    Arrays.setAll(sets, word -> setsByWord.get(word).toArray(new NameSet[0]));
    this.targets = bySort.values().toArray(new Target[0]);
    this.kept = new long[words];
    Arrays.setAll(kept, this::kept);
  }

  private static void addColumns(
      Component component, Sort sort, ListMultimap<Integer, Column> byWord) {
    int first = component.first(sort);
    for (Piece piece : Piece.of(sort, component.columns(sort))) {
      int[] places = new int[first + sort.size()];
      System.arraycopy(piece.places, 0, places, first, sort.size());
      for (int point = first; point < places.length; point++) {
        int shift = places[point] % Long.SIZE;
        byWord.put(
            places[point] / Long.SIZE, new Column(point, places, shift, piece.mask << shift));
      }
    }
  }

  private static void addNames(
      Component component,
      Family family,
      Map<Sort, Target> bySort,
      ListMultimap<Integer, Name> byWord) {
    int[] named = component.named(family);
    Target target =
        bySort.computeIfAbsent(
            family.names().orElseThrow(), sort -> new Target(named, new long[named.length]));
    for (Slot slot : family.cells()) {
      byWord.put(slot.word(), new Name(slot.shift(), slot.mask(), target.changes));
    }
  }

  private static void addSets(
      Component component, Family family, ListMultimap<Integer, NameSet> byWord) {
    int[] named = component.named(family);
    for (Slot slot : family.cells()) {
      byWord.put(slot.word(), new NameSet(slot.shift(), slot.mask(), named));
    }
  }

  /** The bits of a word that do not move. */
  private long kept(int word) {
    long moved = blocks.moved(word);
    for (Column column : columns[word]) {
      moved |= column.mask;
    }
    return ~moved;
  }

  /**
   * Renames.
   *
   * @param order by point, which point becomes it
   * @param renamed where the renamed state goes, from 0 on
   */
  void apply(int[] order, long[] states, int at, long[] renamed) {
    for (int point = 0; point < to.length; point++) {
      to[order[point]] = point;
    }
    for (Target target : targets) {
      for (int bits = 1; bits < target.named.length; bits++) {
        int point = target.named[bits];
        target.changes[bits] = point < 0 ? 0 : bits ^ (bits + to[point] - point);
      }
    }
    for (int word = 0; word < kept.length; word++) {
      long moved =
          (states[at + word] & kept[word])
              | columns(columns[word], order, states, at)
              | blocks.word(word, order, states, at);
      renamed[word] = moved ^ names(names[word], moved) ^ sets(sets[word], to, moved);
    }
  }

  private static long columns(Column[] columns, int[] order, long[] states, int at) {
    long moved = 0;
    for (Column column : columns) {
      int from = column.places[order[column.point]];
      moved |= Long.rotateLeft(states[at + (from >>> 6)], column.shift - from) & column.mask;
    }
    return moved;
  }

  private static long names(Name[] cells, long word) {
    long change = 0;
    for (Name cell : cells) {
      change ^= cell.changes[(int) ((word >>> cell.shift) & cell.mask)] << cell.shift;
    }
    return change;
  }

  private static long sets(NameSet[] cells, int[] to, long word) {
    long change = 0;
    for (NameSet cell : cells) {
      long set = (word >>> cell.shift) & cell.mask;
      change ^= (set ^ renameSet(cell.named, to, set)) << cell.shift;
    }
    return change;
  }

  /**
   * The bits of a set with its elements renamed.
   *
   * @param to what each point becomes
   */
  static long renameSet(int[] named, int[] to, long set) {
    long renamed = 0;
    for (long rest = set; rest != 0; rest &= rest - 1) {
      int bit = Long.numberOfTrailingZeros(rest);
      int point = named[bit];
      renamed |= 1L << (point < 0 ? bit : bit + to[point] - point);
    }
    return renamed;
  }
}
