package skein.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as a user calls it. The first call builds, if that has not been done. */
class LauncherIT {
  private static final Path LAUNCHER = Path.of(System.getProperty("skein.root"), "skein");

  @TempDir Path directory;

  private record Ended(int status, String out, String err) {}

  @BeforeAll
  static void build() throws Exception {
    Process process = new ProcessBuilder(LAUNCHER.toString(), "--version").inheritIO().start();
    assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  private Process start(Map<String, String> environment, List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().putAll(environment);
    return builder
        .redirectOutput(directory.resolve("out").toFile())
        .redirectError(directory.resolve("err").toFile())
        .start();
  }

  private Ended end(Process process) throws Exception {
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return new Ended(
        process.exitValue(),
        Files.readString(directory.resolve("out")),
        Files.readString(directory.resolve("err")));
  }

  private Ended run(Map<String, String> environment, String... command) throws Exception {
    return end(start(environment, List.of(command)));
  }

  @Test
  void itWorksThroughALinkFromAnywhereAndPassesTheStatusOn() throws Exception {
    CommandRun.model(directory, "counter.skein", Samples.COUNTER);
    Path link = Files.createSymbolicLink(directory.resolve("link to skein"), LAUNCHER);
    Ended ended = run(Map.of(), link.toString(), "check", "counter.skein");
    assertThat(ended.status()).as(ended.err()).isEqualTo(12);
    assertThat(ended.out()).startsWith("final invariant all_counted does not hold");
    assertThat(ended.err()).isEmpty();
    assertThat(directory.toFile().list())
        .containsExactlyInAnyOrder("counter.skein", "link to skein", "out", "err");
  }

  @Test
  void laterStartsDoNotInvokeMaven() throws Exception {
    Path fake = Files.writeString(directory.resolve("mvn"), "#!/bin/sh\ntouch mvn-was-called\n");
    assertThat(fake.toFile().setExecutable(true)).isTrue();
    Map<String, String> path = Map.of("PATH", directory + ":" + System.getenv("PATH"));
    assertThat(run(path, LAUNCHER.toString(), "--version").status()).isZero();
    assertThat(directory.resolve("mvn-was-called")).doesNotExist();
  }

  @Test
  void aMissingJdkIsSaidSo() throws Exception {
    Ended ended = run(Map.of("JAVA_HOME", "/nowhere"), LAUNCHER.toString(), "--version");
    assertThat(ended.status()).isEqualTo(255);
    assertThat(ended.err()).contains("JAVA_HOME is /nowhere", "version 17 or later");
  }

  @Test
  void aSignalEndsASearchWithItsFigures() throws Exception {
    CommandRun.model(directory, "large.skein", Samples.LARGE);
    List<String> command = List.of(LAUNCHER.toString(), "check", "--progress=json", "large.skein");
    Process process = start(Map.of(), command);
    // The first line of progress says that the search is under way.
    for (int i = 0; i < 600 && Files.size(directory.resolve("err")) == 0; i++) {
      Thread.sleep(100);
    }
    process.destroy();
    Ended ended = end(process);
    assertThat(ended.status()).as(ended.err()).isEqualTo(3);
    assertThat(ended.out()).contains("stopped: interrupted; no violation so far", "distinct");
    assertThat(ended.err()).contains("interrupted; stopping the search");
  }

  @Test
  void aFullHeapEndsASearchWithItsFigures() throws Exception {
    CommandRun.model(directory, "large.skein", Samples.LARGE);
    Map<String, String> small = Map.of("SKEIN_JAVA_OPTS", "-Xmx48m");
    Ended ended = run(small, LAUNCHER.toString(), "check", "large.skein");
    assertThat(ended.status()).as(ended.out() + ended.err()).isEqualTo(3);
    assertThat(ended.out() + ended.err()).contains("memory").contains("distinct");
    assertThat(ended.err()).doesNotContain("Exception", "\tat ");
  }

  /** By itself Java would make the heap three quarters of the machine's memory. */
  @Test
  void theHeapIsMadeLargeEnoughForTheMemoryAskedFor() throws Exception {
    CommandRun.model(directory, "counter.skein", Samples.COUNTER);
    for (String size : List.of("--memory=900m", "--memory=1G", "--memory=1048576k")) {
      Map<String, String> small = Map.of("SKEIN_JAVA_OPTS", "-XX:MaxRAMPercentage=1");
      Ended ended = run(small, LAUNCHER.toString(), "check", size, "counter.skein");
      assertThat(ended.status()).as(ended.err()).isEqualTo(12);
    }
    Map<String, String> fixed = Map.of("SKEIN_JAVA_OPTS", "-Xmx48m");
    Ended ended = run(fixed, LAUNCHER.toString(), "check", "--memory", "900m", "counter.skein");
    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.err()).contains("--memory 900.0 MiB is more than the heap of");
  }

  @Test
  void anArchiveIsMadeForTheJavaInUse() throws Exception {
    Map<String, String> log = Map.of("SKEIN_JAVA_OPTS", "-Xlog:class+load:stderr");
    String loaded = run(log, LAUNCHER.toString(), "--version").err();
    assertThat(loaded).contains("skein.cli.Main source: shared objects file");
  }

  @Test
  void aDirectoryForFingerprintsThatIsNotThereIsSaidSo() throws Exception {
    CommandRun.model(directory, "counter.skein", Samples.COUNTER);
    Map<String, String> nowhere = Map.of("TMPDIR", "/nowhere");
    Ended ended = run(nowhere, LAUNCHER.toString(), "check", "--fingerprints", "counter.skein");
    assertThat(ended.status()).isEqualTo(3);
    assertThat(ended.err())
        .contains("cannot make a file for explored states in /nowhere: no such file or directory")
        .contains("set TMPDIR");
  }

  @Test
  void aReaderWhoLeavesIsNoError() throws Exception {
    Ended ended = run(Map.of(), "sh", "-c", "'" + LAUNCHER + "' explain | head -n 1");
    assertThat(ended.out()).startsWith("E001");
    assertThat(ended.err()).isEmpty();
  }

  @Test
  void aFullDiskBehindStandardOutputIsReported() throws Exception {
    org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(Path.of("/dev/full")));
    Ended ended = run(Map.of(), "sh", "-c", "'" + LAUNCHER + "' explain > /dev/full");
    assertThat(ended.status()).isEqualTo(3);
    assertThat(ended.err()).contains("cannot write standard output: No space left on device");
  }
}
