package skein.spec.symmetry;

import static org.objectweb.asm.Opcodes.IADD;
import static org.objectweb.asm.Opcodes.L2I;
import static org.objectweb.asm.Opcodes.LADD;
import static org.objectweb.asm.Opcodes.LALOAD;
import static org.objectweb.asm.Opcodes.LSHL;
import static org.objectweb.asm.Opcodes.LXOR;
import static org.objectweb.asm.Opcodes.RETURN;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import skein.spec.layout.Slot;
import skein.spec.symmetry.OrderPlan.SortPlan;
import skein.spec.symmetry.Tallies.Space;

/** Writes methods that bring the points of one sort in order, and rename references to them. */
final class MoveEmitter {
  /** A cell with references. */
  private record Cell(Slot slot, boolean set) {}

  private final OrderPlan plan;
  private final OrderCompiler methods;

  MoveEmitter(OrderPlan plan, OrderCompiler methods) {
    this.plan = plan;
    this.methods = methods;
  }

  /** A method that moves a sort's columns and notes which bits of values that changes. */
  void columns(SortPlan sort) {
    Bytecode code = methods.begin("move");
    int[] from = new int[sort.size()];
    for (int i = 0; i < from.length; i++) {
      from[i] = code.local();
      code.slot(sort.order()).right(4 * i).and(15).store(from[i]);
    }
    for (Space space : plan.tallies().spaces()) {
      int value = space.value(sort.first());
      if (value > 0) {
        noteRenaming(code, plan.maps() + space.number(), value, from);
      }
    }
    for (int k = 0; k < sort.pieces().size(); k++) {
      movePiece(code, sort, k, from);
    }
    code.finish(RETURN);
  }

  private static void noteRenaming(Bytecode code, int slot, int first, int[] from) {
    code.slotPlace(slot).slot(slot);
    for (int i = 0; i < from.length; i++) {
      int value = code.local();
      code.load(from[i]).push((long) first).op(LADD).store(value);
      code.load(value).push((long) first + i).op(LXOR).load(value).left(2).op(L2I, LSHL, LXOR);
    }
    code.set();
  }

  private static void movePiece(Bytecode code, SortPlan sort, int k, int[] from) {
    Piece piece = sort.pieces().get(k);
    Map<Integer, List<Integer>> byWord = new TreeMap<>();
    for (int i = 0; i < from.length; i++) {
      byWord.computeIfAbsent(piece.places[i] / Long.SIZE, w -> new ArrayList<>()).add(i);
    }
    byWord.forEach(
        (word, points) -> {
          long moved = points.stream().mapToLong(i -> piece.mask << piece.places[i]).sum();
          code.wordPlace(word).word(word).and(~moved);
          for (int i : points) {
            code.slotPlace(sort.raw(k)).load(from[i]).op(L2I, IADD, LALOAD);
            code.left(piece.places[i] % Long.SIZE).or();
          }
          code.set();
        });
  }

  /** Methods that rename the values of a space as noted. */
  void references(Space space) {
    Map<Integer, List<Cell>> byWord = new TreeMap<>();
    for (Family family : plan.component().naming()) {
      if (plan.tallies().space(family).equals(space)) {
        for (Slot slot : family.cells()) {
          Cell cell = new Cell(slot, family.set());
          byWord.computeIfAbsent(slot.word(), w -> new ArrayList<>()).add(cell);
        }
      }
    }
    Bytecode code = methods.begin("rename");
    for (Map.Entry<Integer, List<Cell>> word : byWord.entrySet()) {
      if (code.size() > OrderCompiler.LONG) {
        code.finish(RETURN);
        code = methods.begin("rename");
      }
      renameWord(code, word.getKey(), word.getValue(), plan.maps() + space.number());
    }
    code.finish(RETURN);
  }

  private static void renameWord(Bytecode code, int word, List<Cell> cells, int slot) {
    int map = code.local();
    int bits = code.local();
    code.slot(slot).store(map).word(word).store(bits);
    code.wordPlace(word).load(bits);
    for (Cell cell : cells) {
      int shift = cell.slot.shift();
      code.load(bits).right(shift).and(cell.slot.mask());
      if (cell.set) {
        code.load(map).invoke(OrderCode.NAME, "changes", "(JJ)J");
      } else {
        code.fromFours(map);
      }
      code.left(shift).op(LXOR);
    }
    code.set();
  }
}
