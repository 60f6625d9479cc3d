package skein.spec.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static skein.spec.syntax.Parsing.declaration;
import static skein.spec.syntax.Parsing.module;

import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import skein.spec.diagnostic.Diagnostics;
import skein.spec.fuzz.Corpus;
import skein.spec.source.SourceFile;

class ParserTest {
  @Test
  void readsTheModelOfTheLanguageDesign() throws IOException {
    String text =
        Resources.toString(
            Resources.getResource(ParserTest.class, "readahead.skein"), StandardCharsets.UTF_8);
    assertThat(module(text).declarations()).hasSize(21);
  }

  static Iterable<SourceFile> models() {
    return Corpus.files();
  }

  @ParameterizedTest
  @MethodSource("models")
  void readsEveryModel(SourceFile model) {
    Diagnostics diagnostics = new Diagnostics();
    Module module = Parser.parse(model, diagnostics);
    assertThat(diagnostics.all()).isEmpty();
    assertThat(module.declarations()).isNotEmpty();
  }

  @Test
  void readsTheHead() {
    Module module = module("module m; import kernel\nimport \"a/b.skein\"");
    assertThat(module.name().map(Identifier::text)).contains("m");
    assertThat(Trees.text(module.imports()))
        .isEqualTo("[Import(kernel, false), Import(a/b.skein, true)]");
    assertThat(module("").name()).isEmpty();
  }

  @Test
  void readsConstantsHunksAndEnums() {
    assertThat(declaration("const N = 2 * M")).isEqualTo("Const(N, -, Binary(MULTIPLY, 2, M))");
    assertThat(declaration("const B: bool = true"))
        .isEqualTo("Const(B, Named(bool, false), BoolLiteral(true))");
    assertThat(declaration("hunk fix \"what\"")).isEqualTo("Hunk(fix, what)");
    assertThat(declaration("enum E { A, B\nC, }"))
        .isEqualTo("Enum(E, [EnumMember(A), EnumMember(B), EnumMember(C)])");
  }

  @Test
  void readsStructs() {
    assertThat(declaration("struct S { a: bool b: T? = null; c: E }"))
        .isEqualTo(
            "Struct(VALUE, false, S, -, [Field(a, Named(bool, false), -),"
                + " Field(b, Named(T, true), NullLiteral()), Field(c, Named(E, false), -)])");
    assertThat(declaration("struct S[N] {}")).isEqualTo("Struct(OBJECT, false, S, N, [])");
    assertThat(declaration("heap struct S[2] {}")).isEqualTo("Struct(HEAP, false, S, 2, [])");
    assertThat(declaration("lock struct S { owner: Task? }"))
        .startsWith("Struct(VALUE, true, S, -");
    assertThat(declaration("struct S { free: bool, size: bool, at: bool, if: bool }"))
        .contains("free", "size", "at", "if");
  }

  @Test
  void readsTypes() {
    assertThat(declaration("var x: 0..N - 1"))
        .isEqualTo("Global(x, Range(0, Binary(SUBTRACT, N, 1)), -)");
    assertThat(declaration("var x: -1..1")).isEqualTo("Global(x, Range(Unary(NEGATE, 1), 1), -)");
    assertThat(declaration("var x: A..B = C")).isEqualTo("Global(x, Range(A, B), C)");
    assertThat(declaration("var x: set<set<F>>= {}"))
        .isEqualTo("Global(x, SetOf(SetOf(Named(F, false))), SetLiteral([]))");
    assertThat(declaration("var x: [N + 1] Page? = [a]"))
        .isEqualTo("Global(x, Array(Binary(ADD, N, 1), Named(Page, true)), ArrayLiteral([a]))");
    assertThat(declaration("var x: map<K, queue<0..3, 2 * N>>"))
        .isEqualTo(
            "Global(x, MapOf(Named(K, false), QueueOf(Range(0, 3), Binary(MULTIPLY, 2, N))), -)");
  }

