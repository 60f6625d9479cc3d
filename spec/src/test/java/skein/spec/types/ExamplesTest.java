package skein.spec.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import skein.spec.Spec;
import skein.spec.diagnostic.DiagnosticPrinter;
import skein.spec.diagnostic.Diagnostics;
import skein.spec.source.SourceFile;

/** Every example type-checks, and what the next phase reads is then complete. */
class ExamplesTest {
  private static final Path ROOT = Path.of(System.getProperty("skein.root", "..")).normalize();

  static Stream<Path> models() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("examples"))) {
      List<Path> models = files.filter(p -> p.toString().endsWith(".skein")).sorted().toList();
      return models.stream();
    }
  }

  static Optional<SourceFile> load(String path) {
    try {
      return Optional.of(new SourceFile(path, Files.readString(Path.of(path))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void checks(Path model) {
    Diagnostics diagnostics = new Diagnostics();
    SourceFile file = load(model.toString()).orElseThrow();
    Optional<CheckedModule> checked = Spec.check(file, ExamplesTest::load, diagnostics);
    assertThat(new DiagnosticPrinter(false).render(diagnostics.all())).isEmpty();
    Completeness.require(checked.orElseThrow());
  }
}
