package skein.spec.symmetry;

import com.google.common.math.IntMath;
import com.google.common.math.LongMath;

/** Counts arrangements, up to {@link Long#MAX_VALUE}. */
final class Orbits {
  private Orbits() {}

  /**
   * In how many ways n things can be arranged, from the number for the first n-1 of them.
   *
   * @param run how many of the n are of the kind of the last one and so indistinguishable from it;
   *     the things come kind by kind
   */
  static long extend(long arrangements, int n, int run) {
    if (arrangements == Long.MAX_VALUE) {
      return arrangements;
    }
    int common = IntMath.gcd(n, run);
    return LongMath.saturatedMultiply(arrangements / (run / common), n / common);
  }
}
