package skein.spec.fuzz;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import skein.spec.source.SourceFile;

/** The models of the repository that can be read: examples, prelude, and those of the tests. */
public final class Corpus {
  private Corpus() {}

  public static ImmutableList<SourceFile> files() {
    Path root = Path.of(System.getProperty("skein.root", ".."));
    return Stream.of("examples", "spec/src")
        .map(root::resolve)
        .filter(Files::isDirectory)
        .flatMap(Corpus::models)
        .sorted()
        .map(path -> new SourceFile(root.relativize(path).toString(), text(path)))
        .collect(ImmutableList.toImmutableList());
  }

  public static ImmutableList<String> texts() {
    return files().stream().map(SourceFile::text).collect(ImmutableList.toImmutableList());
  }

  private static Stream<Path> models(Path folder) {
    try {
      return Files.walk(folder)
          .filter(path -> path.toString().endsWith(".skein"))
          .filter(path -> !path.endsWith("twenty-mistakes.skein"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
