package skein.spec.symmetry;

import static org.objectweb.asm.Opcodes.I2L;
import static org.objectweb.asm.Opcodes.IADD;
import static org.objectweb.asm.Opcodes.L2I;
import static org.objectweb.asm.Opcodes.LADD;
import static org.objectweb.asm.Opcodes.LAND;
import static org.objectweb.asm.Opcodes.LMUL;
import static org.objectweb.asm.Opcodes.LNEG;
import static org.objectweb.asm.Opcodes.LOR;
import static org.objectweb.asm.Opcodes.LSHL;
import static org.objectweb.asm.Opcodes.LXOR;
import static org.objectweb.asm.Opcodes.RETURN;

import skein.spec.symmetry.OrderPlan.SortPlan;
import skein.spec.symmetry.Tallies.Space;

/** Writes methods that find the classes of points of equal keys, and what each class has to say. */
final class RefineEmitter {
  private final OrderPlan plan;
  private final OrderCompiler methods;

  RefineEmitter(OrderPlan plan, OrderCompiler methods) {
    this.plan = plan;
    this.methods = methods;
  }

  /**
   * The class of a point is the place of the first of it in order. The method notes the classes by
   * number of the point, and by the values that name it.
   */
  void classes(SortPlan sort) {
    Bytecode code = methods.begin("classes");
    int order = code.local();
    int ties = code.local();
    int present = code.local();
    int classes = code.local();
    code.slot(sort.order()).store(order).slot(sort.ties()).store(ties);
    code.push(0L).store(present).push(0L).store(classes);
    for (int i = 0; i < sort.size(); i++) {
      if (i > 0) {
        code.load(present).push((long) i).op(LXOR).load(ties).right(i - 1).and(1).op(LNEG, LAND);
        code.push((long) i).op(LXOR).store(present);
      }
      code.load(classes).load(present).load(order).right(4 * i).and(15).left(2).op(L2I);
      code.op(LSHL, LOR).store(classes);
    }
    code.slotPlace(sort.classes()).load(classes).set();
    for (Space space : plan.tallies().spaces()) {
      int value = space.value(sort.first());
      if (value > 0) {
        int map = plan.maps() + space.number();
        code.slotPlace(map).slot(map).load(classes).push(everywhere(value, sort.size()));
        code.op(LADD).left(4 * value).or().set();
      }
    }
    code.finish(RETURN);
  }

  /** A number in each of the lowest so many places of four bits. */
  private static long everywhere(long number, int places) {
    long all = 0;
    for (int i = 0; i < places; i++) {
      all |= number << (4 * i);
    }
    return all;
  }

  /** The values of a space that name no point stand for themselves. */
  static long fixed(Space space) {
    long fixed = 0;
    for (int value = 1; value < space.points().size(); value++) {
      fixed |= space.points().get(value) < 0 ? (long) value << (4 * value) : 0;
    }
    return fixed;
  }

  /** Methods that tell each value that the columns of a sort have which classes name it. */
  void tell(SortPlan sort) {
    Bytecode code = methods.begin("tell");
    for (int i = 0; i < sort.size(); i++) {
      int hash = -1;
      for (int k = 0; k < sort.pieces().size(); k++) {
        for (Family family : sort.naming(k)) {
          if (code.size() > OrderCompiler.LONG) {
            code.finish(RETURN);
            code = methods.begin("tell");
            hash = -1;
          }
          if (hash < 0) {
            hash = code.local();
            code.slot(sort.classes()).right(4 * i).and(15).push(Hash.seed(-2 - sort.first()));
            code.op(LADD).mix().store(hash);
          }
          tell(code, sort, k, i, family, hash);
        }
      }
    }
    code.finish(RETURN);
  }

  private void tell(Bytecode code, SortPlan sort, int k, int i, Family family, int hash) {
    int distance = family.place(0) - sort.pieces().get(k).places[0];
    int named = plan.named(plan.tallies().space(family));
    int news = code.local();
    code.load(hash).push(Hash.seed(family.id()) | 1).op(LMUL).store(news);
    if (family.set()) {
      code.buffer().push(named).slot(sort.raw(k) + i).right(distance).and(family.mask());
      code.load(news).invoke(OrderCode.NAME, "tell", "([JIJJ)V");
      return;
    }
    int value = code.local();
    code.slot(sort.raw(k) + i).right(distance).and(family.mask());
    code.op(L2I).push(named).op(IADD, I2L).store(value);
    code.buffer().load(value).op(L2I).buffer().load(value).op(L2I);
    code.get().load(news).op(LADD).set();
  }
}
