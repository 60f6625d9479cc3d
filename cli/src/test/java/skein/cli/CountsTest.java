package skein.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import skein.checker.explore.Search;
import skein.checker.explore.SearchOptions;
import skein.checker.report.CheckResult;
import skein.checker.report.ProgressListener;
import skein.checker.report.Statistics;
import skein.spec.CompileOptions;
import skein.spec.Spec;
import skein.spec.diagnostic.Diagnostics;
import skein.spec.ir.TransitionSystem;
import skein.spec.model.Model;
import skein.spec.source.SourceFile;
import skein.spec.syntax.Declaration;
import skein.spec.types.CheckedModule;

/**
 * The counts of every check of the examples are those of {@code examples/COUNTS}, exactly; {@code
 * -Dgolden.update=true} writes the table anew.
 */
final class CountsTest {
  private static final Path EXAMPLES = Path.of(System.getProperty("skein.root"), "examples");
  private static final String LINE = "%-58s %9s %9s %5s %7d %5d %7d";

  private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

  /** Where there are more states than this, they are counted with symmetry only. */
  private static final long MANY = 500_000;

  @Test
  void countsAreExact() throws IOException {
    Path table = EXAMPLES.resolve("COUNTS");
    List<String> expected = Files.readAllLines(table);
    List<String> head = expected.stream().filter(line -> line.startsWith("#")).toList();
    List<String> actual = new ArrayList<>(head);
    for (Path file : models()) {
      actual.addAll(lines(file));
    }
    if (Boolean.getBoolean("golden.update")) {
      Files.write(table, actual);
    }
    assertThat(actual).isEqualTo(Files.readAllLines(table));
  }

  private static ImmutableList<Path> models() throws IOException {
    try (var files = Files.walk(EXAMPLES)) {
      return files
          .filter(file -> file.toString().endsWith(".skein"))
          .sorted()
          .collect(ImmutableList.toImmutableList());
    }
  }

  private static List<String> lines(Path file) {
    Diagnostics diagnostics = new Diagnostics();
    CheckedModule module =
        Spec.check(read(file).orElseThrow(), path -> read(Path.of(path)), diagnostics)
            .orElseThrow();
    return module.root().declarations().stream()
        .filter(d -> d instanceof Declaration.Check)
        .map(d -> line(file, module, (Declaration.Check) d))
        .toList();
  }

  private static String line(Path file, CheckedModule module, Declaration.Check check) {
    Diagnostics diagnostics = new Diagnostics();
    TransitionSystem system =
        Spec.configuration(module, check, diagnostics)
            .flatMap(configuration -> Spec.lower(module, configuration, diagnostics))
            .orElseThrow();
    Model model = Spec.compile(system);
    Model fused = Spec.compile(system, CompileOptions.DEFAULT);
    CheckResult blocks = run(fused, SearchOptions.DEFAULT.withWorkers(2));
    CheckResult reduced = run(model, SearchOptions.DEFAULT.withWorkers(2));
    Statistics orbits = reduced.statistics();
    String name = EXAMPLES.relativize(file) + "::" + check.name();
    assertThat(verdict(blocks)).as("verdict of %s, fused", name).isEqualTo(verdict(reduced));
    assertFingerprintsSayTheSame(name, model, reduced);
    long blocksFound = blocks.statistics().distinct();
    if (orbits.unreduced() > MANY) {
      return LINE.formatted(name, "-", "-", "-", orbits.distinct(), orbits.depth(), blocksFound);
    }
    CheckResult all = run(model, SearchOptions.DEFAULT.withSymmetry(false));
    assertThat(traceLength(all))
        .as("length of the trace of %s", name)
        .isEqualTo(traceLength(run(model, SearchOptions.DEFAULT)));
    Statistics states = all.statistics();
    return LINE.formatted(
        name,
        states.distinct(),
        states.generated(),
        states.depth(),
        orbits.distinct(),
        orbits.depth(),
        blocksFound);
  }

  /** What was found, or that all holds; and which covers were reached. */
  private static String verdict(CheckResult result) {
    return result.violations().stream().map(v -> v.word() + " " + v.name()).toList()
        + (result.violations().isEmpty() ? " " + result.covers() : "");
  }

  /** No two states of the examples have the same fingerprint. */
  private static void assertFingerprintsSayTheSame(String name, Model model, CheckResult exact) {
    SearchOptions options = SearchOptions.DEFAULT.withArchive(TEMPORARY);
    CheckResult hashed = run(model, options);
    assertThat(hashed.violations()).as(name).isEqualTo(exact.violations());
    assertThat(hashed.covers()).as(name).isEqualTo(exact.covers());
    assertThat(hashed.statistics().levels()).as(name).isEqualTo(exact.statistics().levels());
    assertThat(hashed.statistics().actions()).as(name).isEqualTo(exact.statistics().actions());
    assertThat(hashed.statistics().missed()).as(name).isBetween(0.0, 1e-6);
  }

  private static CheckResult run(Model model, SearchOptions options) {
    return Search.run(model, options, ProgressListener.NONE);
  }

  private static int traceLength(CheckResult result) {
    return result.violations().isEmpty() ? -1 : result.violations().get(0).trace().steps().size();
  }

  private static Optional<SourceFile> read(Path file) {
    try {
      return Optional.of(new SourceFile(file.toString(), Files.readString(file)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Test
  void publishedCountsAreReached() throws IOException {
    List<String> table = Files.readAllLines(EXAMPLES.resolve("COUNTS"));
    assertThat(counts(table, "peterson-3")).containsExactly("12498", "33370", "53");
    assertThat(counts(table, "philosophers")).containsExactly("67", "336", "28");
    assertThat(counts(table, "two-phase")).containsExactly("288", "1146", "10");
    assertThat(counts(table, "chameneos")).containsExactly("34534", "104697", "12");
    assertThat(counts(table, "readers-writers")).containsExactly("21527", "59674", "12");
  }

  private static List<String> counts(List<String> table, String model) {
    String line =
        table.stream()
            .filter(each -> each.startsWith("published/" + model + ".skein::"))
            .findFirst()
            .orElseThrow();
    return Splitter.on(' ').omitEmptyStrings().splitToList(line).subList(1, 4);
  }
}
