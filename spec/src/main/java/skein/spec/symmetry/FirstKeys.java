package skein.spec.symmetry;

import static org.objectweb.asm.Opcodes.I2L;
import static org.objectweb.asm.Opcodes.LADD;
import static org.objectweb.asm.Opcodes.LMUL;

import skein.spec.symmetry.OrderPlan.SortPlan;

/**
 * Writes the keys that points are ordered by at first: their columns, with the highest bit of each
 * reference set if it is not null and the others clear, and the lanes that count what names them.
 * If that does not fit into a key, it is a hash of it.
 */
final class FirstKeys implements SortEmitter.Keys {
  private final OrderPlan plan;
  private final SortPlan sort;
  private final Bytecode code;
  private final boolean exact;
  private final int[] tallies;

  FirstKeys(OrderPlan plan, SortPlan sort, Bytecode code) {
    this.plan = plan;
    this.sort = sort;
    this.code = code;
    this.exact = plan.exactKeys(sort);
    this.tallies = sort.words().stream().mapToInt(this::tally).toArray();
  }

  private int tally(int word) {
    int local = code.local();
    code.slot(word).store(local);
    return local;
  }

  @Override
  public void push(int i) {
    int at = SortEmitter.NUMBER_BITS;
    code.push(0L);
    for (int k = 0; k < sort.pieces().size(); k++) {
      piece(k, i);
      add(k, at);
      at += sort.pieces().get(k).span();
    }
    for (int k = 0; k < tallies.length; k++) {
      Tallies.Word word = plan.tallies().words().get(sort.words().get(k));
      lane(k, i, word);
      add(sort.pieces().size() + k, at);
      at += word.keyBits();
    }
    if (!exact) {
      code.mix();
      code.right(1).and(-1L << SortEmitter.NUMBER_BITS);
    }
  }

  private void piece(int k, int i) {
    Piece piece = sort.pieces().get(k);
    long high = 0;
    long low = 0;
    for (Family family : sort.naming(k)) {
      long top = Long.highestOneBit(family.mask());
      int distance = family.place(0) - piece.places[0];
      high |= top << distance;
      low |= (family.mask() ^ top) << distance;
    }
    code.slot(sort.raw(k) + i);
    if (high != 0) {
      int raw = code.local();
      code.store(raw);
      code.load(raw).and(low).push(low).op(LADD).load(raw).or().and(high);
      code.load(raw).and(piece.mask & ~(high | low)).or();
    }
  }

  private void lane(int k, int i, Tallies.Word word) {
    int lane = code.local();
    int shift = plan.tallies().laneShift(sort.words().get(k), sort.first() + i);
    code.load(tallies[k]).right(shift).and((1L << word.used()) - 1).store(lane);
    code.slotPlace(sort.count(k) + i).load(lane).set();
    code.load(lane);
    if (word.members()) {
      code.invoke("java/lang/Long", "bitCount", "(J)I").op(I2L);
    }
  }

  private void add(int part, int shift) {
    if (exact) {
      code.left(shift).or();
    } else {
      code.push(Hash.seed(part) | 1).op(LMUL, LADD);
    }
  }
}
