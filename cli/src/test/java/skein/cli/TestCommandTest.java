package skein.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCommandTest {
  @TempDir Path directory;

  @Test
  void everyCheckBelowADirectoryIsCompared() throws IOException {
    CommandRun.model(directory, "counter.skein", Samples.COUNTER);
    CommandRun.model(directory, "idle.skein", Samples.COVER);
    CommandRun.model(directory, "library.skein", "module library\nvar n: 0..3\n");
    CommandRun run = CommandRun.of("test", directory.toString());
    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(0);
    assertThat(run.out())
        .contains("counter.skein::lost  invariant all_counted", "idle.skein::far  cover far")
        .doesNotContain("library")
        .endsWith("4 passed, 0 failed\n");
  }

  @Test
  void aDifferenceIsShownWithWhatHappened() throws IOException {
    String wrong = Samples.COUNTER.replace("expect invariant all_counted", "expect deadlock");
    CommandRun.model(directory, "counter.skein", wrong);
    CommandRun run = CommandRun.of("test", directory.toString());
    assertThat(run.status()).isEqualTo(4);
    assertThat(run.out())
        .contains("FAIL ", "expected deadlock, got final invariant all_counted")
        .contains("seen = n  // 0")
        .endsWith("2 passed, 1 failed\n");
  }

  /** Fused, the step goes on from where the invariant fails to where BUG_ON does. */
  @Test
  void whatFusionMeetsFirstIsNotTheOutcome() throws IOException {
    CommandRun.model(
        directory,
        "first.skein",
        """
        module first
        var x: 0..3
        var fixed: 0..3 = 2
        process p {
            x = 1
            let f = fixed
            BUG_ON(f == 2)
        }
        invariant small: x < 1
        check first expect invariant small
        """);
    CommandRun run = CommandRun.of("test", directory.toString());
    assertThat(run.status()).as(run.out()).isEqualTo(0);
    Path model = directory.resolve("first.skein");
    assertThat(CommandRun.of("check", model.toString()).out()).startsWith("BUG_ON(f == 2)");
    assertThat(CommandRun.of("check", "--no-fuse", model.toString()).out())
        .startsWith("invariant small");
  }

  @Test
  void aModelWithErrorsDoesNotStopTheOthers() throws IOException {
    CommandRun.model(directory, "a.skein", "module a\nvar x: nope\ncheck c\n");
    CommandRun.model(directory, "counter.skein", Samples.COUNTER);
    CommandRun run = CommandRun.of("test", directory.toString());
    assertThat(run.status()).isEqualTo(150);
    assertThat(run.out()).endsWith("3 passed, 0 failed, 1 with errors\n");
    assertThat(run.err()).contains("a.skein:2:8: error:");
  }

  @Test
  void aDirectoryWithoutModelsIsAMistake() {
    CommandRun run = CommandRun.of("test", directory.toString());
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("there is no *.skein file in");
  }

  @Test
  void formattingWritesAndThenHasNothingToDo() throws IOException {
    Path file = directory.resolve("a.skein");
    Files.writeString(file, "module a\nvar   n:0..3\n");
    assertThat(CommandRun.of("fmt", "--check", file.toString()).status()).isEqualTo(4);
    assertThat(CommandRun.of("fmt", file.toString()).out()).isEqualTo(file + "\n");
    assertThat(Files.readString(file)).contains("var n: 0..3");
    assertThat(CommandRun.of("fmt", "--check", file.toString()).status()).isEqualTo(0);
  }

  @Test
  void infoNamesSizesProcessesAndSymmetry() throws IOException {
    String file = CommandRun.model(directory, "counter.skein", Samples.COUNTER);
    CommandRun run = CommandRun.of("info", "--layout", file);
    assertThat(run.status()).as(run.err()).isEqualTo(0);
    assertThat(run.out())
        .contains("process     adder[2]", "symmetry    adder[2]: states divided by up to 2")
        .contains("invariant small", "in all");
  }

  @Test
  void lintWarns() throws IOException {
    String file =
        CommandRun.model(
            directory, "a.skein", "module a\nvar x: 0..3\nconst N = 2\nprocess p { x = 1 }\n");
    CommandRun run = CommandRun.of("lint", file);
    assertThat(run.status()).isEqualTo(4);
    assertThat(run.out()).contains("warning:", "[W100]");
  }

  @Test
  void explainKnowsEveryCode() {
    assertThat(CommandRun.of("explain", "e012").out()).startsWith("E012: ");
    assertThat(CommandRun.of("explain").out()).contains("E012", "W100");
    assertThat(CommandRun.of("explain", "E9").status()).isEqualTo(2);
  }
}
