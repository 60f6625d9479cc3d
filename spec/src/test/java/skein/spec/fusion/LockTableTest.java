package skein.spec.fusion;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.Longs;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skein.spec.Spec;
import skein.spec.ir.Fault;
import skein.spec.ir.Ir;
import skein.spec.ir.IrExpr;
import skein.spec.ir.IrExpr.BinaryOp;
import skein.spec.ir.ProgramBuilder;
import skein.spec.ir.Scalar;
import skein.spec.ir.Sort;
import skein.spec.ir.StateVar;
import skein.spec.ir.SystemBuilder;
import skein.spec.ir.TransitionSystem;
import skein.spec.model.FaultKind;
import skein.spec.model.Model;
import skein.spec.model.Successors;

/**
 * The lock model on which fusion was first measured: N processes for ever choose one of two pages,
 * take its lock, come to its data four times, and give the lock back. The counts without and with
 * fusion were those of a prototype; Spin's partial-order reduction left 5,768, 25,698 and 104,054.
 */
final class LockTableTest {
  private static final long MODULUS = 3;

  @ParameterizedTest
  @CsvSource({"3, 6723, 243", "4, 34749, 729", "5, 160137, 2187"})
  void fusionLeavesFewStates(int processes, int full, int fused) {
    TransitionSystem system = system(processes);
    assertThat(states(Spec.compile(system))).isEqualTo(full);
    assertThat(states(Spec.compile(Fusion.fuse(system)))).isEqualTo(fused);
  }

  private static TransitionSystem system(int processes) {
    SystemBuilder builder = new SystemBuilder();
    Sort process = builder.processes("p", processes);
    Sort page = builder.objects("Page", 2);
    Sort task = builder.task();
    StateVar owner = builder.member("lock.owner", page, new Scalar.Ref(task));
    StateVar data = builder.member("data", page, new Scalar.Int(0, MODULUS - 1));
    builder.lock(owner, "lock");
    ProgramBuilder code = ProgramBuilder.process(builder, process, 13, false);
    code.step("choose");
    int picked = code.temporary(new Scalar.Int(0, 1));
    code.pick(picked, 0, 1);
    IrExpr first = Ir.equal(Ir.temp(picked, new Scalar.Int(0, 1)), Ir.number(0));
    code.branch(first, code.here() + 1, code.here() + 3).end(1).end(7);
    Fault misuse = builder.fault(FaultKind.LOCK_MISUSE, "p");
    for (int i = 0; i < 2; i++) {
      use(code, owner, data, Ir.ref(page, i), self(process, task), misuse, 1 + 6 * i);
    }
    builder.add(code.build());
    ProgramBuilder initial = ProgramBuilder.initial(builder);
    for (int i = 0; i < 2; i++) {
      initial.store(owner, Ir.ref(task, Sort.NULL), Ir.ref(page, i));
    }
    builder.add(initial.end().build());
    return builder.build();
  }

  private static IrExpr self(Sort process, Sort task) {
    return new IrExpr.AsTask(Ir.self(process), task);
  }

  private static void use(
      ProgramBuilder code,
      StateVar owner,
      StateVar data,
      IrExpr page,
      IrExpr self,
      Fault misuse,
      int step) {
    IrExpr free = Ir.ref(((Scalar.Ref) owner.type()).sort(), Sort.NULL);
    code.step("lock").await(Ir.equal(Ir.load(owner, page), free));
    code.store(owner, self, page).end(step + 1);
    IrExpr next = Ir.of(Ir.load(data, page), BinaryOp.ADD, Ir.number(1));
    IrExpr wrapped = Ir.of(next, BinaryOp.REMAINDER, Ir.number(MODULUS));
    for (int i = 1; i <= 4; i++) {
      IrExpr same = Ir.load(data, page);
      code.step("data").store(data, i == 1 ? wrapped : same, page).end(step + 1 + i);
    }
    code.step("unlock").claim(Ir.equal(Ir.load(owner, page), self), misuse);
    code.store(owner, free, page).end(0);
  }

  private static int states(Model model) {
    Set<List<Long>> seen = new HashSet<>();
    Deque<long[]> queue = new ArrayDeque<>();
    Successors out = new Successors(model.words());
    model.initialStates(out);
    take(model, out, seen, queue);
    while (!queue.isEmpty()) {
      out.clear();
      model.successors(queue.remove(), 0, out);
      take(model, out, seen, queue);
    }
    return seen.size();
  }

  private static void take(Model model, Successors out, Set<List<Long>> seen, Deque<long[]> queue) {
    for (int i = 0; i < out.count(); i++) {
      int at = i * model.words();
      long[] state = java.util.Arrays.copyOfRange(out.states(), at, at + model.words());
      assertThat(out.fault(i)).isEqualTo(Successors.NO_FAULT);
      if (seen.add(Longs.asList(state))) {
        queue.add(state);
      }
    }
  }
}
