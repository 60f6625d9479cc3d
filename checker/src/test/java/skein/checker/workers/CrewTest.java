package skein.checker.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

final class CrewTest {
  @Test
  void doesEachPieceOnceInEveryPhase() {
    try (Crew crew = new Crew(4)) {
      AtomicIntegerArray done = new AtomicIntegerArray(1000);
      int[] byWorker = new int[4];
      for (int phase = 0; phase < 200; phase++) {
        crew.run(
            1000,
            phase % 3 > 0,
            (worker, number) -> {
              done.incrementAndGet(number);
              byWorker[worker]++;
            });
      }
      for (int number = 0; number < 1000; number++) {
        assertThat(done.get(number)).isEqualTo(200);
      }
      assertThat(byWorker[0] + byWorker[1] + byWorker[2] + byWorker[3]).isEqualTo(200_000);
    }
  }

  @Test
  void goesOnAfterAnError() {
    try (Crew crew = new Crew(3)) {
      for (int phase = 0; phase < 50; phase++) {
        int bad = phase;
        assertThatThrownBy(
                () ->
                    crew.run(
                        100,
                        true,
                        (worker, number) -> {
                          if (number == bad) {
                            throw new ArithmeticException("piece " + number);
                          }
                        }))
            .hasMessage("piece " + bad);
      }
    }
  }

  @Test
  void aloneInTheCallersThread() {
    try (Crew crew = new Crew(5)) {
      Thread caller = Thread.currentThread();
      crew.run(10, false, (worker, number) -> assertThat(Thread.currentThread()).isSameAs(caller));
      crew.run(1, true, (worker, number) -> assertThat(Thread.currentThread()).isSameAs(caller));
    }
  }
}
