package skein.spec.symmetry;

import com.google.common.math.LongMath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import skein.spec.symmetry.OrderPlan.SortPlan;

/**
 * Breaks ties that keys cannot: points of one class that can be exchanged in pairs, each with what
 * it refers to, as when several processes hold an object of their own each and have come equally
 * far. To exchange two points forces what they name to be exchanged, and so on; whether that leaves
 * the state unchanged is tried. If it does for neighbours, and no exchange involves a third point
 * of the class, then any order of the class can be brought about by automorphisms, so that all
 * orders give the same renamed state, and the present one will do.
 *
 * <p>What is forced, and thus whether the exchanges succeed, does not depend on names: an
 * automorphism that exchanges two points of the class and no third maps the exchange of one of them
 * with a third to that of the other. So all states of an orbit have their ties broken or none.
 */
final class Exchanges {
  /** A cell of a column with a reference. */
  private record Reference(int slot, int shift, long mask, int[] named) {}

  private final OrderPlan plan;
  private final OrderCode code;
  private final Reference[][] references;

  /** By point, what it becomes. */
  private final int[] image;

  /** The points that are exchanged, in pairs. */
  private final int[] exchanged;

  private int count;

  /** Whether the exchanges of the class that was looked at last are of two points each. */
  private boolean twins;

  /** By point, one of its class. */
  private final int[] classes;

  private final long[] orders;
  private final long[] trial;

  /**
   * @param words longs a state
   */
  Exchanges(OrderPlan plan, OrderCode code, int words) {
    this.plan = plan;
    this.code = code;
    this.references = new Reference[plan.component().points()][];
    for (SortPlan sort : plan.sorts()) {
      for (int i = 0; i < sort.size(); i++) {
        references[sort.first() + i] = references(sort, i);
      }
    }
    this.image = new int[references.length];
    Arrays.setAll(image, point -> point);
    this.exchanged = new int[references.length];
    this.classes = new int[references.length];
    this.orders = new long[plan.sorts().size()];
    this.trial = new long[words];
  }

  private Reference[] references(SortPlan sort, int i) {
    List<Reference> found = new ArrayList<>();
    for (int k = 0; k < sort.pieces().size(); k++) {
      for (Family family : sort.naming(k)) {
        if (!family.set()) {
          int shift = family.place(0) - sort.pieces().get(k).places[0];
          int[] named = plan.component().named(family);
          found.add(new Reference(sort.raw(k) + i, shift, family.mask(), named));
        }
      }
    }
    return found.toArray(new Reference[0]);
  }

  /**
   * Breaks ties of the state that was ordered last: those of twins, and those of the first class of
   * others that allows it.
   *
   * @return in how many ways the points of these classes can be ordered; 1 if there are none
   */
  long breakTies(long[] states, int at, long[] buffer) {
    classify(buffer);
    long ways = 1;
    for (SortPlan sort : plan.sorts()) {
      long ties = buffer[sort.ties()];
      int end;
      for (int from = 0; from < sort.size(); from = end) {
        end = from + 1;
        while (end < sort.size() && (ties >>> (end - 1) & 1) == 1) {
          end++;
        }
        if (end - from > 1 && exchangeable(sort, from, end, states, at, buffer)) {
          buffer[sort.ties()] &= ~((1L << (end - 1)) - (1L << from));
          ways *= LongMath.factorial(end - from);
          if (!twins) {
            return ways;
          }
        }
      }
    }
    return ways;
  }

  private void classify(long[] buffer) {
    for (SortPlan sort : plan.sorts()) {
      for (int i = 0; i < sort.size(); i++) {
        boolean tied = i > 0 && (buffer[sort.ties()] >>> (i - 1) & 1) == 1;
        int point = point(sort, i, buffer);
        classes[point] = tied ? classes[point(sort, i - 1, buffer)] : point;
      }
    }
  }

  /** The i-th point in order. */
  private static int point(SortPlan sort, int i, long[] buffer) {
    return sort.first() + ((int) (buffer[sort.order()] >>> (4 * i)) & 15);
  }

  private boolean exchangeable(
      SortPlan sort, int from, int end, long[] states, int at, long[] buffer) {
    twins = true;
    for (int i = from + 1; i < end; i++) {
      int one = point(sort, i - 1, buffer);
      boolean succeeds =
          force(one, point(sort, i, buffer), buffer)
              && sparesOthers(classes[one])
              && keeps(states, at, buffer);
      twins &= count == 2;
      undo();
      if (!succeeds) {
        return false;
      }
    }
    return true;
  }

  /** Exchanges two points and what that forces; false if that cannot be. */
  private boolean force(int one, int other, long[] buffer) {
    count = 0;
    if (!exchange(one, other)) {
      return false;
    }
    for (int next = 0; next < count; next += 2) {
      Reference[] left = references[exchanged[next]];
      Reference[] right = references[exchanged[next + 1]];
      for (int k = 0; k < left.length; k++) {
        int named = named(left[k], buffer);
        int counterpart = named(right[k], buffer);
        if (named != counterpart
            && (named < 0 || counterpart < 0 || !exchange(named, counterpart))) {
          return false;
        }
      }
    }
    return true;
  }

  private static int named(Reference reference, long[] buffer) {
    long value = (buffer[reference.slot] >>> reference.shift) & reference.mask;
    return value == 0 ? -1 : reference.named[(int) value];
  }

  /** Notes an exchange; false if one of the two is to be exchanged with another, or they differ. */
  private boolean exchange(int one, int other) {
    if (image[one] == other) {
      return true;
    }
    if (image[one] != one || image[other] != other || classes[one] != classes[other]) {
      return false;
    }
    image[one] = other;
    image[other] = one;
    exchanged[count++] = one;
    exchanged[count++] = other;
    return true;
  }

  private void undo() {
    for (int i = 0; i < count; i++) {
      image[exchanged[i]] = exchanged[i];
    }
  }

  /** Whether only two points of a class are exchanged. */
  private boolean sparesOthers(int chosen) {
    for (int i = 2; i < count; i++) {
      if (classes[exchanged[i]] == chosen) {
        return false;
      }
    }
    return true;
  }

  /** Whether the exchanges leave the state as it is. */
  private boolean keeps(long[] states, int at, long[] buffer) {
    System.arraycopy(states, at, trial, 0, trial.length);
    for (int k = 0; k < orders.length; k++) {
      SortPlan sort = plan.sorts().get(k);
      orders[k] = buffer[sort.order()];
      long order = 0;
      for (int i = 0; i < sort.size(); i++) {
        order |= (long) (image[sort.first() + i] - sort.first()) << (4 * i);
      }
      buffer[sort.order()] = order;
    }
    code.move(trial, 0, buffer);
    for (int k = 0; k < orders.length; k++) {
      buffer[plan.sorts().get(k).order()] = orders[k];
    }
    return Arrays.equals(trial, 0, trial.length, states, at, at + trial.length);
  }
}
