package skein.spec.lowering;

import com.google.common.collect.ImmutableList;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/** The control-flow graph of a {@link Flow}: which operation can follow which. */
final class Graph {
  private final ImmutableList<Op> ops;
  private final int[][] successors;
  private final BitSet reachable = new BitSet();

  /**
   * @param ops the last of which is an {@link Op.Exit}
   */
  Graph(ImmutableList<Op> ops) {
    this.ops = ops;
    this.successors = new int[ops.size()][];
    for (int i = 0; i < ops.size(); i++) {
      successors[i] = successorsOf(i);
    }
    reach();
  }

  private int[] successorsOf(int i) {
    Op op = ops.get(i);
    if (op instanceof Op.Exit || op instanceof Op.Assert a && Fold.isFalse(a.condition())) {
      return new int[0];
    } else if (op instanceof Op.Jump jump) {
      return new int[] {jump.target().position()};
    } else if (op instanceof Op.Branch branch) {
      return new int[] {branch.ifTrue().position(), branch.ifFalse().position()};
    }
    return new int[] {i + 1};
  }

  private void reach() {
    Deque<Integer> work = new ArrayDeque<>();
    work.push(0);
    while (!work.isEmpty()) {
      int at = work.pop();
      if (!reachable.get(at)) {
        reachable.set(at);
        for (int next : successors[at]) {
          work.push(next);
        }
      }
    }
  }

  int size() {
    return ops.size();
  }

  Op op(int i) {
    return ops.get(i);
  }

  int[] successors(int i) {
    return successors[i];
  }

  boolean isReachable(int i) {
    return reachable.get(i);
  }
}
