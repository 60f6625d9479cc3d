package skein.spec.fuzz;

import static org.assertj.core.api.Assertions.fail;

import com.google.common.collect.ImmutableList;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import skein.spec.source.SourceFile;

/**
 * Feeds broken texts to a phase of the language and fails if it throws or takes too long. A failure
 * names the seed and shows the text.
 */
public final class Fuzzer {
  private static final long LIMIT_MILLIS = 5_000;

  private final ImmutableList<String> corpus;
  private final Consumer<SourceFile> subject;

  public Fuzzer(ImmutableList<String> corpus, Consumer<SourceFile> subject) {
    this.corpus = corpus;
    this.subject = subject;
  }

  /** Tries {@code count} texts of at most {@code maxTokens} tokens, blanks included. */
  public void run(long seed, int count, int maxTokens) throws InterruptedException {
    TextMutator mutator = new TextMutator(corpus, new Random(seed));
    AtomicReference<String> current = new AtomicReference<>("");
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread worker =
        new Thread(
            () -> {
              try {
                for (int i = 0; i < count; i++) {
                  current.set(mutator.next(maxTokens));
                  subject.accept(new SourceFile("fuzz.skein", current.get()));
                }
              } catch (Throwable e) {
                thrown.set(e);
              }
            });
    worker.setDaemon(true);
    worker.start();
    watch(worker, current, seed);
    if (thrown.get() != null) {
      throw new AssertionError("seed " + seed + ", text:\n" + current.get(), thrown.get());
    }
  }

  /** Fails once one text (compared by identity) has been worked at for too long. */
  @SuppressWarnings("ReferenceEquality")
  private static void watch(Thread worker, AtomicReference<String> current, long seed)
      throws InterruptedException {
    String last = current.get();
    long since = System.nanoTime();
    while (worker.isAlive()) {
      worker.join(100);
      String now = current.get();
      if (now != last) {
        last = now;
        since = System.nanoTime();
      } else if (worker.isAlive() && System.nanoTime() - since > LIMIT_MILLIS * 1_000_000) {
        fail("seed %d: more than %d ms for\n%s", seed, LIMIT_MILLIS, now);
      }
    }
  }
}
