package skein.checker.fusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import skein.checker.explore.Search;
import skein.checker.explore.SearchOptions;
import skein.checker.report.CheckResult;
import skein.checker.report.ProgressListener;
import skein.checker.report.Violation;
import skein.spec.Spec;
import skein.spec.diagnostic.Diagnostics;
import skein.spec.ir.Configuration;
import skein.spec.ir.TransitionSystem;
import skein.spec.source.SourceFile;

/**
 * Random models have the same verdict with and without fusion. {@code -Dskein.seed} runs one alone,
 * {@code -Dskein.systems} more than usual.
 */
final class FusionAgreesTest {
  private static final long MOST_STATES = 4_000;
  private static final String BREACH = "lock-discipline";

  private final Map<String, Integer> seen = new TreeMap<>();
  private long full;
  private long reduced;

  @Test
  void verdictsAgree() {
    Long only = Long.getLong("skein.seed");
    long first = only == null ? 0 : only;
    long count = only == null ? Long.getLong("skein.systems", 1_500) : 1;
    for (long seed = first; seed < first + count; seed++) {
      try {
        compare(RandomLockModels.of(seed), seed);
      } catch (Throwable failure) {
        throw new AssertionError(
            "random model of seed " + seed + ": " + failure + "\n" + RandomLockModels.of(seed),
            failure);
      }
    }
    if (only == null) {
      assertThat(seen.getOrDefault("breach", 0))
          .as("breaches")
          .isLessThan(Math.toIntExact(count / 50));
      assertThat(seen.get("pass")).isGreaterThan(Math.toIntExact(count / 10));
      assertThat(seen.get("violation")).isGreaterThan(Math.toIntExact(count / 4));
      assertThat(full).isGreaterThan(2 * reduced);
    }
  }

  private void compare(String text, long seed) {
    TransitionSystem system = lower(text);
    TransitionSystem fused = Spec.fuse(system);
    if (!fused.isFused()) {
      count("not fused");
      return;
    }
    SearchOptions options = options(seed % 2 == 0);
    CheckResult plain = search(system, options.withKeepGoing(true));
    if (plain.stopped().isPresent()) {
      count("too large");
      return;
    }
    CheckResult result = search(fused, options);
    if (words(result).contains(BREACH)) {
      count("breach");
      return;
    }
    assertThat(result.stopped()).isEmpty();
    if (seed % 20 == 0) {
      assertThat(search(fused, options.withWorkers(3)).violations()).isEqualTo(result.violations());
      assertThat(search(fused, options.withSymmetry(!options.symmetry())).violations())
          .isEqualTo(result.violations());
    }
    assertThat(words(plain)).containsAll(words(result));
    assertThat(words(result).isEmpty()).as("passes").isEqualTo(words(plain).isEmpty());
    if (words(plain).isEmpty()) {
      assertThat(result.covers()).isEqualTo(plain.covers());
      full += plain.statistics().distinct();
      reduced += result.statistics().distinct();
    }
    words(plain).forEach(this::count);
    count(words(plain).isEmpty() ? "pass" : "violation");
    if (words(plain).size() == 1) {
      count("violation of one kind");
    }
  }

  private static SearchOptions options(boolean symmetry) {
    return SearchOptions.DEFAULT.withWorkers(1).withSymmetry(symmetry).withMaxStates(MOST_STATES);
  }

  private void count(String what) {
    seen.merge(what, 1, Integer::sum);
  }

  /** Kinds of violation, and the names of invariants. */
  private static Set<String> words(CheckResult result) {
    Set<String> words = new TreeSet<>();
    for (Violation violation : result.violations()) {
      boolean named = violation.word().endsWith("invariant");
      words.add(violation.word() + (named ? " " + violation.name() : ""));
    }
    return words;
  }

  private static CheckResult search(TransitionSystem system, SearchOptions options) {
    return Search.run(Spec.compile(system), options, ProgressListener.NONE);
  }

  private static TransitionSystem lower(String text) {
    Diagnostics diagnostics = new Diagnostics();
    return Spec.check(new SourceFile("random.skein", text), path -> Optional.empty(), diagnostics)
        .flatMap(module -> Spec.lower(module, Configuration.NONE, diagnostics))
        .orElseThrow(() -> new AssertionError(diagnostics.all()));
  }
}
