package skein.spec.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import skein.spec.diagnostic.Diagnostic;
import skein.spec.diagnostic.DiagnosticPrinter;
import skein.spec.diagnostic.Diagnostics;
import skein.spec.fuzz.Corpus;
import skein.spec.fuzz.Fuzzer;
import skein.spec.source.SourceFile;
import skein.spec.source.Span;

class ParserFuzzTest {
  private final DiagnosticPrinter printer = new DiagnosticPrinter(true);

  @Test
  void survivesWhateverItReads() throws InterruptedException {
    long seed = new Random().nextLong();
    new Fuzzer(Corpus.texts(), this::parse).run(seed, 97_000, 300);
    new Fuzzer(Corpus.texts(), this::parse).run(seed, 3_000, 20_000);
  }

  private void parse(SourceFile file) {
    Diagnostics diagnostics = new Diagnostics();
    Module module = Parser.parse(file, diagnostics);
    assertThat(module.span().end()).isEqualTo(file.text().length());
    for (Diagnostic diagnostic : diagnostics.all()) {
      Span span = diagnostic.span();
      if (span.start() < 0 || span.end() < span.start() || span.end() > file.text().length()) {
        throw new AssertionError(diagnostic);
      }
    }
    if (diagnostics.all().size() > 0 && file.text().length() % 8 == 0) {
      assertThat(printer.render(diagnostics.all())).contains("error:");
    }
  }
}
