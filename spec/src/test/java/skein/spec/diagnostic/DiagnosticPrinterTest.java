package skein.spec.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;
import skein.spec.source.SourceFile;
import skein.spec.source.Span;

class DiagnosticPrinterTest {
  private final DiagnosticPrinter plain = new DiagnosticPrinter(false);

  private static Diagnostic at(SourceFile file, String place, String message) {
    int start = file.text().indexOf(place);
    return Diagnostic.of(Code.E010, new Span(file, start, start + place.length()), message);
  }

  @Test
  void showsPlaceLineCaretAndHelp() {
    SourceFile file = new SourceFile("a.skein", "fn f() {\n    if (eb.ref >= 2) return\n}\n");
    assertThat(
            plain.render(at(file, "ref ", "unknown field `ref`").withHelp("did you mean `refs`?")))
        .isEqualTo(
            """
            a.skein:2:12: error: unknown field `ref` [E010]
                if (eb.ref >= 2) return
                       ^^^^
            help: did you mean `refs`?
            """);
  }

  @Test
  void showsNotesWithTheirLines() {
    SourceFile file = new SourceFile("a.skein", "f(a\n  b)");
    Diagnostic diagnostic =
        at(file, "b", "expected `)`").withNote(at(file, "(", "").span(), "to close this");
    assertThat(plain.render(diagnostic))
        .isEqualTo(
            """
            a.skein:2:3: error: expected `)` [E010]
              b)
              ^
            a.skein:1:2: note: to close this
            f(a
             ^
            """);
  }

  @Test
  void keepsTabsSoThatTheCaretStandsUnderItsPlace() {
    SourceFile file = new SourceFile("a.skein", "\tx =\ty");
    assertThat(plain.render(at(file, "y", "m"))).endsWith("\n\tx =\ty\n\t   \t^\n");
  }

  @Test
  void countsCharactersBeyondSixteenBitsOnce() {
    SourceFile file = new SourceFile("a.skein", "\"\ud83d\ude00\" x");
    assertThat(plain.render(at(file, "x", "m"))).endsWith("\n\"\ud83d\ude00\" x\n    ^\n");
  }

  @Test
  void underlinesTheFirstLineOfALongPlace() {
    SourceFile file = new SourceFile("a.skein", "ab cd\r\nef");
    assertThat(plain.render(at(file, "cd\r\nef", "m"))).endsWith("\nab cd\n   ^^\n");
  }

  @Test
  void showsPartOfALongLine() {
    SourceFile file = new SourceFile("a.skein", "a".repeat(5000) + "!" + "b".repeat(5000));
    String[] lines = plain.render(at(file, "!", "m")).split("\n");
    assertThat(lines[1]).hasSizeLessThan(170);
    assertThat(lines[1].charAt(lines[2].indexOf('^'))).isEqualTo('!');
  }

  @Test
  void letsNoTextSteerTheTerminal() {
    SourceFile file = new SourceFile("a.skein", "x \u001b[31m y");
    assertThat(plain.render(at(file, "y", "found \u001b[0m"))).doesNotContain("\u001b");
  }

  @Test
  void placesAtTheEndOfAnEmptyFile() {
    SourceFile file = new SourceFile("a.skein", "");
    Diagnostic diagnostic = Diagnostic.of(Code.E010, new Span(file, 0, 0), "m");
    assertThat(plain.render(diagnostic)).isEqualTo("a.skein:1:1: error: m [E010]\n\n^\n");
  }

  @Test
  void ordersEachFileByItsText() {
    SourceFile a = new SourceFile("a", "xy");
    SourceFile b = new SourceFile("b", "xy");
    String text = plain.render(ImmutableList.of(at(b, "y", "1"), at(a, "x", "2"), at(b, "x", "3")));
    assertThat(text.lines().filter(line -> line.contains("error")))
        .containsExactly(
            "b:1:1: error: 3 [E010]", "b:1:2: error: 1 [E010]", "a:1:1: error: 2 [E010]");
  }

  @Test
  void colours() {
    SourceFile file = new SourceFile("a.skein", "x");
    assertThat(new DiagnosticPrinter(true).render(at(file, "x", "m")))
        .contains("\u001b[1;31merror:\u001b[0m m [E010]", "\u001b[1;32m^\u001b[0m");
  }
}
