package skein.spec.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import skein.spec.Spec;
import skein.spec.diagnostic.DiagnosticPrinter;
import skein.spec.diagnostic.Diagnostics;
import skein.spec.source.SourceFile;

/** One model with mistakes of every sort: each is reported, and nothing else. */
class TwentyMistakesTest {
  private static final Path FOLDER = Path.of("src/test/resources/skein/spec/types");

  @Test
  void reportsEachWithItsPlaceAndRemedy() throws IOException {
    String text = Files.readString(FOLDER.resolve("twenty-mistakes.input"));
    Diagnostics diagnostics = new Diagnostics();
    SourceFile file = new SourceFile("twenty-mistakes.skein", text);
    assertThat(Spec.check(file, path -> Optional.empty(), diagnostics)).isEmpty();
    String rendered = new DiagnosticPrinter(false).render(diagnostics.all());
    Path golden = FOLDER.resolve("twenty-mistakes.txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, rendered);
    }
    assertThat(rendered).isEqualTo(Files.readString(golden));
    assertThat(diagnostics.all()).hasSize(20).allMatch(d -> d.help().isPresent());
  }
}
