package skein.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import skein.checker.visited.LogPartition;
import skein.spec.model.Successors;

/** What a search spends its time with, each by itself. The unit is ns for one state. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PartsBenchmark {
  private Successors out;
  private long[] scratch;

  /** All successors of a state: how many they are depends on the model, two to eleven here. */
  @Benchmark
  @OperationsPerInvocation(Sample.STATES)
  public int successors(Sample sample) {
    if (out == null) {
      out = new Successors(sample.words);
    }
    int count = 0;
    for (int i = 0; i < Sample.STATES; i++) {
      out.clear();
      sample.model.successors(sample.states, i * sample.words, out);
      count += out.count();
    }
    return count;
  }

  /** Of a successor. Close to nothing where there is no symmetry: what the copying costs. */
  @Benchmark
  @OperationsPerInvocation(Sample.SUCCESSORS)
  public long[] canonicalize(Sample sample) {
    if (scratch == null) {
      scratch = new long[sample.successors.length];
    }
    System.arraycopy(sample.successors, 0, scratch, 0, scratch.length);
    for (int i = 0; i < Sample.SUCCESSORS; i++) {
      sample.model.canonicalize(scratch, i * sample.words);
    }
    return scratch;
  }

  /**
   * Hash, look up and, if it is new, insert a successor, into a partition that grows as in a
   * search.
   */
  @Benchmark
  @OperationsPerInvocation(Sample.SUCCESSORS)
  public LogPartition insert(Sample sample) {
    LogPartition partition = new LogPartition(sample.words);
    partition.addAll(sample.successors, 0, Sample.SUCCESSORS);
    return partition;
  }

  /** All properties of a state. */
  @Benchmark
  @OperationsPerInvocation(Sample.STATES)
  public int properties(Sample sample) {
    int properties = sample.model.properties().size();
    int result = 0;
    for (int i = 0; i < Sample.STATES; i++) {
      for (int property = 0; property < properties; property++) {
        result += sample.model.evaluate(property, sample.states, i * sample.words);
      }
    }
    return result;
  }
}
