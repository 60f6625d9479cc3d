package skein.spec.lowering;

import com.google.common.collect.ImmutableList;
import skein.spec.ir.IrExpr;
import skein.spec.ir.IrExpr.BinaryOp;
import skein.spec.ir.IrExpr.UnaryOp;
import skein.spec.ir.Scalar;

/**
 * Makes IR expressions with constants folded and with the tightest range that interval arithmetic
 * gives.
 */
final class Fold {
  static final Scalar BOOL = new Scalar.Bool();
  static final IrExpr TRUE = new IrExpr.Const(1, BOOL);
  static final IrExpr FALSE = new IrExpr.Const(0, BOOL);

  private Fold() {}

  static IrExpr bool(boolean value) {
    return value ? TRUE : FALSE;
  }

  static IrExpr.Const number(long value) {
    return new IrExpr.Const(value, new Scalar.Int(value, value));
  }

  static boolean isTrue(IrExpr e) {
    return e instanceof IrExpr.Const c && c.value() != 0 && c.type() instanceof Scalar.Bool;
  }

  static boolean isFalse(IrExpr e) {
    return e instanceof IrExpr.Const c && c.value() == 0 && c.type() instanceof Scalar.Bool;
  }

  static IrExpr not(IrExpr e) {
    if (e instanceof IrExpr.Const c) {
      return bool(c.value() == 0);
    }
    if (e instanceof IrExpr.Unary u && u.op() == UnaryOp.NOT) {
      return u.operand();
    }
    return new IrExpr.Unary(UnaryOp.NOT, e, BOOL);
  }

  static IrExpr and(IrExpr a, IrExpr b) {
    if (isTrue(a) || isFalse(b) && isPlain(a)) {
      return b;
    }
    return isFalse(a) || isTrue(b) ? a : new IrExpr.Binary(BinaryOp.AND, a, b, BOOL);
  }

  static IrExpr or(IrExpr a, IrExpr b) {
    if (isFalse(a) || isTrue(b) && isPlain(a)) {
      return b;
    }
    return isTrue(a) || isFalse(b) ? a : new IrExpr.Binary(BinaryOp.OR, a, b, BOOL);
  }

  static IrExpr implies(IrExpr a, IrExpr b) {
    if (isTrue(a)) {
      return b;
    }
    return isFalse(a) ? TRUE : new IrExpr.Binary(BinaryOp.IMPLIES, a, b, BOOL);
  }

  /** Whether the expression can not fail, so that it may be left out. */
  private static boolean isPlain(IrExpr e) {
    return e instanceof IrExpr.Const || e instanceof IrExpr.Temp || e instanceof IrExpr.Self;
  }

  static IrExpr conditional(IrExpr condition, IrExpr then, IrExpr otherwise) {
    if (condition instanceof IrExpr.Const c) {
      return c.value() != 0 ? then : otherwise;
    }
    return new IrExpr.Conditional(condition, then, otherwise, join(then, otherwise));
  }

  /** The type of a value that is one of two. */
  static Scalar join(IrExpr a, IrExpr b) {
    if (a instanceof IrExpr.Const && !(b instanceof IrExpr.Const) && !isInt(a)) {
      return b.type();
    }
    return join(a.type(), b.type());
  }

  static Scalar join(Scalar a, Scalar b) {
    if (a instanceof Scalar.Int x && b instanceof Scalar.Int y) {
      return new Scalar.Int(Math.min(x.lo(), y.lo()), Math.max(x.hi(), y.hi()));
    }
    return a;
  }

  private static boolean isInt(IrExpr e) {
    return e.type() instanceof Scalar.Int;
  }

  static IrExpr compare(BinaryOp op, IrExpr a, IrExpr b) {
    if (a instanceof IrExpr.Const x && b instanceof IrExpr.Const y) {
      switch (op) {
        case EQUAL:
          return bool(x.value() == y.value());
        case NOT_EQUAL:
          return bool(x.value() != y.value());
        case LESS:
          return bool(x.value() < y.value());
        case LESS_EQUAL:
          return bool(x.value() <= y.value());
        default:
          break;
      }
    }
    return new IrExpr.Binary(op, a, b, BOOL);
  }

  static IrExpr equal(IrExpr a, IrExpr b) {
    return compare(BinaryOp.EQUAL, a, b);
  }

