package skein.checker.workers;

import com.google.common.base.Throwables;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

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
   * takes them in ascending order. The first error that a piece throws is thrown again here.
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
    AtomicInteger next = new AtomicInteger();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    CountDownLatch absent = new CountDownLatch(size - 1);
    if (threads == null) {
      threads = Executors.newFixedThreadPool(size - 1, Crew::newThread);
    }
    for (int worker = 1; worker < size; worker++) {
      int number = worker;
      threads.execute(
          () -> {
            takePieces(number, count, next, failure, piece);
            absent.countDown();
          });
    }
    takePieces(0, count, next, failure, piece);
    awaitAll(absent);
    if (failure.get() != null) {
      Throwables.throwIfUnchecked(failure.get());
      throw new IllegalStateException(failure.get());
    }
  }

  private static void takePieces(
      int worker, int count, AtomicInteger next, AtomicReference<Throwable> failure, Piece piece) {
    try {
      for (int number = next.getAndIncrement();
          number < count && failure.get() == null;
          number = next.getAndIncrement()) {
        piece.run(worker, number);
      }
    } catch (Throwable thrown) {
      failure.compareAndSet(null, thrown);
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
