package skein.checker.workers;

import com.google.common.base.Throwables;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A fixed number of workers that do the pieces of one phase after the other. Worker 0 is the thread
 * that calls; the others are started when first needed, so that a small search starts none.
 */
public final class Crew implements AutoCloseable {
  private final int size;
  private ExecutorService threads;

  /** One piece of work. */
  @FunctionalInterface
  public interface Piece {
    /**
     * @param worker number of the worker, from 0; no two pieces run as the same worker at once
     * @param number which piece
     */
    void run(int worker, int number);
  }

  /**
   * @param size number of workers, the caller included
   */
  public Crew(int size) {
    this.size = size;
  }

  public int size() {
    return size;
  }

  /**
   * Does the pieces 0 to {@code count - 1}, each once, and returns when all are done. Each worker
   * takes them in ascending order. An error that a piece throws ends the phase and is thrown again
   * here.
   *
   * @param together whether all workers take part, or the caller alone
   */
  public void run(int count, boolean together, Piece piece) {
    if (!together || size == 1 || count < 2) {
      for (int number = 0; number < count; number++) {
        piece.run(0, number);
      }
      return;
    }
    runTogether(count, piece);
  }

  private void runTogether(int count, Piece piece) {
    if (threads == null) {
      threads = Executors.newFixedThreadPool(size - 1, Crew::newThread);
    }
    Phase phase = new Phase(count, piece, size - 1);
    for (int worker = 1; worker < size; worker++) {
      int number = worker;
      threads.execute(() -> phase.help(number));
    }
    phase.takePieces(0);
    awaitAll(phase.absent);
    if (phase.failure != null) {
      Throwables.throwIfUnchecked(phase.failure);
      throw new IllegalStateException(phase.failure);
    }
  }

  /** A phase in progress. Allocates nothing once begun, as memory may have run out. */
  private static final class Phase {
    private final int count;
    private final Piece piece;
    private final AtomicInteger next = new AtomicInteger();
    private final CountDownLatch absent;
    private volatile Throwable failure;

    Phase(int count, Piece piece, int helpers) {
      this.count = count;
      this.piece = piece;
      this.absent = new CountDownLatch(helpers);
    }

    void help(int worker) {
      try {
        takePieces(worker);
      } finally {
        absent.countDown();
      }
    }

    void takePieces(int worker) {
      try {
        int number = next.getAndIncrement();
        while (number < count && failure == null) {
          piece.run(worker, number);
          number = next.getAndIncrement();
        }
      } catch (Throwable thrown) {
        failure = thrown;
      }
    }
  }

  /** Waits even if interrupted: the others work on what the caller owns. */
  private static void awaitAll(CountDownLatch absent) {
    boolean interrupted = false;
    while (true) {
      try {
        absent.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread newThread(Runnable task) {
    Thread thread = new Thread(task, "skein worker");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    if (threads != null) {
      threads.shutdown();
    }
  }
}
