package skein.spec.lowering;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import skein.spec.ir.Scalar;

/** The operations of one program while they are written down, in order. */
final class Flow implements Slots {
  private final List<Op> ops = new ArrayList<>();
  private final List<Scalar> slots = new ArrayList<>();
  private final List<Register> registers = new ArrayList<>();
  private final BitSet changing = new BitSet();

  void add(Op op) {
    ops.add(op);
  }

  void place(Label label) {
    label.place(ops.size());
  }

  /**
   * @param type null if it is not known yet: see {@link Register#widen}
   */
  Register register(String name, String function, Scalar type) {
    Register register = new Register(slot(type), name, function, type);
    registers.add(register);
    return register;
  }

  /** Notes that the source gives a register other values after its first. */
  void markChanging(Register register) {
    changing.set(register.slot());
  }

  /** Whether a temporary keeps its value once it has one, as long as its name is in scope. */
  boolean isSettled(int slot) {
    return !changing.get(slot);
  }

  @Override
  public int slot(Scalar type) {
    slots.add(type);
    return slots.size() - 1;
  }

  ImmutableList<Op> ops() {
    return ImmutableList.copyOf(ops);
  }

  ImmutableList<Register> registers() {
    return ImmutableList.copyOf(registers);
  }

  /** Types of the temporaries by slot, those of registers included. */
  ImmutableList<Scalar> slots() {
    registers.forEach(register -> slots.set(register.slot(), register.type()));
    return ImmutableList.copyOf(slots);
  }
}
