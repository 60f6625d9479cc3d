package skein.checker.explore;

import java.util.function.Supplier;
import skein.checker.report.ProgressListener;
import skein.checker.report.ProgressListener.Progress;

/** Tells the listener how far the search has come, a few times a second. */
final class Heartbeat {
  private static final long PERIOD_NANOS = 200_000_000;

  private final ProgressListener listener;
  private long last = System.nanoTime();

  Heartbeat(ProgressListener listener) {
    this.listener = listener;
  }

  /** To be called often, by the thread that called the search. */
  void beat(Supplier<Progress> progress) {
    long now = System.nanoTime();
    if (now - last >= PERIOD_NANOS) {
      last = now;
      listener.progress(progress.get());
    }
  }
}
