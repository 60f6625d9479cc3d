package skein.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Expected texts, kept in files; {@code -Dgolden.update=true} writes them anew. */
public final class Golden {
  private Golden() {}

  /** Compares with a file below {@code cli/src/test/resources/golden}. */
  public static void check(String name, String actual) {
    Path file =
        Path.of(System.getProperty("skein.root"), "cli/src/test/resources/golden").resolve(name);
    try {
      if (Boolean.getBoolean("golden.update")) {
        Files.writeString(file, actual);
      }
      assertThat(actual).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
