package skein.spec.symmetry;

import static org.objectweb.asm.Opcodes.LADD;
import static org.objectweb.asm.Opcodes.LAND;
import static org.objectweb.asm.Opcodes.LNEG;
import static org.objectweb.asm.Opcodes.LOR;
import static org.objectweb.asm.Opcodes.LRETURN;
import static org.objectweb.asm.Opcodes.LSHR;
import static org.objectweb.asm.Opcodes.LSUB;
import static org.objectweb.asm.Opcodes.LXOR;

import skein.spec.symmetry.OrderPlan.SortPlan;

/**
 * Writes a method that orders the points of one sort by keys. The lowest four bits of a key hold
 * the number of its point, so that the keys in order are the order, and points of equal keys keep
 * theirs.
 */
final class SortEmitter {
  static final int NUMBER_BITS = 4;

  /** Writes a key of 63 bits, with the lowest four clear, for the i-th point. */
  interface Keys {
    void push(int i);
  }

  private final OrderPlan plan;
  private final SortPlan sort;
  private final Bytecode code;
  private final int[] keys;

  SortEmitter(OrderPlan plan, SortPlan sort, Bytecode code) {
    this.plan = plan;
    this.sort = sort;
    this.code = code;
    this.keys = new int[sort.size()];
  }

  /**
   * The method returns negative if some points of equal keys are not known to be twins; else 0 if
   * the order changes nothing.
   */
  void emit(Keys writer) {
    for (int i = 0; i < keys.length; i++) {
      keys[i] = code.local();
      writer.push(i);
      code.push((long) i).or().store(keys[i]);
    }
    for (SortingNetwork.Comparator comparator : SortingNetwork.of(keys.length)) {
      exchange(keys[comparator.low()], keys[comparator.high()]);
    }
    code.slotPlace(sort.order()).push(0L);
    for (int i = 0; i < keys.length; i++) {
      code.load(keys[i]).and(15).left(4 * i).or();
    }
    code.set();
    compareNeighbours();
    code.left(Long.SIZE - 1).slot(sort.order()).push(sort.inOrder()).op(LXOR, LOR);
    code.finish(LRETURN);
  }

  /** Without a branch: which key is greater cannot be predicted. */
  private void exchange(int low, int high) {
    int less = code.local();
    code.load(high).load(low).op(LSUB).store(less);
    code.load(less).load(less).push(Long.SIZE - 1).op(LSHR, LAND).store(less);
    code.load(low).load(less).op(LADD).store(low);
    code.load(high).load(less).op(LSUB).store(high);
  }

  /** Stores the ties and pushes 1 if some are open. */
  private void compareNeighbours() {
    int ties = code.local();
    code.push(0L).store(ties);
    int open = code.local();
    code.push(0L).store(open);
    for (int i = 1; i < keys.length; i++) {
      int tie = code.local();
      code.load(keys[i - 1]).load(keys[i]).op(LXOR).push(1L << NUMBER_BITS).op(LSUB);
      code.right(Long.SIZE - 1).store(tie);
      code.load(ties).load(tie).left(i - 1).or().store(ties);
      if (plan.component().interacting() || !plan.exactKeys(sort)) {
        int difference = code.local();
        pushDifference(keys[i - 1], keys[i]);
        code.store(difference);
        code.load(difference).load(difference).op(LNEG, LOR).right(Long.SIZE - 1);
        code.load(tie).op(LAND).load(open).or().store(open);
      }
    }
    code.slotPlace(sort.ties()).load(ties).set();
    code.load(open);
  }

  /**
   * 0 only if two points are twins: all their cells are the same, they are in the same sets, and no
   * other reference names them.
   */
  private void pushDifference(int one, int other) {
    code.push(0L);
    for (int k = 0; k < sort.pieces().size(); k++) {
      code.slotBy(sort.raw(k), one).slotBy(sort.raw(k), other).op(LXOR, LOR);
    }
    for (int k = 0; k < sort.words().size(); k++) {
      code.slotBy(sort.count(k), one).slotBy(sort.count(k), other).op(LXOR, LOR);
      long counted = plan.tallies().words().get(sort.words().get(k)).counted();
      if (counted != 0) {
        code.slotBy(sort.count(k), one).and(counted).or();
      }
    }
  }
}
