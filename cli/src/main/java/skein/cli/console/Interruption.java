package skein.cli.console;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Turns Ctrl-C and SIGTERM into a clean end. The JVM answers a signal by running its shutdown hooks
 * while the program goes on; ours asks the program to stop, waits until it has reported, and then
 * ends the JVM with the program's own exit status, not the signal's.
 */
public final class Interruption {
  /** What a search needs at most between two looks at the flag, with room to spare. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final CountDownLatch done = new CountDownLatch(1);
  private volatile boolean requested;
  private volatile int status;

  /** Listens to signals from now on. */
  public static Interruption listen(int statusIfLate, Runnable onArrival) {
    Interruption interruption = new Interruption();
    interruption.status = statusIfLate;
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> interruption.shutDown(onArrival), "skein-interruption"));
    return interruption;
  }

  /** Whether the program is to stop. */
  public BooleanSupplier requested() {
    return () -> requested;
  }

  /** The program has reported and would end with this status. */
  public void finished(int exitStatus) {
    status = exitStatus;
    done.countDown();
  }

  private void shutDown(Runnable onArrival) {
    if (done.getCount() == 0) {
      return;
    }
    requested = true;
    onArrival.run();
    try {
      boolean reported = done.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      Runtime.getRuntime().halt(reported || status != 0 ? status : 1);
    } catch (InterruptedException e) {
      Runtime.getRuntime().halt(status);
    }
  }
}
