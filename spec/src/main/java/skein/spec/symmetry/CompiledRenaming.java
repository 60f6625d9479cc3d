package skein.spec.symmetry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import skein.spec.layout.Slot;

/** One renaming of a component, as tables that give the renamed state word by word. */
final class CompiledRenaming {
  /** Bits that come from one word, rotated left by the same distance. */
  private record Move(int source, int rotation, long mask) {}

  /** Where bits come from. */
  private record Way(int source, int rotation) {}

  /** A cell with a reference. */
  private record Name(int shift, long mask, int[] table) {}

  /** A cell with a set of references. */
  private record Names(int shift, long mask, int[] named) {}

  private final int[] words;
  private final int[] to;
  private final long[] kept;
  private final Move[][] moves;
  private final Name[][] references;
  private final Names[][] sets;

  /**
   * @param words the words that any renaming of the component can change
   * @param to what each point becomes
   */
  CompiledRenaming(Component component, int[] words, int[] to) {
    this.words = words;
    this.to = to;
    this.kept = new long[words.length];
    this.moves = new Move[words.length][];
    this.references = new Name[words.length][];
    this.sets = new Names[words.length][];
    Map<Integer, Map<Way, Long>> ways = ways(component, to);
    for (int i = 0; i < words.length; i++) {
      Map<Way, Long> masks = ways.getOrDefault(words[i], new HashMap<>());
      masks.remove(new Way(words[i], 0));
      moves[i] =
          masks.entrySet().stream()
              .map(e -> new Move(e.getKey().source, e.getKey().rotation, e.getValue()))
              .toArray(Move[]::new);
      kept[i] = ~masks.values().stream().reduce(0L, (a, b) -> a | b);
      references[i] = references(component, words[i]);
      sets[i] = sets(component, words[i]);
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

  private Name[] references(Component component, int word) {
    List<Name> result = new ArrayList<>();
    for (Family family : component.naming()) {
      if (!family.set()) {
        int[] named = component.named(family);
        int[] table = new int[named.length];
        for (int bits = 0; bits < table.length; bits++) {
          int point = named[bits];
          table[bits] = bits ^ (point < 0 ? bits : bits + to[point] - point);
        }
        family.cells().stream()
            .filter(slot -> slot.word() == word)
            .forEach(slot -> result.add(new Name(slot.shift(), slot.mask(), table)));
      }
    }
    return result.toArray(new Name[0]);
  }

  private Names[] sets(Component component, int word) {
    List<Names> result = new ArrayList<>();
    for (Family family : component.naming()) {
      if (family.set()) {
        int[] named = component.named(family);
        family.cells().stream()
            .filter(slot -> slot.word() == word)
            .forEach(slot -> result.add(new Names(slot.shift(), slot.mask(), named)));
      }
    }
    return result.toArray(new Names[0]);
  }

  /** The i-th of the words, renamed. */
  long word(int i, long[] states, int at) {
    long result = states[at + words[i]] & kept[i];
    for (Move move : moves[i]) {
      result |= Long.rotateLeft(states[at + move.source], move.rotation) & move.mask;
    }
    for (Name cell : references[i]) {
      int bits = (int) ((result >>> cell.shift) & cell.mask);
      result ^= (long) cell.table[bits] << cell.shift;
    }
    for (Names cell : sets[i]) {
      long set = (result >>> cell.shift) & cell.mask;
      result ^= (set ^ Mover.renameSet(cell.named, to, set)) << cell.shift;
    }
    return result;
  }
}
