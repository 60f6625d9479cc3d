package skein.spec.codegen;

import static org.objectweb.asm.Opcodes.CALOAD;
import static org.objectweb.asm.Opcodes.IADD;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.IMUL;
import static org.objectweb.asm.Opcodes.ISTORE;
import static org.objectweb.asm.Opcodes.L2I;
import static org.objectweb.asm.Opcodes.LADD;
import static org.objectweb.asm.Opcodes.LAND;
import static org.objectweb.asm.Opcodes.LLOAD;
import static org.objectweb.asm.Opcodes.LOR;
import static org.objectweb.asm.Opcodes.LSHL;
import static org.objectweb.asm.Opcodes.LSTORE;
import static org.objectweb.asm.Opcodes.LSUB;
import static org.objectweb.asm.Opcodes.LUSHR;
import static org.objectweb.asm.Opcodes.LXOR;
import static org.objectweb.asm.Opcodes.POP2;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import skein.spec.ir.IrExpr;
import skein.spec.ir.StateVar;
import skein.spec.layout.Slot;

/** Emits loads and stores of cells: shifts and masks on the state's words. */
final class CellEmitter {
  private final Target target;
  private final Frame frame;
  private final Code code;
  private final Consumer<IrExpr> value;

  /**
   * @param value pushes an expression's value
   */
  CellEmitter(Target target, Frame frame, Consumer<IrExpr> value) {
    this.target = target;
    this.frame = frame;
    this.code = frame.code();
    this.value = value;
  }

  /** Pushes a cell's value. */
  void load(IrExpr.Load load) {
    Address address = Address.of(target.layout(), load.variable(), load.indices());
    if (address.slot().width() == 0) {
      evaluateAndDrop(load.indices());
    }
    load(load.old() ? frame.old() : frame.now(), address, d -> value.accept(load.indices().get(d)));
  }

  /** Pushes the value of a variable with one dimension, whose index is in a long local. */
  void loadOf(StateVar variable, int index) {
    IrExpr unknown = new IrExpr.Temp(index, variable.type());
    load(
        frame.now(),
        Address.of(target.layout(), variable, List.of(unknown)),
        d -> code.local(LLOAD, index));
  }

  private void load(Words words, Address address, IntConsumer pushIndex) {
    Slot slot = address.slot();
    if (slot.width() == 0) {
      code.push(slot.zero());
      return;
    }
    if (address.isFixed()) {
      words.load(code, slot.word());
      if (slot.shift() > 0) {
        code.push(slot.shift()).op(LUSHR);
      }
      if (slot.shift() + slot.width() < Long.SIZE) {
        code.push(slot.mask()).op(LAND);
      }
    } else {
      int position = position(address, pushIndex);
      words.loadAt(code, position, address.words());
      code.local(ILOAD, position).op(LUSHR);
      if (slot.width() < Long.SIZE) {
        code.push(slot.mask()).op(LAND);
      }
    }
    if (slot.zero() != 0) {
      code.push(slot.zero()).op(LADD);
    }
  }

  private void evaluateAndDrop(List<IrExpr> exprs) {
    for (IrExpr expr : exprs) {
      if (!Shape.isTotal(expr)) {
        value.accept(expr);
        code.op(POP2);
      }
    }
  }

  /**
   * Computes a position into an int local.
   *
   * @param pushIndex pushes the index of a dimension
   */
  private int position(Address address, IntConsumer pushIndex) {
    if (!address.table().isEmpty()) {
      target.tables().push(code, address.table());
    }
    for (int k = 0; k < address.unknown().size(); k++) {
      pushIndex.accept(address.unknown().get(k));
      code.op(L2I);
      if (address.factors().get(k) != 1) {
        code.push(address.factors().get(k)).op(IMUL);
      }
      if (k > 0) {
        code.op(IADD);
      }
    }
    if (!address.table().isEmpty()) {
      code.op(CALOAD);
    } else if (address.base() != 0) {
      code.push(address.base()).op(IADD);
    }
    int position = frame.locals().takeInt();
    code.local(ISTORE, position);
    return position;
  }

  /** Evaluates indices and value, in this order, and stores. */
  void store(StateVar variable, List<IrExpr> indices, IrExpr stored) {
    Address address = Address.of(target.layout(), variable, indices);
    if (address.slot().width() == 0) {
      evaluateAndDrop(indices);
      evaluateAndDrop(List.of(stored));
    } else if (!address.isFixed()) {
      storeAt(address, position(address, d -> value.accept(indices.get(d))), stored);
    } else if (stored instanceof IrExpr.Const known) {
      storeConstant(address.slot(), known.value());
    } else {
      storeFixed(address.slot(), stored);
    }
  }

  private void storeConstant(Slot slot, long stored) {
    long place = slot.mask() << slot.shift();
    long bits = ((stored - slot.zero()) << slot.shift()) & place;
    Words words = frame.now();
    words.beginStore(code, slot.word());
    if (slot.width() < Long.SIZE) {
      words.load(code, slot.word());
      if (bits != place) {
        code.push(~place).op(LAND);
      }
      if (bits != 0) {
        code.push(bits).op(LOR);
      }
    } else {
      code.push(bits);
    }
    words.store(code, slot.word());
  }

  private void storeFixed(Slot slot, IrExpr stored) {
    raw(slot, stored);
    if (slot.shift() > 0) {
      code.push(slot.shift()).op(LSHL);
    }
    int bits = frame.locals().takeLong();
    code.local(LSTORE, bits);
    Words words = frame.now();
    words.beginStore(code, slot.word());
    if (slot.width() < Long.SIZE) {
      words.load(code, slot.word());
      code.push(~(slot.mask() << slot.shift())).op(LAND).local(LLOAD, bits).op(LOR);
    } else {
      code.local(LLOAD, bits);
    }
    words.store(code, slot.word());
  }

  private void storeAt(Address address, int position, IrExpr stored) {
    Slot slot = address.slot();
    int keep = frame.locals().takeLong();
    int set = frame.locals().takeLong();
    raw(slot, stored);
    code.local(ILOAD, position).op(LSHL).local(LSTORE, set);
    code.push(slot.mask()).local(ILOAD, position).op(LSHL).push(-1L).op(LXOR).local(LSTORE, keep);
    frame.now().replaceAt(code, position, address.words(), keep, set);
  }

  /** Pushes the bits that stand for a value, which fits its type. */
  private void raw(Slot slot, IrExpr stored) {
    value.accept(stored);
    if (slot.zero() != 0) {
      code.push(slot.zero()).op(LSUB);
    }
  }
}
