package skein.spec.symmetry;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import skein.spec.ir.Scalar;

/**
 * The queue lock of Mellor-Crummey and Scott, with the predecessor as the flag to wait for. Atomic
 * steps of process i, from step 0:
 *
 * <ol start="0">
 *   <li>{@code next[i] = null}
 *   <li>{@code pred[i] = tail; tail = i}
 *   <li>if {@code pred[i] == null} to step 5, else on
 *   <li>{@code next[pred[i]] = i}
 *   <li>when {@code pred[i] == null}: on
 *   <li>the critical section
 *   <li>if {@code next[i] == null} on, else {@code pred[next[i]] = null; next[i] = null}, to step 0
 *   <li>if {@code tail == i}: {@code tail = null}, to step 0; else on
 *   <li>when {@code next[i] != null}: {@code pred[next[i]] = null; next[i] = null}, to step 0
 * </ol>
 */
final class McsLock extends LockModel {
  private final int pc;
  private final int next;
  private final int pred;
  private final int tail;

  McsLock(int processes) {
    super(processes);
    this.pc = local(new Scalar.Int(0, 8));
    this.next = local(new Scalar.Ref(process));
    this.pred = local(new Scalar.Ref(process));
    this.tail = variable(new Scalar.Ref(process));
  }

  @Override
  List<long[]> initial() {
    long[] state = new long[3 * processes + 1];
    Arrays.fill(state, next, state.length, -1);
    return List.of(state);
  }

  @Override
  void step(long[] s, int i, Consumer<long[]> out) {
    long to = s[next + i];
    switch ((int) s[pc + i]) {
      case 0 -> out.accept(with(s, pc + i, 1, next + i, -1));
      case 1 -> out.accept(with(s, pc + i, 2, pred + i, s[tail], tail, i));
      case 2 -> out.accept(with(s, pc + i, s[pred + i] < 0 ? 5 : 3));
      case 3 -> out.accept(with(s, pc + i, 4, next + s[pred + i], i));
      case 4 -> {
        if (s[pred + i] < 0) {
          out.accept(with(s, pc + i, 5));
        }
      }
      case 5 -> out.accept(with(s, pc + i, 6));
      case 6 -> out.accept(to < 0 ? with(s, pc + i, 7) : release(s, i));
      case 7 -> out.accept(s[tail] == i ? with(s, pc + i, 0, tail, -1) : with(s, pc + i, 8));
      default -> {
        if (to >= 0) {
          out.accept(release(s, i));
        }
      }
    }
  }

  private long[] release(long[] s, int i) {
    return with(s, pc + i, 0, pred + s[next + i], -1, next + i, -1);
  }
}
