package skein.spec.symmetry;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import skein.spec.ir.Sort;
import skein.spec.layout.Slot;

/** Renames the points of a component in packed states, by tables. */
final class Mover {
  /** The columns of one sort, piece by piece. */
  private record Columns(int first, int size, Piece[] pieces) {}

  /**
   * Cells that two or more points index.
   *
   * @param points the points of cell after cell
   * @param strides how much a place in the block changes with each of them
   * @param origin the number of the cell of points 0, 0, …, if there were one, negated
   */
  private record Block(
      int arity, long mask, int[] places, int[] points, int[] strides, int origin) {}

  /** Cells with references to points; see {@link Component#named}. */
  private record Names(int[] places, long mask, int[] named, boolean set) {}

  private final long[] kept;
  private final Columns[] columns;
  private final Block[] blocks;
  private final Names[] names;

  /**
   * @param words longs a state
   */
  Mover(Component component, int words) {
    this.kept = new long[words];
    this.columns =
        component.sorts().stream().map(sort -> columns(component, sort)).toArray(Columns[]::new);
    this.blocks =
        component.blocks().stream().map(family -> block(component, family)).toArray(Block[]::new);
    this.names =
        component.naming().stream().map(family -> names(component, family)).toArray(Names[]::new);
    Arrays.fill(kept, -1L);
    component.columns().forEach(this::clear);
    component.blocks().forEach(this::clear);
  }

  private void clear(Family family) {
    for (Slot slot : family.cells()) {
      kept[slot.word()] &= ~(slot.mask() << slot.shift());
    }
  }

  private static Columns columns(Component component, Sort sort) {
    ImmutableList<Piece> pieces = Piece.of(sort, component.columns(sort));
    return new Columns(component.first(sort), sort.size(), pieces.toArray(new Piece[0]));
  }

  private static Block block(Component component, Family family) {
    int[] strides = new int[family.arity()];
    int stride = 1;
    int origin = 0;
    for (int k = family.arity() - 1; k >= 0; k--) {
      Sort sort = family.sorts().get(k);
      strides[k] = stride;
      origin += component.first(sort) * stride;
      stride *= sort.size();
    }
    return new Block(
        family.arity(),
        family.mask(),
        places(family),
        component.coordinates(family),
        strides,
        origin);
  }

  private static Names names(Component component, Family family) {
    return new Names(places(family), family.mask(), component.named(family), family.set());
  }

  /** Where the cells of a family lie. */
  static int[] places(Family family) {
    int[] places = new int[family.cells().size()];
    for (int cell = 0; cell < places.length; cell++) {
      places[cell] = family.place(cell);
    }
    return places;
  }

  /**
   * Renames.
   *
   * @param to what each point becomes
   * @param renamed where the renamed state goes, from 0 on
   */
  void apply(int[] to, long[] states, int at, long[] renamed) {
    for (int word = 0; word < kept.length; word++) {
      renamed[word] = states[at + word] & kept[word];
    }
    for (Columns block : columns) {
      moveColumns(block, to, states, at, renamed);
    }
    for (Block block : blocks) {
      moveBlock(block, to, states, at, renamed);
    }
    for (Names cells : names) {
      if (cells.set) {
        renameSets(cells, to, renamed);
      } else {
        rename(cells, to, renamed);
      }
    }
  }

  private static void moveColumns(Columns block, int[] to, long[] states, int at, long[] renamed) {
    for (Piece piece : block.pieces) {
      int[] places = piece.places;
      for (int i = 0; i < block.size; i++) {
        int from = places[i];
        int place = places[to[block.first + i] - block.first];
        renamed[place >>> 6] |= ((states[at + (from >>> 6)] >>> from) & piece.mask) << place;
      }
    }
  }

  private static void moveBlock(Block block, int[] to, long[] states, int at, long[] renamed) {
    int next = 0;
    for (int from : block.places) {
      int moved = -block.origin;
      for (int k = 0; k < block.arity; k++) {
        moved += to[block.points[next++]] * block.strides[k];
      }
      int place = block.places[moved];
      renamed[place >>> 6] |= ((states[at + (from >>> 6)] >>> from) & block.mask) << place;
    }
  }

  /** A reference's bits change by as much as the number of the point it refers to. */
  private static void rename(Names cells, int[] to, long[] renamed) {
    for (int place : cells.places) {
      int value = (int) ((renamed[place >>> 6] >>> place) & cells.mask);
      int point = cells.named[value];
      if (point >= 0) {
        long change = value ^ (value + to[point] - point);
        renamed[place >>> 6] ^= change << place;
      }
    }
  }

  private static void renameSets(Names cells, int[] to, long[] renamed) {
    for (int place : cells.places) {
      long value = (renamed[place >>> 6] >>> place) & cells.mask;
      renamed[place >>> 6] ^= (value ^ renameSet(cells.named, to, value)) << place;
    }
  }

  /** The bits of a set with its elements renamed. */
  static long renameSet(int[] named, int[] to, long set) {
    long renamed = 0;
    for (long rest = set; rest != 0; rest &= rest - 1) {
      int bit = Long.numberOfTrailingZeros(rest);
      int point = named[bit];
      renamed |= 1L << (point < 0 ? bit : bit + to[point] - point);
    }
    return renamed;
  }

  /** Whether two points of one sort have the same bits in all columns. */
  boolean sameColumns(int point, int other, long[] states, int at) {
    for (Columns block : columns) {
      if (point >= block.first && point < block.first + block.size) {
        for (Piece piece : block.pieces) {
          if (piece.load(point - block.first, states, at)
              != piece.load(other - block.first, states, at)) {
            return false;
          }
        }
      }
    }
    return true;
  }
}
