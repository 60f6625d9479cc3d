package skein.spec.ir;

import java.util.stream.LongStream;
import skein.spec.ir.IrExpr.BinaryOp;

/** The ranges of the results of operations on ranges. */
final class Intervals {
  private static final Scalar.Int ANY = new Scalar.Int(Long.MIN_VALUE, Long.MAX_VALUE);

  private Intervals() {}

  static Scalar.Int of(BinaryOp op, Scalar.Int a, Scalar.Int b) {
    try {
      return switch (op) {
        case ADD -> new Scalar.Int(Math.addExact(a.lo(), b.lo()), Math.addExact(a.hi(), b.hi()));
        case SUBTRACT ->
            new Scalar.Int(Math.subtractExact(a.lo(), b.hi()), Math.subtractExact(a.hi(), b.lo()));
        case MIN -> new Scalar.Int(Math.min(a.lo(), b.lo()), Math.min(a.hi(), b.hi()));
        case MAX -> new Scalar.Int(Math.max(a.lo(), b.lo()), Math.max(a.hi(), b.hi()));
        case MULTIPLY -> product(a, b);
        case DIVIDE, REMAINDER -> quotient(a);
        default -> throw new IllegalArgumentException("" + op);
      };
    } catch (ArithmeticException overflow) {
      return ANY;
    }
  }

  private static Scalar.Int product(Scalar.Int a, Scalar.Int b) {
    long[] corners = {
      Math.multiplyExact(a.lo(), b.lo()),
      Math.multiplyExact(a.lo(), b.hi()),
      Math.multiplyExact(a.hi(), b.lo()),
      Math.multiplyExact(a.hi(), b.hi())
    };
    return new Scalar.Int(
        LongStream.of(corners).min().orElseThrow(), LongStream.of(corners).max().orElseThrow());
  }

  /** Neither a quotient nor a remainder is further from 0 than the dividend. */
  private static Scalar.Int quotient(Scalar.Int a) {
    long most = Math.max(Math.abs(a.hi()), Math.negateExact(Math.min(a.lo(), 0)));
    return new Scalar.Int(Math.negateExact(most), most);
  }
}
