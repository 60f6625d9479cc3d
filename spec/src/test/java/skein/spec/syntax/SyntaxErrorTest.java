package skein.spec.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static skein.spec.syntax.Parsing.errors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
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

  @Test
  void limitsHowDeepThingsAreNested() {
    String deep = "this is nested more than 200 deep";
    String remedy = "give a part of it a name of its own";
    assertThat(errors("def d = " + "(".repeat(20_000)))
        .isEqualTo("1:209 E015 " + deep + " | " + remedy + "\n");
    assertThat(errors("def d = " + "!".repeat(20_000))).contains(deep);
    assertThat(errors("def d = " + "a=>".repeat(20_000))).contains(deep);
    assertThat(errors("def d = " + "a?".repeat(20_000))).contains(deep);
    assertThat(errors("def d = " + "{".repeat(20_000))).contains(deep);
    assertThat(errors("var x: " + "set<".repeat(20_000))).contains(deep);
    assertThat(errors("var x: " + "[1]".repeat(20_000))).contains(deep);
    assertThat(errors("property p: " + "always ".repeat(20_000))).contains(deep);
    assertThat(errors("property p: " + "a ~> ".repeat(20_000))).contains(deep);
    assertThat(errors("fn f() " + "{".repeat(20_000))).contains(deep);
    assertThat(errors("fn f() {" + "if (a) ".repeat(20_000))).contains(deep);
    assertThat(errors("fn f() {" + "if (a) b = c else ".repeat(20_000))).contains(deep);
    assertThat(errors("fn f() {" + "l: ".repeat(20_000))).contains(deep);
  }

  @Test
  void limitsTheLengthOfAnExpression() {
    String tooLong = "E015 this expression has more than 2000 tokens";
    assertThat(errors("def d = " + "a+".repeat(900) + "a")).isEmpty();
    assertThat(errors("def d = " + "a+".repeat(20_000))).contains(tooLong);
    assertThat(errors("def d = a" + ".b".repeat(20_000))).contains(tooLong);
    assertThat(errors("def d = a" + "[0]".repeat(20_000))).contains(tooLong);
  }

  @Test
  void goesOnAfterWhatIsNestedTooDeeply() {
    assertThat(errors("def d = " + "(".repeat(300) + "\nfn f() {\n x = \n}\nconst\n"))
        .isEqualTo(
            "1:209 E015 this is nested more than 200 deep | give a part of it a name of its own\n"
                + "3:5 E010 expected an expression, found the end of the line\n"
                + "5:6 E010 expected a constant's name, found the end of the file\n");
  }

  @Test
  void aMistakeCostsItsStatementAlone() {
    String text = "fn f() {\n  x = (1 +\n  y = {a, b c}\n  foo(a,\n    b c,\n    d)\n  z = 1\n}";
    assertThat(errors(text))
        .isEqualTo(
            "3:5 E011 expected `)`, found `=` | 2: to close this `(`\n"
                + "5:7 E011 expected `)`, found `c` | 4: to close this `(`\n");
  }

  @Test
  void namesTheBlockThatLacksItsBrace() {
    assertThat(errors("fn f() {\n  if (a) {\n    while (b) {\n      c = 1\n  }\n}\nfn g() { }"))
        .isEqualTo("6:2 E011 expected `}`, found `fn` | 3: to close this `{`\n");
    assertThat(errors("fn f() {\n  x = 1\ninit {\n  init = 2\n}"))
        .isEqualTo("2:8 E011 expected `}`, found `init` | 1: to close this `{`\n");
    assertThat(errors("fn f() { x = 1"))
        .isEqualTo("1:15 E011 expected `}`, found the end of the file | 1: to close this `{`\n");
    assertThat(errors("fn f() { }\n}\nconst N = 2"))
        .isEqualTo("2:1 E011 this `}` closes nothing | remove it\n");
  }

  @Test
  void reportsWhatTheLexerCannotReadOnce() {
    assertThat(errors("fn f() { x = \"a\n y = 1 }"))
        .isEqualTo("1:14 E003 this string is not closed on its line | close it with `\"`\n");
    assertThat(errors("const A = 1 /* x\nconst B = "))
        .isEqualTo("1:13 E002 this comment is never closed | close it with `*/`\n");
    assertThat(errors("hunk h \"a\\qb\""))
        .startsWith("1:10 E006 `\\q` means nothing in a string | only ");
    assertThat(errors("const A = 0x"))
        .startsWith("1:11 E004 `0x` is not a number | write numbers as ");
    assertThat(errors("const A = 9223372036854775808"))
        .isEqualTo("1:11 E005 this number is too large | the largest is 9223372036854775807\n");
    assertThat(errors("cover c: x \u2264 3"))
        .isEqualTo("1:12 E001 Skein does not know the character `\u2264` | write `<=`\n");
    assertThat(errors("const A = 1 \0"))
        .startsWith("1:13 E001 Skein does not know the character `\\u0000`");
  }

  @Test
  void saysWhatOtherLanguagesOperatorsAreCalled() {
    assertThat(errors("fn f() { x := 1 }")).isEqualTo("1:12 E016 Skein has no `:=` | write `=`\n");
    assertThat(errors("def d = a /\\ b")).isEqualTo("1:11 E016 Skein has no `/\\` | write `&&`\n");
    assertThat(errors("def d = a and b")).isEqualTo("1:11 E016 Skein has no `and` | write `&&`\n");
    assertThat(errors("def d = a->b->c")).hasLineCount(2);
    assertThat(errors("fn f(): int { x <<= 2 }"))
        .isEqualTo(
            "1:17 E016 Skein has no `<<=` | Skein has no shifts; write the number, or use a set for"
                + " bits\n");
  }

  @Test
  void takesMisspeltKeywordsAsMeant() {
    assertThat(errors("invarient a: x\ndaemon proces p { y = }\nstep invarant b: z"))
        .isEqualTo(
            "1:1 E013 `invarient` does not begin a declaration | did you mean `invariant`?\n"
                + "2:8 E010 expected `process` after `daemon`, found `proces` | did you mean"
                + " `process`?\n"
                + "2:23 E010 expected an expression, found `}`\n"
                + "3:6 E010 expected `invariant` after `step`, found `invarant` | did you mean"
                + " `invariant`?\n");
  }

  @Test
  void cTypesAreNotTakenForKeywords() {
    assertThat(errors("int y;")).contains("E013", "variables are declared as").hasLineCount(1);
    assertThat(errors("inti { x = 1 }")).contains("did you mean `init`?").hasLineCount(1);
  }

  @Test
  void theModuleComesFirst() {
    assertThat(errors("import kernel\nmodule a")).contains("2:1 E019", "move this line");
    assertThat(errors("module a\nmodule b")).contains("2:1 E019", "remove this line");
  }
}
