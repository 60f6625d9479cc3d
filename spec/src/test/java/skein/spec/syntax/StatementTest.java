package skein.spec.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static skein.spec.syntax.Parsing.statements;

import org.junit.jupiter.api.Test;

class StatementTest {
  @Test
  void assigns() {
    assertThat(statements("a.b[1] = c")).isEqualTo("Assign(SET, Index(FieldAccess(a, b), 1), c)");
    assertThat(statements("a += 2")).isEqualTo("Assign(ADD, a, 2)");
    assertThat(statements("a -= b")).isEqualTo("Assign(SUBTRACT, a, b)");
    assertThat(statements("a++")).isEqualTo("Assign(ADD, a, 1)");
    assertThat(statements("a.b--")).isEqualTo("Assign(SUBTRACT, FieldAccess(a, b), 1)");
    assertThat(statements("(a).b = c")).isEqualTo("Assign(SET, FieldAccess(a, b), c)");
  }

  @Test
  void declaresLocals() {
    assertThat(statements("let x = f(y)")).isEqualTo("Let(x, -, Call(f, [y]))");
    assertThat(statements("let x: 0..3 = 1")).isEqualTo("Let(x, Range(0, 3), 1)");
    assertThat(statements("var x: bool")).isEqualTo("LocalVar(x, Named(bool, false), -)");
    assertThat(statements("var x = 1")).isEqualTo("LocalVar(x, -, 1)");
    assertThat(statements("let x = any S where x.a"))
        .isEqualTo("Let(x, -, Any(S, FieldAccess(x, a)))");
    assertThat(statements("var x: 0..3 = any\ny = 1"))
        .isEqualTo("LocalVar(x, Range(0, 3), Any(-, -)), Assign(SET, y, 1)");
  }

  @Test
  void branches() {
    assertThat(statements("if (a) return\nf()"))
        .isEqualTo("If(a, Return(-), -), Call(Call(f, []))");
    assertThat(statements("if (a) x = 1 else y = 2"))
        .isEqualTo("If(a, Assign(SET, x, 1), Assign(SET, y, 2))");
    assertThat(statements("if (a) return; else return b")).isEqualTo("If(a, Return(-), Return(b))");
    assertThat(statements("if (a) {} else if (b) skip else {}"))
        .isEqualTo("If(a, Block([]), If(b, Skip(), Block([])))");
    assertThat(statements("if (a) if (b) skip else break"))
        .isEqualTo("If(a, If(b, Skip(), Break()), -)");
    assertThat(statements("if a in {b} { skip }"))
        .isEqualTo("If(Binary(IN, a, SetLiteral([b])), Block([Skip()]), -)");
    assertThat(statements("if (a) && (b) { skip }"))
        .isEqualTo("If(Binary(AND, a, b), Block([Skip()]), -)");
    assertThat(statements("if (a)\n(b).c = 1"))
        .isEqualTo("If(a, Assign(SET, FieldAccess(b, c), 1), -)");
  }

  @Test
  void loops() {
    assertThat(statements("while (a) b = c")).isEqualTo("While(a, Assign(SET, b, c))");
    assertThat(statements("while (a);")).isEqualTo("While(a, Block([]))");
    assertThat(statements("loop { break; continue }"))
        .isEqualTo("Loop(Block([Break(), Continue()]))");
    assertThat(statements("for i in 0..3 { }")).isEqualTo("For(i, Range(0, 3), Block([]))");
    assertThat(statements("for (p in Page) skip")).isEqualTo("For(p, Page, Skip())");
  }

  @Test
  void chooses() {
    assertThat(statements("choose x in S where x.a { skip }"))
        .isEqualTo("Choose(x, S, FieldAccess(x, a), Block([Skip()]))");
    assertThat(statements("either { skip } or { break } or { }"))
        .isEqualTo("Either([Block([Skip()]), Block([Break()]), Block([])])");
  }

  @Test
  void jumps() {
    assertThat(statements("again: x = 1\ngoto again"))
        .isEqualTo("Labelled(Label(again), Assign(SET, x, 1)), Goto(again)");
    assertThat(statements("out:\n")).isEqualTo("Labelled(Label(out), Skip())");
    assertThat(statements("check: step: skip"))
        .isEqualTo("Labelled(Label(check), Labelled(Label(step), Skip()))");
  }

  @Test
  void waitsFreesAndAsserts() {
    assertThat(statements("await !a")).isEqualTo("Await(Unary(NOT, a))");
    assertThat(statements("atomic { free e; skip }")).isEqualTo("Atomic(Block([Free(e), Skip()]))");
    assertThat(statements("BUG_ON(a)")).isEqualTo("Assert(BUG_ON, a, -)");
    assertThat(statements("WARN_ON(a && b)")).isEqualTo("Assert(WARN_ON, Binary(AND, a, b), -)");
    assertThat(statements("assert a, \"lock-misuse: not \\\"it\\\"\""))
        .isEqualTo("Assert(ASSERT, a, lock-misuse: not \"it\")");
    assertThat(statements("@at(\"a.c:1\")\nBUG_ON(a)"))
        .isEqualTo("Annotated([Annotation(at, a.c:1)], Assert(BUG_ON, a, -))");
  }

  @Test
  void aStatementEndsWhereItsGrammarEnds() {
    assertThat(statements("a = b c = d; ; e()"))
        .isEqualTo("Assign(SET, a, b), Assign(SET, c, d), Call(Call(e, []))");
    assertThat(statements("a = b\n(c).d = 1"))
        .isEqualTo("Assign(SET, a, b), Assign(SET, FieldAccess(c, d), 1)");
    assertThat(statements("a = b +\n c")).isEqualTo("Assign(SET, a, Binary(ADD, b, c))");
    assertThat(statements("return\nx = 1")).isEqualTo("Return(-), Assign(SET, x, 1)");
    assertThat(statements("x = new\ny = 1")).isEqualTo("Assign(SET, x, new), Assign(SET, y, 1)");
    assertThat(statements("x = p\n@at(\"a.c:1\") skip"))
        .isEqualTo("Assign(SET, x, p), Annotated([Annotation(at, a.c:1)], Skip())");
  }
}