  static IrExpr in(IrExpr element, IrExpr set) {
    return set instanceof IrExpr.Const c && c.value() == 0
        ? FALSE
        : new IrExpr.Binary(BinaryOp.IN, element, set, BOOL);
  }

  static IrExpr set(BinaryOp op, IrExpr a, IrExpr b) {
    if (a instanceof IrExpr.Const x && b instanceof IrExpr.Const y) {
      long value =
          op == BinaryOp.UNION
              ? x.value() | y.value()
              : op == BinaryOp.INTER ? x.value() & y.value() : x.value() & ~y.value();
      return new IrExpr.Const(value, a.type());
    }
    return new IrExpr.Binary(op, a, b, a.type());
  }

  static IrExpr singleton(IrExpr element) {
    Scalar type = new Scalar.SetOf(element.type());
    if (element instanceof IrExpr.Const c) {
      return new IrExpr.Const(1L << (c.value() - c.type().origin()), type);
    }
    return new IrExpr.Unary(UnaryOp.SINGLETON, element, type);
  }

  static IrExpr negate(IrExpr e) {
    Scalar.Int r = (Scalar.Int) e.type();
    return e instanceof IrExpr.Const c
        ? number(-c.value())
        : new IrExpr.Unary(UnaryOp.NEGATE, e, new Scalar.Int(-r.hi(), -r.lo()));
  }

  /** ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER, MIN, MAX; a divisor has been checked. */
  static IrExpr arithmetic(BinaryOp op, IrExpr a, IrExpr b) {
    if (a instanceof IrExpr.Const x && b instanceof IrExpr.Const y && !divisionByZero(op, y)) {
      return number(apply(op, x.value(), y.value()));
    }
    return new IrExpr.Binary(op, a, b, range(op, (Scalar.Int) a.type(), (Scalar.Int) b.type()));
  }

  private static boolean divisionByZero(BinaryOp op, IrExpr.Const divisor) {
    return divisor.value() == 0 && (op == BinaryOp.DIVIDE || op == BinaryOp.REMAINDER);
  }

  private static long apply(BinaryOp op, long a, long b) {
    switch (op) {
      case ADD:
        return clamp(Math.addExact(a, b));
      case SUBTRACT:
        return clamp(Math.subtractExact(a, b));
      case MULTIPLY:
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        return high == low >> 63 ? clamp(low) : (high < 0 ? -LIMIT : LIMIT);
      case DIVIDE:
        return a / b;
      case REMAINDER:
        return a % b;
      case MIN:
        return Math.min(a, b);
      case MAX:
        return Math.max(a, b);
      default:
        throw new IllegalArgumentException(op.toString());
    }
  }

  /** No value gets near it: state variables are far narrower. Keeps bounds from overflowing. */
  private static final long LIMIT = 1L << 61;

  private static long clamp(long v) {
    return Math.max(-LIMIT, Math.min(LIMIT, v));
  }

  private static Scalar.Int range(BinaryOp op, Scalar.Int a, Scalar.Int b) {
    if (op == BinaryOp.REMAINDER) {
      long m = Math.max(Math.abs(b.lo()), Math.abs(b.hi()));
      long top = Math.max(m - 1, 0);
      return new Scalar.Int(
          a.lo() >= 0 ? 0 : -Math.min(top, -a.lo()), a.hi() <= 0 ? 0 : Math.min(top, a.hi()));
    }
    if (op == BinaryOp.DIVIDE) {
      long m = Math.max(Math.abs(a.lo()), Math.abs(a.hi()));
      return a.lo() >= 0 && b.lo() >= 0 ? new Scalar.Int(0, a.hi()) : new Scalar.Int(-m, m);
    }
    long p = apply(op, a.lo(), b.lo());
    long q = apply(op, a.lo(), b.hi());
    long r = apply(op, a.hi(), b.lo());
    long s = apply(op, a.hi(), b.hi());
    return new Scalar.Int(
        Math.min(Math.min(p, q), Math.min(r, s)), Math.max(Math.max(p, q), Math.max(r, s)));
  }

  /** Whether every value of a type lies in a range. */
  static boolean within(Scalar type, long lo, long hi) {
    return type instanceof Scalar.Int r && r.lo() >= lo && r.hi() <= hi;
  }

  static ImmutableList<IrExpr> list(IrExpr... e) {
    return ImmutableList.copyOf(e);
  }
}
