package skein.spec.ir;

import com.google.common.collect.ImmutableList;

/**
 * An expression over a state and the temporaries of the running step. It has no side effects and no
 * sequence points. Operands are evaluated from left to right; those of {@code AND}, {@code OR},
 * {@code IMPLIES} with short circuit (so a {@link Checked} on the right is not reached where C
 * would not reach it).
 */
public sealed interface IrExpr {

  /** The type of the value. */
  Scalar type();

  record Const(long value, Scalar type) implements IrExpr {}

  /**
   * A temporary: see {@link Program#temporaries()}, or one bound by {@link Let} or a {@link
   * Quantified}.
   */
  record Temp(int slot, Scalar type) implements IrExpr {}

  /** The index of the running process in its own sort. Only in a process' program. */
  record Self(Sort sort) implements IrExpr {
    @Override
    public Scalar type() {
      return new Scalar.Ref(sort);
    }
  }

  /**
   * The value of a cell. Indices number cells from 0 and lie within bounds ({@link Checked} sees to
   * it).
   *
   * @param old in a step invariant: of the state before the step
   */
  record Load(StateVar variable, ImmutableList<IrExpr> indices, boolean old) implements IrExpr {
    @Override
    public Scalar type() {
      return variable.type();
    }
  }

  enum UnaryOp {
    NOT,
    NEGATE,
    /** Number of elements of a set. */
    SIZE,
    /** The set of one element. The operand is a value of the element type, and not null. */
    SINGLETON
  }

  record Unary(UnaryOp op, IrExpr operand, Scalar type) implements IrExpr {}

  enum BinaryOp {
    AND,
    OR,
    IMPLIES,
    EQUAL,
    NOT_EQUAL,
    LESS,
    LESS_EQUAL,
    ADD,
    SUBTRACT,
    MULTIPLY,
    /** As C: rounds towards zero; the divisor is not 0. */
    DIVIDE,
    REMAINDER,
    MIN,
    MAX,
    /** Left: element (null, or an int outside the set's element type, is in no set); right: set. */
    IN,
    SUBSET,
    UNION,
    INTER,
    MINUS
  }

  record Binary(BinaryOp op, IrExpr left, IrExpr right, Scalar type) implements IrExpr {}

  record Conditional(IrExpr condition, IrExpr then, IrExpr otherwise, Scalar type)
      implements IrExpr {}

  /** Evaluates {@code value} into a slot, then {@code body}. */
  record Let(int slot, IrExpr value, IrExpr body) implements IrExpr {
    @Override
    public Scalar type() {
      return body.type();
    }
  }

  enum Quantifier {
    FORALL,
    EXISTS,
    COUNT,
    /** The set of the values for which the body holds; its element type is that of the slot. */
    COLLECT
  }

  /**
   * Runs slot over the values {@code lo..hi} (references and enums: ordinals), in ascending order;
   * FORALL and EXISTS stop as soon as the result is known.
   */
  record Quantified(
      Quantifier quantifier, int slot, Scalar element, long lo, long hi, IrExpr body, Scalar type)
      implements IrExpr {}

  /** What {@link Checked} demands of a value. */
  enum Check {
    /** A reference is not null. */
    NOT_NULL,
    /**
     * A reference, which is not null, points to an allocated object, after the step if it has
     * ended.
     */
    ALIVE,
    /** {@code lo <= value <= hi}. */
    WITHIN,
    /** The value is not 0. */
    NOT_ZERO
  }

  /** The operand's value, if it passes; otherwise the step fails with {@code fault}. */
  record Checked(IrExpr operand, Check check, long lo, long hi, Fault fault) implements IrExpr {
    @Override
    public Scalar type() {
      return operand.type();
    }
  }

  /** A process reference as a {@code Task}: adds the sort's base, keeps null. */
  record AsTask(IrExpr operand, Sort task) implements IrExpr {
    @Override
    public Scalar type() {
      return new Scalar.Ref(task);
    }
  }

  /**
   * The set of the instances of a heap sort to which any cell of the state refers, allocated or
   * not: by a reference, as an element of a set, or as the index of a map whose cell is not {@link
   * Scalar#zero()}; see {@link StateVar#keys}. The cells of freed objects count too.
   */
  record Referenced(Sort sort) implements IrExpr {
    @Override
    public Scalar type() {
      return new Scalar.SetOf(new Scalar.Ref(sort));
    }
  }

  /**
   * The set of the allocated instances of a heap sort that can be reached from a global variable, a
   * field of an object that is always there, or a local, directly or through fields of other
   * reached allocated heap objects (of any sort). What a cell refers to is as for {@link
   * Referenced}.
   */
  record Reachable(Sort sort) implements IrExpr {
    @Override
    public Scalar type() {
      return new Scalar.SetOf(new Scalar.Ref(sort));
    }
  }
}