  @Test
  void readsFunctions() {
    assertThat(declaration("def f(a: T) = a.b"))
        .isEqualTo("Def(f, [], [Parameter(false, a, Named(T, false))], -, FieldAccess(a, b))");
    assertThat(declaration("def f: bool = true"))
        .isEqualTo("Def(f, [], [], Named(bool, false), BoolLiteral(true))");
    assertThat(declaration("atomic fn f<T, U>(nr: T, ref bits: set<T>): bool { return true }"))
        .isEqualTo(
            "Function(true, f, [TypeParameter(T), TypeParameter(U)],"
                + " [Parameter(false, nr, Named(T, false)), Parameter(true, bits, SetOf(Named(T,"
                + " false)))], Named(bool, false), Block([Return(BoolLiteral(true))]))");
    assertThat(declaration("fn f(ref: T) { }")).contains("Parameter(false, ref, Named(T, false))");
  }

  @Test
  void readsProcessesAndActions() {
    assertThat(declaration("process p { }")).isEqualTo("Process(NONE, false, p, One(), Block([]))");
    assertThat(declaration("fair daemon process p[N] { }"))
        .isEqualTo("Process(WEAK, true, p, Counted(N), Block([]))");
    assertThat(declaration("daemon strong fair process p[i: 1..N] { }"))
        .isEqualTo("Process(STRONG, true, p, Numbered(i, 1, N), Block([]))");
    assertThat(declaration("action a(p: P, q: Q) when p.x in {q} { skip }"))
        .isEqualTo(
            "Action(false, a, [Parameter(false, p, Named(P, false)), Parameter(false, q, Named(Q,"
                + " false))], Binary(IN, FieldAccess(p, x), SetLiteral([q])), Block([Skip()]))");
    assertThat(declaration("action a { }")).isEqualTo("Action(false, a, [], -, Block([]))");
    assertThat(declaration("init { skip }"))
        .isEqualTo("Action(true, init, [], -, Block([Skip()]))");
  }

  @Test
  void readsProperties() {
    assertThat(declaration("invariant i: a")).isEqualTo("Property(INVARIANT, i, a)");
    assertThat(declaration("step invariant i:\n a")).isEqualTo("Property(STEP_INVARIANT, i, a)");
    assertThat(declaration("final invariant i: a")).isEqualTo("Property(FINAL_INVARIANT, i, a)");
    assertThat(declaration("cover i: a")).isEqualTo("Property(COVER, i, a)");
    assertThat(declaration("constraint i: a")).isEqualTo("Property(CONSTRAINT, i, a)");
  }

  @Test
  void readsTemporalFormulas() {
    assertThat(declaration("property p: always a => b"))
        .isEqualTo("TemporalProperty(p, Always(State(Binary(IMPLIES, a, b))))");
    assertThat(declaration("property p: always eventually (a || b)"))
        .isEqualTo("TemporalProperty(p, Always(Eventually(State(Binary(OR, a, b)))))");
    assertThat(declaration("property p: a ~> b ~> c"))
        .isEqualTo("TemporalProperty(p, LeadsTo(State(a), LeadsTo(State(b), State(c))))");
    assertThat(declaration("property p: always (a ~> (b) && c)"))
        .isEqualTo("TemporalProperty(p, Always(LeadsTo(State(a), State(Binary(AND, b, c)))))");
  }

  @Test
  void readsChecks() {
    assertThat(declaration("check c")).isEqualTo("Check(c, [], -)");
    assertThat(declaration("check c with fix, N = 2 expect pass"))
        .isEqualTo("Check(c, [On(fix), Value(N, 2)], Expectation(pass, -))");
    assertThat(declaration("check c expect BUG_ON in f")).contains("Expectation(BUG_ON, f)");
    assertThat(declaration("check c expect BUG_ON")).contains("Expectation(BUG_ON, -)");
    assertThat(declaration("check c expect use-after-free")).contains("(use-after-free, -)");
    assertThat(declaration("check c expect null in f")).contains("Expectation(null, f)");
    assertThat(declaration("check c expect step invariant i")).contains("(invariant, i)");
    assertThat(declaration("check c expect cover i")).contains("Expectation(cover, i)");
    assertThat(module("check c expect invariant\ninvariant i: a").declarations()).hasSize(2);
  }
}
