package skein.checker.workers;

import com.google.common.base.Throwables;
import com.google.common.util.concurrent.Uninterruptibles;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A fixed number of workers that do the pieces of one phase after the other. Worker 0 is the thread
 * that calls; the others are started when first needed, so that a small search starts none.
 *
 * <p>Not an executor: one of those allocates for every task, and this must end its phases in order
 * even when memory has run out.
 */
public final class Crew implements AutoCloseable {
  private final int size;
  private boolean started;
  private boolean closed;
  private Phase current;

  /** One piece of work. */
  @FunctionalInterface
  public interface Piece {
    /**
     * Does it.
     *
     * @param worker number of the worker, from 0; no two pieces run as the same worker at once
     * @param number which piece
     */
    void run(int worker, int number);
  }

  /**
   * @param size number of workers, the caller included; at least 1
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
    start();
    Phase phase = new Phase(count, piece, size - 1);
    begin(phase);
    phase.takePieces(0);
    Uninterruptibles.awaitUninterruptibly(phase.absent);
    if (phase.failure != null) {
      Throwables.throwIfUnchecked(phase.failure);
      throw new IllegalStateException(phase.failure);
    }
  }

  private void start() {
    if (started) {
      return;
    }
    for (int worker = 1; worker < size; worker++) {
      int number = worker;
      Thread thread = new Thread(() -> serve(number), "skein worker " + number);
      thread.setDaemon(true);
      thread.start();
    }
    started = true;
  }

  private synchronized void begin(Phase phase) {
    current = phase;
    notifyAll();
  }

  /** The life of a helper. It can not miss a phase, as each waits for all helpers. */
  private void serve(int worker) {
    Phase phase = after(null);
    while (phase != null) {
      phase.help(worker);
      phase = after(phase);
    }
  }

  /** Waits for the phase after a given one; null when there will be none. */
  private synchronized Phase after(Phase last) {
    while (current == last && !closed) {
      try {
        wait();
      } catch (InterruptedException e) {
        continue; // a helper ends with its crew, and in no other way
      }
    }
    return closed ? null : current;
  }

  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }

  /** A phase in progress. Allocates nothing once begun. */
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
}
