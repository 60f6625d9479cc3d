package skein.spec.symmetry;

import static org.objectweb.asm.Opcodes.LADD;
import static org.objectweb.asm.Opcodes.LMUL;

import skein.spec.symmetry.OrderPlan.SortPlan;
import skein.spec.symmetry.Tallies.Space;

/**
 * Writes the keys that points are ordered by when others left ties: the class, and below it a hash
 * of the columns, with the class of what each reference names in its place, and of the classes of
 * those that have references to the point.
 */
final class RefinedKeys implements SortEmitter.Keys {
  private static final int CLASS_SHIFT = Long.SIZE - 1 - 4;

  private final OrderPlan plan;
  private final SortPlan sort;
  private final Bytecode code;
  private final int[] maps;
  private final int classes;

  RefinedKeys(OrderPlan plan, SortPlan sort, Bytecode code) {
    this.plan = plan;
    this.sort = sort;
    this.code = code;
    this.maps = plan.tallies().spaces().stream().mapToInt(this::map).toArray();
    this.classes = code.local();
    code.slot(sort.classes()).store(classes);
  }

  private int map(Space space) {
    int local = code.local();
    code.slot(plan.maps() + space.number()).store(local);
    return local;
  }

  @Override
  public void push(int i) {
    code.push(0L);
    for (int k = 0; k < sort.pieces().size(); k++) {
      piece(k, i);
      code.push(Hash.seed(k) | 1).op(LMUL, LADD);
    }
    for (Space space : plan.tallies().spaces()) {
      int value = space.value(sort.first() + i);
      if (value > 0) {
        code.slot(plan.named(space) + value).op(LADD);
      }
    }
    code.mix();
    code.right(Long.SIZE - CLASS_SHIFT).and(-1L << SortEmitter.NUMBER_BITS);
    code.load(classes).right(4 * i).and(15).left(CLASS_SHIFT).or();
  }

  private void piece(int k, int i) {
    Piece piece = sort.pieces().get(k);
    long kept = piece.mask;
    int raw = code.local();
    code.slot(sort.raw(k) + i).store(raw);
    code.push(0L);
    for (Family family : sort.naming(k)) {
      int distance = family.place(0) - piece.places[0];
      kept &= ~(family.mask() << distance);
      int map = maps[plan.tallies().space(family).number()];
      code.load(raw).right(distance).and(family.mask());
      if (family.set()) {
        code.load(map).invoke(OrderCode.NAME, "classes", "(JJ)J");
        code.push(Hash.seed(family.id()) | 1).op(LMUL, LADD);
      } else {
        code.fromFours(map).left(distance).op(LADD);
      }
    }
    code.load(raw).and(kept).op(LADD);
  }
}
