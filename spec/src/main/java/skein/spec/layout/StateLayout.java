package skein.spec.layout;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import skein.spec.ir.StateVar;
import skein.spec.ir.TransitionSystem;

/**
 * Which bits of which word hold what. Cells are numbered over the whole state: the variables in the
 * order of their ids, the cells of each row-major. The packed state in which every cell is {@link
 * skein.spec.ir.Scalar#zero()} is all zeros.
 */
public final class StateLayout {
  private final ImmutableList<StateVar> variables;
  private final int words;
  private final ImmutableList<Columns> columns;
  private final int[] firstCells;
  private final Slot[] slots;

  StateLayout(TransitionSystem system, int words, ImmutableList<Columns> columns) {
    this.variables = system.variables();
    this.words = words;
    this.columns = columns;
    this.firstCells = new int[variables.size() + 1];
    for (StateVar variable : variables) {
      firstCells[variable.id() + 1] = firstCells[variable.id()] + variable.cells();
    }
    this.slots = new Slot[firstCells[variables.size()]];
    columns.forEach(this::place);
    placeConstants();
  }

  private void place(Columns block) {
    for (Columns.Member member : block.members()) {
      StateVar variable = member.variable();
      for (int i = 0; i < block.count(); i++) {
        int cell = Columns.cell(variable, block.count(), i, member.inner());
        slots[firstCell(variable) + cell] =
            new Slot(
                block.word(i),
                block.shift(i) + member.offset(),
                Slot.width(variable.type()),
                variable.type().zero());
      }
    }
  }

  /** Cells of a type of one value take no bits. */
  private void placeConstants() {
    for (StateVar variable : variables) {
      if (Slot.width(variable.type()) == 0) {
        for (int cell = 0; cell < variable.cells(); cell++) {
          slots[firstCell(variable) + cell] = new Slot(0, 0, 0, variable.type().zero());
        }
      }
    }
  }

  /** Longs a state, at least 1. */
  public int words() {
    return words;
  }

  /** Bits in use; the others are always zero. */
  public int bits() {
    int bits = 0;
    for (Slot slot : slots) {
      bits += slot.width();
    }
    return bits;
  }

  /** Number of cells of the state. */
  public int cells() {
    return slots.length;
  }

  /** The number of a variable's first cell. */
  public int firstCell(StateVar variable) {
    return firstCells[variable.id()];
  }

  /** Where a cell lies, by its number in the variable. */
  public Slot slot(StateVar variable, int cell) {
    return slots[firstCell(variable) + cell];
  }

  /** Where a cell lies, by its number in the state. */
  public Slot slot(int cell) {
    return slots[cell];
  }

  /** The blocks of ranges that hold all cells of more than 0 bits. */
  public ImmutableList<Columns> columns() {
    return columns;
  }

  /** Packs the values of all cells, which must fit their types. */
  public void encode(long[] cells, long[] states, int at) {
    for (int word = 0; word < words; word++) {
      states[at + word] = 0;
    }
    for (int cell = 0; cell < slots.length; cell++) {
      Slot slot = slots[cell];
      states[at + slot.word()] |= ((cells[cell] - slot.zero()) & slot.mask()) << slot.shift();
    }
  }

  /** Unpacks the values of all cells. */
  public void decode(long[] states, int at, long[] cells) {
    for (int cell = 0; cell < slots.length; cell++) {
      cells[cell] = slots[cell].load(states, at);
    }
  }

  /**
   * The layout for people: a line for each cell of at least one bit, by word and bit.
   *
   * @param names the names of the cells, by number
   */
  public ImmutableList<String> listing(IntFunction<String> names) {
    return IntStream.range(0, slots.length)
        .boxed()
        .filter(cell -> slots[cell].width() > 0)
        .sorted(
            Comparator.comparingInt((Integer cell) -> slots[cell].word())
                .thenComparingInt(cell -> slots[cell].shift()))
        .map(cell -> describe(slots[cell], names.apply(cell)))
        .collect(ImmutableList.toImmutableList());
  }

  private static String describe(Slot slot, String name) {
    int last = slot.shift() + slot.width() - 1;
    return "word %d  bits %2d-%2d  %s".formatted(slot.word(), slot.shift(), last, name);
  }
}
