package skein.spec.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import skein.spec.diagnostic.Diagnostics;
import skein.spec.fuzz.Corpus;
import skein.spec.fuzz.Fuzzer;
import skein.spec.source.SourceFile;

class FormatterTest {
  private static final String GOLDEN = "spec/src/test/resources/skein/spec/syntax/format";

  private static final ImmutableList<String> GAPS =
      ImmutableList.of(
          "\n",
          "\n\n\n",
          "\t",
          " /* inner */ ",
          " // end\n",
          "\n// own line\n",
          "\n\n/* own */ ",
          "\n  /* two\n       lines */\n",
          " ; ",
          " ;\n");

  static ImmutableList<SourceFile> models() {
    return Corpus.files();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ugly", "alignment", "one-line"})
  void laysOut(String name) throws IOException {
    Path folder = Path.of(System.getProperty("skein.root", "..")).resolve(GOLDEN);
    String formatted = format(Files.readString(folder.resolve(name + ".before.skein")));
    Path golden = folder.resolve(name + ".after.skein");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, formatted);
    }
    assertThat(formatted).isEqualTo(Files.readString(golden));
  }

  @Test
  void refusesWhatDoesNotParse() {
    Diagnostics diagnostics = new Diagnostics();
    assertThat(Formatter.format(new SourceFile("m.skein", "const = 3"), diagnostics)).isEmpty();
    assertThat(diagnostics.all()).hasSize(1);
  }

  @Test
  void labelsKeepTheirColons() {
    String text = "process p {\n    x = 1\nagain:\n    y = 2\n}\n";
    assertThat(format("process p {\nx = 1\n  again\n\n:\n y = 2 }")).isEqualTo(text);
    String commented = format("process p {\n   again // why\n  :\n y = 2 }");
    assertThat(format(commented)).isEqualTo(commented);
  }

  @Test
  void anEmptyBodyIsAnEmptyBlock() {
    assertThat(format("fn f() { while (x); }")).isEqualTo("fn f() { while (x) {} }\n");
    String commented = format("fn f() { while (x)\n// why\n; }");
    assertThat(format(commented)).isEqualTo(commented);
  }

  @Test
  void anEmptyTextStaysEmpty() {
    assertThat(format("")).isEmpty();
    assertThat(format("\n\n  ;\n")).isEmpty();
  }

  private static String format(String text) {
    Diagnostics diagnostics = new Diagnostics();
    Optional<String> formatted = Formatter.format(new SourceFile("m.skein", text), diagnostics);
    return formatted.orElseThrow(() -> new AssertionError(diagnostics.all().toString()));
  }

  private static String tree(String text) {
    return Trees.text(Parser.parse(new SourceFile("m.skein", text), new Diagnostics()));
  }

  @ParameterizedTest
  @MethodSource("models")
  void keepsTheTreeAndIsIdempotent(SourceFile model) {
    String formatted = format(model.text());
    assertThat(tree(formatted)).isEqualTo(tree(model.text()));
    assertThat(format(formatted)).isEqualTo(formatted);
  }

  @Test
  void keepsTheTreeOfWhateverParses() throws InterruptedException {
    int[] parsed = new int[1];
    new Fuzzer(
            Corpus.texts(),
            file -> {
              Optional<String> formatted = Formatter.format(file, new Diagnostics());
              if (formatted.isPresent()) {
                parsed[0]++;
                check(file.text(), formatted.get());
              }
            })
        .run(new Random().nextLong(), 5_000, 200);
    assertThat(parsed[0]).isGreaterThan(100);
  }

  @Test
  void keepsTheTreeHoweverTheTextIsLaidOut() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    int parsed = 0;
    for (SourceFile model : models()) {
      for (int n = 0; n < 60; n++) {
        String text = scrambled(model, random);
        Optional<String> formatted =
            Formatter.format(new SourceFile("m.skein", text), new Diagnostics());
        if (formatted.isPresent()) {
          parsed++;
          assertThatCode(() -> check(text, formatted.get()))
              .as("seed %d of\n%s", seed, text)
              .doesNotThrowAnyException();
        }
      }
    }
    assertThat(parsed).as("seed %d", seed).isGreaterThan(10 * models().size());
  }

  /** The tokens of a model in about their lines, with other blanks, line ends and comments. */
  private static String scrambled(SourceFile model, Random random) {
    ImmutableList<Token> tokens = Lexer.lex(model, new Diagnostics()).tokens();
    StringBuilder text = new StringBuilder();
    double wildness = random.nextDouble() * 0.02;
    for (Token token : tokens) {
      if (random.nextDouble() < wildness) {
        text.append(GAPS.get(random.nextInt(GAPS.size())));
      } else if (token.firstOnLine()) {
        text.append(random.nextInt(20) == 0 ? " " : "\n").append(" ".repeat(random.nextInt(9)));
      } else if (token.start() > 0 && " \n".indexOf(model.text().charAt(token.start() - 1)) >= 0) {
        text.append(" ".repeat(1 + random.nextInt(2)));
      }
      text.append(token.text());
    }
    return text.toString();
  }

  private static void check(String text, String formatted) {
    String again = format(formatted);
    if (!again.equals(formatted)) {
      throw new AssertionError("first:\n" + formatted + "\nthen:\n" + again);
    }
    if (!tree(formatted).equals(tree(text))) {
      throw new AssertionError("another tree:\n" + formatted);
    }
    if (!comments(formatted).equals(comments(text))) {
      throw new AssertionError("other comments:\n" + formatted);
    }
  }

  /** All comments of a text, without blanks. */
  private static String comments(String text) {
    SourceFile file = new SourceFile("m.skein", text);
    StringBuilder all = new StringBuilder();
    Lexer.lex(file, new Diagnostics())
        .comments()
        .forEach(
            span -> {
              span.text()
                  .codePoints()
                  .filter(c -> !Character.isWhitespace(c))
                  .forEach(all::appendCodePoint);
              all.append('\n');
            });
    return all.toString();
  }
}
