package skein.spec.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static skein.spec.syntax.Parsing.expression;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = "~~",
      quoteCharacter = '`',
      value = {
        "a + b * c ~~ a + (b * c)",
        "a - b - c ~~ (a - b) - c",
        "a * b % c / d ~~ ((a * b) % c) / d",
        "a || b && c ~~ a || (b && c)",
        "a => b => c ~~ a => (b => c)",
        "a || b => c ~~ (a || b) => c",
        "a ? b : c ? d : e ~~ a ? b : (c ? d : e)",
        "a ? b : c => d ~~ (a ? b : c) => d",
        "a => b ? c : d ~~ a => (b ? c : d)",
        "a < b == c ~~ (a < b) == c",
        "a in b == c in d ~~ (a in b) == (c in d)",
        "a in b union c ~~ a in (b union c)",
        "a union b inter c ~~ a union (b inter c)",
        "a minus b minus c ~~ (a minus b) minus c",
        "a in 0..n - 1 ~~ a in (0..(n - 1))",
        "a + 1..b ~~ (a + 1)..b",
        "!a && b ~~ (!a) && b",
        "!a.b ~~ !(a.b)",
        "-a + b ~~ (-a) + b",
        "- -a ~~ -(-a)",
        "a subset b || c ~~ (a subset b) || c",
        "forall x in s : a && b => c ~~ forall x in s : (a && b => c)",
        "a && forall x in s : b && c ~~ a && (forall x in s : (b && c))",
        "forall x, y in s : a ~~ forall x in s : forall y in s : a",
        "exists x in s union t : a ~~ exists x in (s union t) : a",
        "count x in s : a > 1 ~~ count x in s : (a > 1)",
        "p@critical && q ~~ (p@critical) && q",
        "a.b[c].d ~~ ((a.b)[c]).d",
      })
  void bindsAs(String text, String explicit) {
    assertThat(expression(text)).isEqualTo(expression(explicit));
  }

  @Test
  void readsLiterals() {
    assertThat(expression("0x2a")).isEqualTo("42");
    assertThat(expression("9_223_372_036_854_775_807")).isEqualTo("9223372036854775807");
    assertThat(expression("true")).isEqualTo("BoolLiteral(true)");
    assertThat(expression("null")).isEqualTo("NullLiteral()");
    assertThat(expression("self")).isEqualTo("Self()");
    assertThat(expression("{}")).isEqualTo("SetLiteral([])");
    assertThat(expression("{a, b,}")).isEqualTo("SetLiteral([a, b])");
    assertThat(expression("[1, 2]")).isEqualTo("ArrayLiteral([1, 2])");
    assertThat(expression("{x in s}")).isEqualTo("SetLiteral([Binary(IN, x, s)])");
    assertThat(expression("{x in s : x}")).isEqualTo("Comprehension(x, s, x)");
  }

  @Test
  void readsCallsAndAccesses() {
    assertThat(expression("f(a, b.c)")).isEqualTo("Call(f, [a, FieldAccess(b, c)])");
    assertThat(expression("size(q[1])")).isEqualTo("Call(size, [Index(q, 1)])");
    assertThat(expression("old(a.b)")).isEqualTo("Old(FieldAccess(a, b))");
    assertThat(expression("new Eb")).isEqualTo("New(Eb)");
    assertThat(expression("p@at_label")).isEqualTo("AtLabel(p, at_label)");
    assertThat(expression("any")).isEqualTo("Any(-, -)");
    assertThat(expression("any S where a in b")).isEqualTo("Any(S, Binary(IN, a, b))");
    assertThat(expression("any 0..3")).isEqualTo("Any(Range(0, 3), -)");
  }

  @Test
  void wordsOfTheLanguageAreNamesWhereTheyCanBe() {
    assertThat(expression("new + old")).isEqualTo("Binary(ADD, new, old)");
    assertThat(expression("exists == count")).isEqualTo("Binary(EQUAL, exists, count)");
    assertThat(expression("cmpxchg(v, old, new)")).isEqualTo("Call(cmpxchg, [v, old, new])");
    assertThat(expression("x.free.in_use.atomic"))
        .isEqualTo("FieldAccess(FieldAccess(FieldAccess(x, free), in_use), atomic)");
    assertThat(expression("step + final + cover + check + lock + process"))
        .contains("step", "final", "cover", "check", "lock", "process");
  }

  @Test
  void linesMeanNothingWithinBrackets() {
    assertThat(expression("(f\n(a\n,b)\n[1])")).isEqualTo("Index(Call(f, [a, b]), 1)");
    assertThat(expression("a\n&& b\n|| c")).isEqualTo(expression("a && b || c"));
    assertThat(expression("a\n- b")).isEqualTo(expression("a - b"));
  }

  @Test
  void commentsStandAnywhere() {
    assertThat(expression("a /* b */ + // c\n /* d\n */ e")).isEqualTo("Binary(ADD, a, e)");
  }
}
