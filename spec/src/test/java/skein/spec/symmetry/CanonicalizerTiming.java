package skein.spec.symmetry;

import com.google.common.collect.ImmutableList;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import skein.spec.ir.Scalar;
import skein.spec.ir.Sort;
import skein.spec.ir.StateVar.Dimension;
import skein.spec.ir.TransitionSystem;
import skein.spec.layout.LayoutPlanner;
import skein.spec.layout.StateLayout;

/** Prints nanoseconds of processor time a call, by model and way of labelling; run by hand. */
final class CanonicalizerTiming {
  private static final int STATES = 4096;
  private static final int ROUNDS = 9;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private CanonicalizerTiming() {}

  public static void main(String[] arguments) {
    for (int processes = 3; processes <= 7; processes++) {
      if (processes <= 5) {
        time("filter lock " + processes, new FilterLock(processes));
      }
      if (processes <= 6) {
        time("MCS lock " + processes, new McsLock(processes));
      }
    }
    for (int readers = 1; readers <= 4; readers++) {
      time("buffers " + readers + " readers", buffers(readers, 2));
      time("buffers " + readers + " readers, 3 buffers", buffers(readers, 3));
    }
  }

  /** Readers that hold references to objects of a heap, which refer to pages and are mapped. */
  private static TransitionSystem buffers(int readers, int buffers) {
    Systems systems = new Systems();
    Sort reader = systems.sort(Sort.Kind.PROCESS, readers, true);
    systems.sort(Sort.Kind.PROCESS, 1, true);
    Sort buffer = systems.sort(Sort.Kind.HEAP, buffers, true);
    Sort page = systems.sort(Sort.Kind.OBJECT, 2, true);
    Sort task = systems.task();
    systems.variable(new Scalar.Int(0, 40), Dimension.of(reader));
    systems.variable(new Scalar.Ref(buffer), Dimension.of(reader));
    systems.variable(new Scalar.Ref(buffer), Dimension.of(reader));
    systems.variable(new Scalar.Ref(page), Dimension.of(reader));
    systems.variable(new Scalar.Bool(), Dimension.of(buffer));
    systems.variable(new Scalar.Int(0, 7), Dimension.of(buffer));
    systems.variable(new Scalar.SetOf(new Scalar.Int(0, 7)), Dimension.of(buffer));
    systems.variable(new Scalar.Ref(task), Dimension.of(buffer));
    systems.variable(new Scalar.Ref(page), Dimension.of(buffer), Dimension.plain(2));
    systems.variable(new Scalar.Ref(buffer), Dimension.of(page));
    systems.variable(new Scalar.Ref(task), Dimension.of(page));
    systems.variable(new Scalar.Bool(), Dimension.of(page));
    systems.variable(new Scalar.Ref(buffer), Dimension.plain(2));
    systems.variable(new Scalar.Ref(task));
    return systems.build();
  }

  private static void time(String name, LockModel lock) {
    TransitionSystem system = lock.system();
    LockModel.Found found = lock.search(true);
    List<long[]> states = new ArrayList<>();
    long[] cells = new long[found.layout().cells()];
    List<long[]> sample = new ArrayList<>(found.states());
    Collections.shuffle(sample, new Random(1));
    for (long[] state : sample) {
      found.layout().decode(state, 0, cells);
      for (int i = 0; i < lock.processes && states.size() < STATES; i++) {
        lock.step(cells, i, states::add);
      }
    }
    time(name, system, states);
  }

  private static void time(String name, TransitionSystem system) {
    RandomSystems random = new RandomSystems(7);
    List<long[]> states = new ArrayList<>();
    while (states.size() < STATES) {
      states.add(random.state(system));
    }
    time(name, system, states);
  }

  private static void time(String name, TransitionSystem system, List<long[]> states) {
    StateLayout layout = LayoutPlanner.plan(system);
    int words = layout.words();
    long[] packed = new long[states.size() * words];
    for (int i = 0; i < states.size(); i++) {
      layout.encode(states.get(i), packed, i * words);
    }
    StringBuilder line = new StringBuilder();
    for (boolean generate : ImmutableList.of(false, true)) {
      Canonicalizer canonicalizer = Canonicalizer.of(system, layout, generate);
      line.append("  %6.0f".formatted(nanoseconds(canonicalizer, packed, words)));
    }
    System.out.printf(
        "%-34s group %5s, %d words: searching, generated:%s%n",
        name, Renaming.order(system), words, line);
  }

  private static double nanoseconds(Canonicalizer canonicalizer, long[] packed, int words) {
    long best = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long total = 0;
      for (int repeat = 0; repeat < 8; repeat++) {
        long[] states = packed.clone();
        long start = THREADS.getCurrentThreadCpuTime();
        for (int at = 0; at < states.length; at += words) {
          canonicalizer.canonicalize(states, at);
        }
        total += THREADS.getCurrentThreadCpuTime() - start;
      }
      best = Math.min(best, total / 8);
    }
    return (double) best / (packed.length / words);
  }
}
