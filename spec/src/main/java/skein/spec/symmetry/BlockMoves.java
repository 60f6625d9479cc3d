package skein.spec.symmetry;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import java.util.Arrays;
import skein.spec.ir.Sort;
import skein.spec.layout.Slot;

/** Moves the cells that several points index. */
final class BlockMoves {
  /**
   * A cell of a renamed word.
   *
   * @param points those that index the cell in the renamed state
   */
  private record Cell(Block block, int[] points, int shift) {}

  /**
   * Where the cells of a block lie.
   *
   * @param strides how much the number of a cell changes with each point that indexes it
   * @param origin the number of the cell of points 0, 0, …, negated
   */
  private record Block(int[] strides, int origin, int[] places, long mask) {}

  private final Cell[][] cells;

  /**
   * @param words longs a state
   */
  BlockMoves(Component component, int words) {
    ListMultimap<Integer, Cell> byWord = ArrayListMultimap.create();
    component.blocks().forEach(family -> add(component, family, byWord));
    this.cells = new Cell[words][];
    Arrays.setAll(cells, word -> byWord.get(word).toArray(new Cell[0]));
  }

  private static void add(Component component, Family family, ListMultimap<Integer, Cell> byWord) {
    int arity = family.arity();
    int[] strides = new int[arity];
    int stride = 1;
    int origin = 0;
    for (int k = arity - 1; k >= 0; k--) {
      Sort sort = family.sorts().get(k);
      strides[k] = stride;
      origin += component.first(sort) * stride;
      stride *= sort.size();
    }
    Block block = new Block(strides, origin, family.places(), family.mask());
    int[] coordinates = component.coordinates(family);
    for (int cell = 0; cell < family.cells().size(); cell++) {
      Slot slot = family.cells().get(cell);
      int[] points = Arrays.copyOfRange(coordinates, cell * arity, (cell + 1) * arity);
      byWord.put(slot.word(), new Cell(block, points, slot.shift()));
    }
  }

  /** The bits of a word that cells indexed by several points take. */
  long moved(int word) {
    long moved = 0;
    for (Cell cell : cells[word]) {
      moved |= cell.block.mask << cell.shift;
    }
    return moved;
  }

  /**
   * Those bits in the renamed state.
   *
   * @param order by point, which point becomes it
   */
  long word(int word, int[] order, long[] states, int at) {
    long moved = 0;
    for (Cell cell : cells[word]) {
      Block block = cell.block;
      int number = -block.origin;
      for (int k = 0; k < cell.points.length; k++) {
        number += order[cell.points[k]] * block.strides[k];
      }
      int from = block.places[number];
      moved |= ((states[at + (from >>> 6)] >>> from) & block.mask) << cell.shift;
    }
    return moved;
  }
}
