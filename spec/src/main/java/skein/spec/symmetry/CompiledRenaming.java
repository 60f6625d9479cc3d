package skein.spec.symmetry;

import com.google.common.collect.Iterables;
import com.google.common.primitives.Shorts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import skein.spec.layout.Slot;

/** One renaming of a component, as tables that give the renamed state word by word. */
final class CompiledRenaming {
  /** Most bits of a window: its table should stay in the nearest cache. */
  private static final int MAX_WINDOW = 7;

  /** Bits that come from one word, rotated left by the same distance. */
  private record Move(int source, int rotation, long mask) {}

  /** Where bits come from. */
  private record Way(int source, int rotation) {}

  /** A cell of a family that names points. */
  private record Cell(int shift, long mask, int[] named, boolean set) {
    int end() {
      return shift + Long.bitCount(mask);
    }

    /** The cell's bits when those they name are renamed. */
    long rename(long bits, int[] to) {
      if (set) {
        return Mover.renameSet(named, to, bits);
      }
      int point = bits < named.length ? named[(int) bits] : -1;
      return point < 0 ? bits : bits + to[point] - point;
    }
  }

  /**
   * A few bits with one or more cells that name points.
   *
   * @param changes by the bits, which of them change
   */
  private record Window(int shift, long mask, short[] changes) {}

  private final int[] words;
  private final int[] to;
  private final long[] kept;
  private final Move[][] moves;
  private final Window[][] windows;

  /** The cells too wide for a window. */
  private final Cell[][] wide;

  /**
   * @param words the words that any renaming of the component can change
   * @param to what each point becomes
   */
  CompiledRenaming(Component component, int[] words, int[] to) {
    this.words = words;
    this.to = to;
    this.kept = new long[words.length];
    this.moves = new Move[words.length][];
    this.windows = new Window[words.length][];
    this.wide = new Cell[words.length][];
    Map<Integer, Map<Way, Long>> ways = ways(component, to);
    for (int i = 0; i < words.length; i++) {
      Map<Way, Long> masks = ways.getOrDefault(words[i], new HashMap<>());
      masks.remove(new Way(words[i], 0));
      moves[i] =
          masks.entrySet().stream()
              .map(e -> new Move(e.getKey().source, e.getKey().rotation, e.getValue()))
              .toArray(Move[]::new);
      kept[i] = ~masks.values().stream().reduce(0L, (a, b) -> a | b);
      List<Cell> cells = cells(component, words[i]);
      windows[i] = windows(cells);
      wide[i] = cells.stream().filter(CompiledRenaming::isWide).toArray(Cell[]::new);
    }
  }

  /** For each word, the bits that come to it each way. */
  private static Map<Integer, Map<Way, Long>> ways(Component component, int[] to) {
    Map<Integer, Map<Way, Long>> ways = new HashMap<>();
    for (Family family : component.families()) {
      int[] destinations = component.destinations(family, to);
      for (int cell = 0; cell < destinations.length; cell++) {
        Slot from = family.cells().get(cell);
        Slot slot = family.cells().get(destinations[cell]);
        Way way = new Way(from.word(), (slot.shift() - from.shift()) & 63);
        ways.computeIfAbsent(slot.word(), word -> new LinkedHashMap<>())
            .merge(way, slot.mask() << slot.shift(), (a, b) -> a | b);
      }
    }
    return ways;
  }

  /** The cells of a word that name points, by place. */
  private static List<Cell> cells(Component component, int word) {
    List<Cell> cells = new ArrayList<>();
    for (Family family : component.naming()) {
      int[] named = component.named(family);
      family.cells().stream()
          .filter(slot -> slot.word() == word)
          .forEach(slot -> cells.add(new Cell(slot.shift(), slot.mask(), named, family.set())));
    }
    cells.sort(Comparator.comparingInt(Cell::shift));
    return cells;
  }

  private static boolean isWide(Cell cell) {
    return cell.end() - cell.shift > MAX_WINDOW;
  }

  /** Puts neighbours into one window while it is small enough; leaves out what never changes. */
  private Window[] windows(List<Cell> cells) {
    List<Window> windows = new ArrayList<>();
    List<Cell> together = new ArrayList<>();
    for (Cell cell : cells) {
      if (!isWide(cell)) {
        if (!together.isEmpty() && cell.end() - together.get(0).shift > MAX_WINDOW) {
          windows.add(window(together));
          together.clear();
        }
        together.add(cell);
      }
    }
    if (!together.isEmpty()) {
      windows.add(window(together));
    }
    windows.removeIf(window -> Shorts.max(window.changes) == 0);
    return windows.toArray(new Window[0]);
  }

  private Window window(List<Cell> cells) {
    int shift = cells.get(0).shift;
    short[] changes = new short[1 << (Iterables.getLast(cells).end() - shift)];
    for (int bits = 0; bits < changes.length; bits++) {
      for (Cell cell : cells) {
        int distance = cell.shift - shift;
        long value = (bits >>> distance) & cell.mask;
        changes[bits] ^= (short) ((value ^ cell.rename(value, to)) << distance);
      }
    }
    return new Window(shift, changes.length - 1, changes);
  }

  /** The i-th of the words, renamed. */
  long word(int i, long[] states, int at) {
    long result = states[at + words[i]] & kept[i];
    for (Move move : moves[i]) {
      result |= Long.rotateLeft(states[at + move.source], move.rotation) & move.mask;
    }
    long change = 0;
    for (Window window : windows[i]) {
      change ^=
          (long) window.changes[(int) ((result >>> window.shift) & window.mask)] << window.shift;
    }
    for (Cell cell : wide[i]) {
      long bits = (result >>> cell.shift) & cell.mask;
      change ^= (bits ^ cell.rename(bits, to)) << cell.shift;
    }
    return result ^ change;
  }
}
