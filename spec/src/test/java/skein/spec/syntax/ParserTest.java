package skein.spec.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import skein.spec.diagnostic.Diagnostics;
import skein.spec.source.SourceFile;

class ParserTest {
  @Test
  void readsTheModelOfTheLanguageDesign() throws IOException {
    String text =
        Resources.toString(
            Resources.getResource(ParserTest.class, "readahead.skein"), StandardCharsets.UTF_8);
    Diagnostics diagnostics = new Diagnostics();
    Module module = Parser.parse(new SourceFile("readahead.skein", text), diagnostics);
    assertThat(diagnostics.all()).isEmpty();
    assertThat(module.declarations()).hasSize(21);
  }
}
