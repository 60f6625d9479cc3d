package skein.spec.symmetry;

import static org.objectweb.asm.Opcodes.IMUL;
import static org.objectweb.asm.Opcodes.L2I;
import static org.objectweb.asm.Opcodes.LADD;
import static org.objectweb.asm.Opcodes.LSHL;
import static org.objectweb.asm.Opcodes.RETURN;

import java.util.HashMap;
import java.util.Map;
import skein.spec.layout.Slot;
import skein.spec.symmetry.OrderPlan.SortPlan;

/** Writes methods that read a state: the points' bits, and which references name them. */
final class ReadEmitter {
  private final OrderPlan plan;
  private final OrderCompiler methods;

  private Bytecode code;
  private final Map<Integer, Integer> words = new HashMap<>();
  private final Map<Integer, Integer> tallies = new HashMap<>();

  ReadEmitter(OrderPlan plan, OrderCompiler methods) {
    this.plan = plan;
    this.methods = methods;
    this.code = methods.begin("read");
  }

  void emit() {
    for (int word = 0; word < plan.tallies().words().size(); word++) {
      code.slotPlace(word).push(0L).set();
    }
    for (SortPlan sort : plan.sorts()) {
      for (int k = 0; k < sort.pieces().size(); k++) {
        for (int i = 0; i < sort.size(); i++) {
          readRaw(sort.pieces().get(k), i, sort.raw(k) + i);
        }
      }
    }
    for (Family family : plan.component().naming()) {
      Tallies.Field field = plan.tallies().fields().get(family);
      for (int i = 0; i < family.cells().size(); i++) {
        note(family, family.cells().get(i), field.word(), field.shift() + i * field.step());
      }
    }
    end();
  }

  private void readRaw(Piece piece, int i, int slot) {
    makeRoom();
    int place = piece.places[i];
    int word = word(place / Long.SIZE);
    code.slotPlace(slot).load(word).right(place % Long.SIZE).and(piece.mask).set();
  }

  private void note(Family family, Slot cell, int tallyWord, int shift) {
    makeRoom();
    Tallies.Space space = plan.tallies().space(family);
    int word = word(cell.word());
    int tally = tally(tallyWord);
    if (!family.set()) {
      code.load(tally).push(1L << shift);
      code.load(word).right(cell.shift()).and(cell.mask()).op(L2I).push(space.lane()).op(IMUL);
      code.op(LSHL, LADD).store(tally);
      return;
    }
    for (int value = 1; value < space.points().size(); value++) {
      if (space.points().get(value) >= 0) {
        code.load(tally).load(word).right(cell.shift() + value - 1).and(1);
        code.left(value * space.lane() + shift).op(LADD).store(tally);
      }
    }
  }

  private int word(int word) {
    return words.computeIfAbsent(
        word,
        w -> {
          int local = code.local();
          code.word(w).store(local);
          return local;
        });
  }

  private int tally(int word) {
    return tallies.computeIfAbsent(
        word,
        w -> {
          int local = code.local();
          code.slot(w).store(local);
          return local;
        });
  }

  private void makeRoom() {
    if (code.size() > OrderCompiler.LONG) {
      end();
      code = methods.begin("read");
    }
  }

  private void end() {
    tallies.forEach((word, local) -> code.slotPlace(word).load(local).set());
    tallies.clear();
    words.clear();
    code.finish(RETURN);
  }
}
