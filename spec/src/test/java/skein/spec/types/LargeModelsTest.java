package skein.spec.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import skein.spec.diagnostic.Code;
import skein.spec.diagnostic.Diagnostic;
import skein.spec.diagnostic.Diagnostics;
import skein.spec.source.SourceFile;

/** Models far larger than anyone writes by hand are checked in time, or refused. */
class LargeModelsTest {
  private static Diagnostics check(String text) {
    Diagnostics diagnostics = new Diagnostics();
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          ModuleLoader.Loaded loaded =
              ModuleLoader.load(
                  new SourceFile("large.skein", text),
                  path -> Optional.empty(),
                  name -> Optional.empty(),
                  diagnostics);
          TypeChecker.check(loaded, diagnostics).ifPresent(Completeness::require);
        });
    return diagnostics;
  }

  private static String repeated(int count, String text) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < count; i++) {
      all.append(text.replace("$1", "" + (i + 1)).replace("$", "" + i));
    }
    return all.toString();
  }

  @Test
  void manyDeclarations() {
    String text =
        repeated(3_000, "var v$: 0..3\nfn f$() { v$ += 1; let x = v$; v$ = x }\n")
            + repeated(3_000, "invariant i$: v$ <= 3\n");
    assertThat(check(text).all()).isEmpty();
  }

  @Test
  void defsThatDoubleAtEachCall() {
    String text =
        "struct P[2] { b: bool, c: bool }\n"
            + "def d40(p: P) = p.b\n"
            + repeated(40, "def d$(p: P) = d$1(p) && d$1(p)\n")
            + "atomic fn f() { for p in P { p.c = d0(p) } }\n"
            + "var x: bool = any {y in bool : y}\n";
    assertThat(check(text).all()).isEmpty();
  }

  @Test
  void longChainsAreRefused() {
    String text = "def d100000() = true\n" + repeated(100_000, "def d$() = d$1()\n");
    assertThat(check(text).all()).extracting(Diagnostic::code).containsExactly(Code.E015);
  }

  @Test
  void longBodies() {
    String body = repeated(5_000, "let x$ = n\nn = x$\nif (n == 0) goto l$\nl$: skip\n");
    assertThat(check("var n: 0..3\nprocess p {\n" + body + "}\n").all()).isEmpty();
  }
}
