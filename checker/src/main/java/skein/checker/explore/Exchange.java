package skein.checker.explore;

import java.util.Arrays;
import skein.checker.visited.StatePartition;

/**
 * Carries what the workers generated to the partitions. A partition takes its states in the order
 * of the units, whichever worker did them, so that its log does not depend on the workers.
 */
final class Exchange {
  private final int words;
  private final Outbox[] outboxes;
  private int bits;

  Exchange(int words, int workers) {
    this.words = words;
    this.outboxes = new Outbox[workers];
  }

  /** The outbox of a worker; made when first asked for, by the worker itself. */
  Outbox outbox(int worker) {
    if (outboxes[worker] == null) {
      outboxes[worker] = new Outbox(words, bits);
    }
    return outboxes[worker];
  }

  /** Empties all outboxes for the next wave, over {@code 1 << wanted} partitions. */
  void reset(int wanted) {
    if (wanted != bits) {
      bits = wanted;
      free();
    }
    for (Outbox outbox : outboxes) {
      if (outbox != null) {
        outbox.clear();
      }
    }
  }

  /** Sorts what is there into more partitions. */
  void reroute(int wanted) {
    bits = wanted;
    for (int worker = 0; worker < outboxes.length; worker++) {
      if (outboxes[worker] != null) {
        outboxes[worker] = outboxes[worker].rerouted(wanted);
      }
    }
  }

  /** Number of states for a partition. */
  long count(int partition) {
    long count = 0;
    for (Outbox outbox : outboxes) {
      count += outbox == null ? 0 : outbox.count(partition);
    }
    return count;
  }

  /** Adds to a partition the states that are for it. */
  void deliver(int number, StatePartition partition) {
    int[] done = new int[outboxes.length];
    for (int from = next(done); from >= 0; from = next(done)) {
      Outbox outbox = outboxes[from];
      int first = done[from];
      do {
        done[from]++;
      } while (next(done) == from);
      int start = outbox.start(first, number);
      int end = outbox.start(done[from], number);
      if (end > start) {
        partition.addAll(outbox.buffer(number), start, (end - start) / words);
      }
    }
  }

  /** The worker that did the least unit not yet delivered, or -1. */
  private int next(int[] done) {
    int result = -1;
    int least = Integer.MAX_VALUE;
    for (int worker = 0; worker < outboxes.length; worker++) {
      Outbox outbox = outboxes[worker];
      if (outbox != null
          && done[worker] < outbox.unitCount()
          && outbox.unit(done[worker]) < least) {
        least = outbox.unit(done[worker]);
        result = worker;
      }
    }
    return result;
  }

  long bytes() {
    long bytes = 0;
    for (Outbox outbox : outboxes) {
      bytes += outbox == null ? 0 : outbox.bytes();
    }
    return bytes;
  }

  /** Gives all memory back. */
  void free() {
    Arrays.fill(outboxes, null);
  }
}
