package skein.spec.symmetry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import skein.spec.ir.Scalar;
import skein.spec.ir.StateVar.Dimension;

/**
 * Peterson's lock for N processes. Atomic steps of process i, from step 0:
 *
 * <ol start="0">
 *   <li>{@code j = 1}
 *   <li>{@code level[i] = j}
 *   <li>{@code turn[j] = i}
 *   <li>when {@code turn[j] != i} or {@code level[k] < j} for all k other than i: {@code j = j + 1}
 *       and, if that is less than N, to step 1; else {@code j = 0} and on
 *   <li>the critical section and {@code level[i] = 0}, to step 0
 * </ol>
 *
 * Initially every {@code turn} names the same process, whichever; there is no {@code turn[0]}.
 */
final class FilterLock extends LockModel {
  private final int pc;
  private final int j;
  private final int level;
  private final int turn;

  FilterLock(int processes) {
    super(processes);
    this.pc = local(new Scalar.Int(0, 4));
    this.j = local(new Scalar.Int(0, processes - 1));
    this.level = local(new Scalar.Int(0, processes - 1));
    this.turn = variable(new Scalar.Ref(process), Dimension.plain(processes - 1)) - 1;
  }

  @Override
  List<long[]> initial() {
    List<long[]> states = new ArrayList<>();
    for (int first = 0; first < processes; first++) {
      long[] state = new long[4 * processes - 1];
      Arrays.fill(state, turn + 1, state.length, first);
      states.add(state);
    }
    return states;
  }

  @Override
  void step(long[] s, int i, Consumer<long[]> out) {
    long at = s[j + i];
    switch ((int) s[pc + i]) {
      case 0 -> out.accept(with(s, pc + i, 1, j + i, 1));
      case 1 -> out.accept(with(s, pc + i, 2, level + i, at));
      case 2 -> out.accept(with(s, pc + i, 3, turn + at, i));
      case 3 -> {
        if (s[turn + (int) at] != i || first(s, i)) {
          boolean last = at + 1 == processes;
          out.accept(with(s, pc + i, last ? 4 : 1, j + i, last ? 0 : at + 1));
        }
      }
      default -> out.accept(with(s, pc + i, 0, level + i, 0));
    }
  }

  private boolean first(long[] s, int i) {
    for (int k = 0; k < processes; k++) {
      if (k != i && s[level + k] >= s[j + i]) {
        return false;
      }
    }
    return true;
  }
}
