package skein.checker.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skein.checker.models.CounterGrid;
import skein.checker.models.FilterLock;
import skein.checker.models.LostUpdate;
import skein.checker.models.Philosophers;
import skein.checker.report.CheckResult;
import skein.checker.report.ProgressListener;
import skein.spec.model.Model;

/** A search that keeps fingerprints finds what an exact one does, in less memory. */
final class FingerprintsTest {
  @TempDir Path directory;

  private static CheckResult check(Model model, SearchOptions options) {
    return Search.run(model, options, ProgressListener.NONE);
  }

  private void sameAsExact(Model model, SearchOptions options) {
    CheckResult exact = check(model, options);
    for (int workers : new int[] {1, 2, 7}) {
      CheckResult hashed = check(model, options.withArchive(directory).withWorkers(workers));
      assertThat(hashed.violations()).isEqualTo(exact.violations());
      assertThat(hashed.statistics().levels()).isEqualTo(exact.statistics().levels());
      assertThat(hashed.statistics().actions()).isEqualTo(exact.statistics().actions());
      assertThat(hashed.statistics().fingerprints()).isTrue();
    }
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void countsAndTraces() {
    sameAsExact(new LostUpdate(), SearchOptions.DEFAULT);
    sameAsExact(new Philosophers(5), SearchOptions.DEFAULT);
    sameAsExact(new Philosophers(5), SearchOptions.DEFAULT.withSymmetry(false));
    sameAsExact(new FilterLock(4), SearchOptions.DEFAULT.withSymmetry(false));
    sameAsExact(new CounterGrid(6, 7), SearchOptions.DEFAULT.withSymmetry(false));
  }

  @Test
  void boundOnWhatIsMissed() {
    SearchOptions plain = SearchOptions.DEFAULT.withSymmetry(false);
    CheckResult exact = check(new CounterGrid(6, 6), plain);
    assertThat(exact.statistics().missed()).isZero();
    assertThat(exact.statistics().fingerprints()).isFalse();
    CheckResult hashed = check(new CounterGrid(6, 6), plain.withArchive(directory));
    double n = 117_649;
    assertThat(hashed.statistics().missed()).isCloseTo(n * n / Math.pow(2, 65), within(1e-14));
  }

  @Test
  void unusableDirectory() {
    Path missing = directory.resolve("missing");
    assertThatThrownBy(() -> check(new FilterLock(2), SearchOptions.DEFAULT.withArchive(missing)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(missing.toString());
  }
}
