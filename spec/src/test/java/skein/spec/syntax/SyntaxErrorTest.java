package skein.spec.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skein.spec.diagnostic.DiagnosticPrinter;
import skein.spec.diagnostic.Diagnostics;
import skein.spec.source.SourceFile;

class SyntaxErrorTest {
  private static final String FOLDER = "spec/src/test/resources/skein/spec/syntax/errors";

  @ParameterizedTest
  @ValueSource(strings = {"twenty", "mixed", "incomplete"})
  void reportsEveryMistakeOnce(String name) throws IOException {
    Path folder = Path.of(System.getProperty("skein.root", "..")).resolve(FOLDER);
    String text = Files.readString(folder.resolve(name + ".broken"));
    Diagnostics diagnostics = new Diagnostics();
    Parser.parse(new SourceFile(name + ".skein", text), diagnostics);
    String printed = new DiagnosticPrinter(false).render(diagnostics.all());
    Path golden = folder.resolve(name + ".txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, printed);
    }
    assertThat(printed).isEqualTo(Files.readString(golden));
  }
}
