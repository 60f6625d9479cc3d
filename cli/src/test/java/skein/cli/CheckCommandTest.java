package skein.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  @TempDir Path directory;

  private String counter() throws IOException {
    return CommandRun.model(directory, "counter.skein", Samples.COUNTER);
  }

  @Test
  void aViolationIsShownWithItsTrace() throws IOException {
    CommandRun run = CommandRun.of("check", counter());
    assertThat(run.status()).isEqualTo(12);
    assertThat(run.out())
        .startsWith("final invariant all_counted does not hold      " + counter() + ":")
        .contains("seen = n  // 0", "n = seen + 1  // n stays 1")
        .contains("<-- final invariant all_counted fails")
        .contains("bounds: LIMIT=2 STRICT=false, no hunk applied; sequentially consistent memory");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void aPassStatesBoundsAndCovers() throws IOException {
    CommandRun run = CommandRun.of("check", "--apply", "atomic_add", counter());
    assertThat(run.status()).isEqualTo(0);
    assertThat(run.out())
        .startsWith("all hold: every reachable state was explored\n")
        .contains("cover reached: counted", "atomic_add applied", "search complete");
  }

  @Test
  void aCheckSetsConstantsAndTheCommandLineHasTheLastWord() throws IOException {
    assertThat(CommandRun.of("check", counter() + "::too_many").out())
        .contains("invariant small does not hold", "LIMIT=1");
    assertThat(CommandRun.of("check", counter() + "::too_many", "-D", "LIMIT=2").status())
        .isEqualTo(0);
  }

  @Test
  void stepsAreFusedUnlessToldNotTo() throws IOException {
    String text =
        """
        module section
        import kernel
        var n: 0..4
        var l: spinlock
        process p[2] { spin_lock(l) let v = n n = v + 1 spin_unlock(l) }
        check counts expect pass
        """;
    String file = CommandRun.model(directory, "section.skein", text);
    String fused = "; steps fused (--no-fuse counts each)";
    assertThat(CommandRun.of("check", file).out()).contains(" 3 distinct", fused);
    assertThat(CommandRun.of("check", file, "--json").out()).contains("\"fused\" : true");
    assertThat(CommandRun.of("info", file).out()).contains("p[2]: 1 step, fused from 4");
    assertThat(CommandRun.of("test", file).out()).contains(" 3 distinct");
    for (String option : new String[] {"--no-fuse", "--keep-going"}) {
      CommandRun run = CommandRun.of("check", file, option);
      assertThat(run.out()).contains(" 9 distinct").doesNotContain("fused");
    }
    assertThat(CommandRun.of("test", "--no-fuse", file).out()).contains(" 9 distinct");
    assertThat(CommandRun.of("info", "--no-fuse", file).out()).contains("p[2]: 4 steps");
  }

  /** One process holds the lock of another object: what fusion relies on is not so. */
  @Test
  void anAccessWithoutTheLockIsAnErrorOfTheFusedSearch() throws IOException {
    String model =
        CommandRun.model(
            directory,
            "guarded.skein",
            """
                module guarded
                import kernel
                struct Page[2] { v: 0..3  lock: spinlock }
                process wrong {
                    choose x in Page { choose y in Page where y != x {
                        spin_lock(x.lock)
                        y.v = 1
                        spin_unlock(x.lock)
                    } }
                }
                process right[2] {
                    let x = any Page
                    spin_lock(x.lock)
                    let v = x.v
                    x.v = min(v + 1, 3)
                    spin_unlock(x.lock)
                }
                """);
    CommandRun fused = CommandRun.of("check", model);
    assertThat(fused.status()).as(fused.out()).isEqualTo(12);
    assertThat(fused.out())
        .contains("`Page.v` is accessed without `Page.lock`", "--no-fuse", "CPU0 (wrong)")
        .contains("y.v = 1  <-- lock not held");
    assertThat(CommandRun.of("check", "--no-fuse", model).status()).isEqualTo(0);
  }

  @Test
  void whatIsNotInTheModelIsRefusedWithARemedy() throws IOException {
    assertRefused("did you mean `LIMIT`?", "check", counter(), "-D", "LIMT=3");
    assertRefused("did you mean `atomic_add`?", "check", counter(), "--apply", "atomicadd");
    assertRefused("did you mean `fixed`?", "check", counter() + "::fixd");
    assertRefused("did you mean `small`?", "check", counter(), "--invariant", "smal");
    assertRefused("the value must be a number", "check", counter(), "-D", "LIMIT=many");
    assertRefused("the value must be true or false", "check", counter(), "-D", "STRICT=1");
    assertRefused("switch it on with --apply", "check", counter(), "-D", "atomic_add=1");
    assertRefused("did you mean --max-states?", "check", counter(), "--max-state", "1");
    assertRefused("did you mean check?", "chekc", counter());
  }

  @Test
  void memoryThatIsNoneIsRefusedWithARemedy() throws IOException {
    assertRefused("is not a size such as 512M or 4G", "check", "--memory", "much", counter());
    assertRefused("is more than the machine has; at most", "check", "--memory=9999t", counter());
    assertThatThrownBy(() -> HeapCheck.require(8L << 30, 16L << 30, 4L << 30))
        .hasMessage(
            "--memory 8.0 GiB is more than the heap of 4.0 GiB; start Java with -Xmx9490m or more,"
                + " or leave -Xmx out of SKEIN_JAVA_OPTS");
    assertThatCode(() -> HeapCheck.require(20L << 30, 24L << 30, 22L << 30))
        .doesNotThrowAnyException();
  }

  @Test
  void aSearchEndsBeforeItsMemoryDoes() throws IOException {
    String large = CommandRun.model(directory, "large.skein", Samples.LARGE);
    CommandRun run = CommandRun.of("check", "--memory", "12M", large);
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out())
        .contains("stopped: the memory limit was reached; no violation so far; --memory SIZE")
        .containsPattern("[0-9,]+ distinct, depth [0-9]+, [12][0-9]\\.[0-9] bytes a state");
  }

  @Test
  void fingerprintsSayWhatTheyMayMiss() throws IOException {
    CommandRun exact = CommandRun.of("check", "--json", counter());
    assertThat(exact.out()).contains("\"fingerprints\" : false", "\"missedProbability\" : 0.0");
    CommandRun run = CommandRun.of("check", "--fingerprints", counter());
    assertThat(run.status()).isEqualTo(12);
    assertThat(run.out())
        .containsPattern(
            "missed with a probability of at most [0-9.]+e-1[0-9] \\(n\\(n-1\\)/2\\^65");
    assertThat(run.out().lines().limit(12).toList())
        .isEqualTo(CommandRun.of("check", counter()).out().lines().limit(12).toList());
  }

  private static void assertRefused(String message, String... arguments) {
    CommandRun run = CommandRun.of(arguments);
    assertThat(run.status()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).startsWith("skein: ").contains(message);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void filesThatCannotBeReadAreNamed() throws IOException {
    counter();
    assertRefused("did you mean", "check", directory.resolve("conter.skein").toString());
    assertRefused("is a directory", "check", directory.toString());
    Path latin = directory.resolve("latin.skein");
    Files.write(latin, new byte[] {'/', '/', '\n', '/', '/', (byte) 0xe4});
    assertRefused("not a text in UTF-8: line 2 has the byte 0xe4", "check", latin.toString());
  }

  @Test
  void allErrorsOfAModelAreReported() throws IOException {
    String file =
        CommandRun.model(directory, "bad.skein", "module bad\nvar a: tpye\nvar b: nope\n");
    CommandRun run = CommandRun.of("check", file);
    assertThat(run.status()).isEqualTo(150);
    assertThat(run.err()).contains(file + ":2:8: error:", file + ":3:8: error:", "2 errors");
  }

  @Test
  void deadlocksAndCoversHaveTheirOwnStatus() throws IOException {
    CommandRun deadlock =
        CommandRun.of("check", CommandRun.model(directory, "abba.skein", Samples.DEADLOCK));
    assertThat(deadlock.status()).isEqualTo(11);
    assertThat(deadlock.out()).contains("waits for CPU1", "left waits at spin_lock(b) for b, held");
    CommandRun cover =
        CommandRun.of("check", CommandRun.model(directory, "idle.skein", Samples.COVER));
    assertThat(cover.status()).isEqualTo(15);
    assertThat(cover.out()).contains("cover never reached: far");
  }

  @Test
  void limitsAndInterruptionsEndWithTheFiguresSoFar() throws IOException {
    String large = CommandRun.model(directory, "large.skein", Samples.LARGE);
    CommandRun limited = CommandRun.of("check", "--max-states", "1k", large);
    assertThat(limited.status()).isEqualTo(3);
    assertThat(limited.out())
        .contains("stopped: the limit on states was reached; no violation so far", "distinct");
    CommandRun interrupted = CommandRun.of(() -> true, "check", large);
    assertThat(interrupted.status()).isEqualTo(3);
    assertThat(interrupted.out()).contains("stopped: interrupted", "states generated");
  }

  @Test
  void outputAppearsWhenItIsComplete() throws IOException {
    Path output = directory.resolve("result.txt");
    Path trace = directory.resolve("trace.json");
    CommandRun run =
        CommandRun.of(
            "check", "--output", output.toString(), "--save-trace", trace.toString(), counter());
    assertThat(run.status()).isEqualTo(12);
    assertThat(run.out()).isEmpty();
    assertThat(output).content().startsWith("final invariant all_counted does not hold");
    assertThat(JsonSchema.mistakes("skein-trace-1.schema.json", Files.readString(trace))).isEmpty();
    assertThat(directory.toFile().list()).containsOnly("counter.skein", "result.txt", "trace.json");
    assertRefused(
        "there is no directory", "check", counter(), "--output", directory + "/none/result.txt");
  }

  @Test
  void aFullDiskIsReportedWithTheResult() throws IOException {
    Path full = Path.of("/dev/full");
    org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(full));
    CommandRun run = CommandRun.of("check", "--output", full.toString(), counter());
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err())
        .contains("cannot write /dev/full: No space left on device")
        .contains("final invariant all_counted does not hold", "states generated");
  }

  @Test
  void theWholeResultAsJsonKeepsItsSchema() throws IOException {
    for (String check : new String[] {"", "::fixed"}) {
      CommandRun run = CommandRun.of("check", "--json", counter() + check);
      assertThat(JsonSchema.mistakes("skein-result-1.schema.json", run.out())).isEmpty();
    }
    CommandRun trace = CommandRun.of("check", "--format", "json", counter());
    assertThat(JsonSchema.mistakes("skein-trace-1.schema.json", trace.out())).isEmpty();
    assertThat(trace.err()).contains("states generated");
    assertThat(JsonSchema.mistakes("skein-result-1.schema.json", trace.out())).isNotEmpty();
  }

  @Test
  void coverageNamesEveryStep() throws IOException {
    CommandRun run = CommandRun.of("check", "--coverage", "--no-symmetry", counter());
    assertThat(run.out()).contains("coverage, times taken:", "adder: let seen = n");
  }

  @Test
  void everyOptionHasAnExample() {
    for (String command : new String[] {"check", "test", "fmt", "lint", "info", "explain"}) {
      CommandRun run = CommandRun.of(command, "--help");
      assertThat(run.status()).isEqualTo(0);
      long options = run.out().lines().filter(line -> line.matches(" {2,6}-\\S.*")).count();
      long examples = run.out().lines().filter(line -> line.matches(" {8,}.*Example: .*")).count();
      assertThat(examples).as(run.out()).isEqualTo(options).isPositive();
    }
  }
}
