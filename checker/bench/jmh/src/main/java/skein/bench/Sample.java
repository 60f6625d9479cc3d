package skein.bench;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import skein.checker.visited.LogPartition;
import skein.spec.Spec;
import skein.spec.diagnostic.Diagnostics;
import skein.spec.ir.Configuration;
import skein.spec.model.Model;
import skein.spec.model.Successors;
import skein.spec.source.SourceFile;

/** A model, and states of it: some from the middle of a search, and what follows on them. */
@State(Scope.Benchmark)
public class Sample {
  /** States to expand. */
  static final int STATES = 1 << 14;

  /** Their successors, as many as there are in a search: most of them twice or more often. */
  static final int SUCCESSORS = 1 << 15;

  /** So many states are found before; the sample is what comes next. */
  private static final int SKIPPED = 1 << 16;

  @Param({
    "eb READERS=3 BUFFERS=3 PAGES=2",
    "eb READERS=4 BUFFERS=4 PAGES=1",
    "filter N=6",
    "filter-symmetric N=7",
    "two-phase RMS=8"
  })
  public String instance;

  Model model;
  int words;
  long[] states;
  long[] successors;

  /** Compiles the model and explores a part of it, without symmetry so that there is enough. */
  @Setup(Level.Trial)
  public void explore() throws IOException {
    model = compile(Splitter.on(' ').splitToList(instance));
    words = model.words();
    LogPartition found = new LogPartition(words);
    Successors out = new Successors(words);
    model.initialStates(out);
    found.addAll(out.states(), 0, out.count());
    for (int next = 0; found.size() < SKIPPED + STATES; next++) {
      expand(found, next, out);
      found.addAll(out.states(), 0, out.count());
    }
    states = new long[STATES * words];
    for (int i = 0; i < STATES; i++) {
      copy(found, SKIPPED + i, states, i);
    }
    successors = new long[SUCCESSORS * words];
    for (int next = SKIPPED, count = 0; count < SUCCESSORS; next++) {
      expand(found, next, out);
      int taken = Math.min(out.count(), SUCCESSORS - count);
      System.arraycopy(out.states(), 0, successors, count * words, taken * words);
      count += taken;
    }
  }

  private void expand(LogPartition found, int position, Successors out) {
    out.clear();
    model.successors(found.block(position), found.offset(position), out);
  }

  private void copy(LogPartition found, int position, long[] to, int index) {
    System.arraycopy(found.block(position), found.offset(position), to, index * words, words);
  }

  private static Model compile(Iterable<String> instance) throws IOException {
    ImmutableMap.Builder<String, Long> constants = ImmutableMap.builder();
    String name = instance.iterator().next();
    for (String part : instance) {
      if (!part.equals(name)) {
        int equals = part.indexOf('=');
        constants.put(part.substring(0, equals), Long.valueOf(part.substring(equals + 1)));
      }
    }
    Path file = Path.of(System.getProperty("skein.bench"), "models", name + ".skein");
    Diagnostics diagnostics = new Diagnostics();
    Configuration configuration = new Configuration(constants.buildOrThrow(), ImmutableSet.of());
    SourceFile source = new SourceFile(file.toString(), Files.readString(file));
    return Spec.check(source, path -> Optional.empty(), diagnostics)
        .flatMap(module -> Spec.lower(module, configuration, diagnostics))
        .map(Spec::compile)
        .orElseThrow(() -> new IllegalStateException(file + " does not compile"));
  }
}
