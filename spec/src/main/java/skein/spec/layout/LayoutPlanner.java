package skein.spec.layout;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import skein.spec.ir.Sort;
import skein.spec.ir.StateVar;
import skein.spec.ir.TransitionSystem;

/**
 * Plans the layout: exact widths, no cell across two words, everything that belongs to one instance
 * of a sort together. A sort's column may be cut into several narrower ones when that saves words
 * (five columns of 33 bits take five words, of 21 and 12 bits three).
 */
public final class LayoutPlanner {
  /** The widths of columns that fill a word: 64 / 1, 64 / 2, … */
  private static final int[] LIMITS = {64, 32, 21, 16, 12, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1};

  private final TransitionSystem system;
  private final Map<Sort, ImmutableList<ColumnCutter.Piece>> owned = new LinkedHashMap<>();
  private final Map<Sort, Integer> limits = new LinkedHashMap<>();

  private LayoutPlanner(TransitionSystem system) {
    this.system = system;
    for (Sort sort : system.sorts()) {
      ImmutableList<ColumnCutter.Piece> pieces =
          ColumnCutter.pieces(
              system.variables().stream()
                  .filter(v -> firstSort(v).equals(Optional.of(sort)))
                  .toList());
      if (sort.size() > 0 && !pieces.isEmpty()) {
        owned.put(sort, pieces);
        limits.put(sort, Long.SIZE);
      }
    }
  }

  /** The layout of a system's states; the same for the same system. */
  public static StateLayout plan(TransitionSystem system) {
    LayoutPlanner planner = new LayoutPlanner(system);
    Packing packing = planner.best();
    return new StateLayout(system, packing.words(), packing.columns());
  }

  /** Cuts the columns of one sort after the other as narrow as saves words, and no narrower. */
  private Packing best() {
    Packing best = pack();
    for (Sort sort : owned.keySet()) {
      int kept = limits.get(sort);
      for (int limit : LIMITS) {
        limits.put(sort, limit);
        Packing packing = pack();
        if (packing.words() < best.words()) {
          best = packing;
          kept = limit;
        }
      }
      limits.put(sort, kept);
    }
    return best;
  }

  private Packing pack() {
    List<Columns> blocks = new ArrayList<>();
    owned.forEach(
        (sort, pieces) -> blocks.addAll(ColumnCutter.cut(sort, pieces, limits.get(sort))));
    for (StateVar variable : system.variables()) {
      if (firstSort(variable).isEmpty()) {
        blocks.addAll(ColumnCutter.unowned(variable));
      }
    }
    blocks.sort(
        Comparator.comparingInt(LayoutPlanner::rank)
            .thenComparing(Comparator.comparingInt(LayoutPlanner::bits).reversed()));
    Packing packing = new Packing();
    blocks.forEach(packing::place);
    return packing;
  }

  /** Program counters first, since every action reads one. */
  private static int rank(Columns block) {
    boolean counter =
        block.members().stream()
            .anyMatch(member -> member.variable().role() == StateVar.Role.PROGRAM_COUNTER);
    return counter ? 0 : 1;
  }

  private static int bits(Columns block) {
    return block.count() * block.width();
  }

  private static Optional<Sort> firstSort(StateVar variable) {
    return variable.dimensions().isEmpty() ? Optional.empty() : variable.dimensions().get(0).sort();
  }
}
