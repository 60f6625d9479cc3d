package skein.checker.trace;

import skein.checker.visited.PartitionedStates;
import skein.checker.visited.StateHash;
import skein.checker.visited.StatePartition;

/** The marked states of one level: tells whether a representative is one of them. */
final class MarkedLevel {
  private final PartitionedStates states;
  private final Marks marks;
  private final int[] starts;
  private final int[] ends;
  private final HashFilter filter;
  private final long size;

  MarkedLevel(PartitionedStates states, Marks marks, int level) {
    this.states = states;
    this.marks = marks;
    starts = new int[states.count()];
    ends = new int[states.count()];
    long marked = 0;
    for (int number = 0; number < starts.length; number++) {
      StatePartition partition = states.partition(number);
      starts[number] = partition.levelStart(level);
      ends[number] = partition.levelStart(level + 1);
      for (int position = starts[number]; position < ends[number]; position++) {
        marked += marks.get(number, position) ? 1 : 0;
      }
    }
    size = marked;
    filter = new HashFilter(marked);
    for (int number = 0; number < starts.length; number++) {
      fill(number);
    }
  }

  private void fill(int number) {
    StatePartition partition = states.partition(number);
    for (int position = starts[number]; position < ends[number]; position++) {
      if (marks.get(number, position)) {
        filter.add(
            StateHash.of(partition.block(position), partition.offset(position), states.words()));
      }
    }
  }

  /** Number of marked states. */
  long size() {
    return size;
  }

  boolean holds(long[] representatives, int at) {
    long hash = StateHash.of(representatives, at, states.words());
    if (!filter.mayHold(hash)) {
      return false;
    }
    int number = PartitionedStates.route(hash, states.bits());
    int position = states.partition(number).find(representatives, at, hash);
    return position >= starts[number] && position < ends[number] && marks.get(number, position);
  }
}
