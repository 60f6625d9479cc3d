package skein.spec.interpret;

import java.util.ArrayList;
import java.util.List;

/**
 * Enumerates the combinations of a step's picks as an odometer does: the step is run again and
 * again, each time with the last pick advanced that can be.
 */
final class Picks {
  private static final class Pick {
    private final long hi;
    private long value;

    Pick(long lo, long hi) {
      this.value = lo;
      this.hi = hi;
    }
  }

  private final List<Pick> made = new ArrayList<>();
  private int used;

  /** The value of the next pick of this run, out of {@code lo..hi}, which is not empty. */
  long next(long lo, long hi) {
    if (used == made.size()) {
      made.add(new Pick(lo, hi));
    }
    return made.get(used++).value;
  }

  /** Goes on to the next combination; false if there is none. */
  boolean advance() {
    made.subList(used, made.size()).clear();
    used = 0;
    while (!made.isEmpty()) {
      Pick last = made.get(made.size() - 1);
      if (last.value < last.hi) {
        last.value++;
        return true;
      }
      made.remove(made.size() - 1);
    }
    return false;
  }
}
