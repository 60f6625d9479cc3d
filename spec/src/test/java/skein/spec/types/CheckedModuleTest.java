package skein.spec.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import skein.spec.diagnostic.Diagnostics;
import skein.spec.source.SourceFile;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Expr;
import skein.spec.syntax.Node;
import skein.spec.syntax.Stmt;

/** What the tables say about a correct model. */
class CheckedModuleTest {
  private CheckedModule module;

  private void check(String text) {
    Diagnostics diagnostics = new Diagnostics();
    ModuleLoader.Loaded loaded =
        ModuleLoader.load(
            new SourceFile("test.skein", text),
            path -> Optional.empty(),
            Prelude.shipped(),
            diagnostics);
    module = TypeChecker.check(loaded, diagnostics).orElse(null);
    assertThat(diagnostics.all()).isEmpty();
    Completeness.require(module);
  }

  private <T extends Node> List<T> all(Class<T> kind) {
    List<T> found = new ArrayList<>();
    module
        .root()
        .declarations()
        .forEach(
            d ->
                Nodes.walk(
                    d,
                    node -> {
                      if (kind.isInstance(node)) {
                        found.add(kind.cast(node));
                      }
                    }));
    return found;
  }

  private List<String> typesOf(Class<? extends Expr> kind) {
    return all(kind).stream().map(e -> e.span().text() + ": " + module.typeOf(e).text()).toList();
  }

  @Test
  void typesOfNames() {
    check(
        """
        const N = 2
        hunk fix "f"
        enum Flag { A, B }
        struct Page[N] { flags: set<Flag>, next: Page? = null }
        var p: Page? = null
        var t: Task? = null
        invariant i: fix && A in Flag && p in Page && t in Task && p.flags == {B} && N == 2
        process w { t = self }
        """);
    assertThat(typesOf(Expr.Name.class))
        .containsExactly(
            "N: int",
            "fix: bool",
            "A: Flag",
            "Flag: set<Flag>",
            "p: Page?",
            "Page: set<Page>",
            "t: Task?",
            "Task: set<Task>",
            "p: Page?",
            "B: Flag",
            "N: int",
            "t: Task?");
    assertThat(typesOf(Expr.Self.class)).containsExactly("self: w");
  }

  @Test
  void typeArgumentsOfCalls() {
    check(
        """
        enum Flag { A, B }
        struct Page[2] { flags: set<Flag>, owners: set<Task>, n: 0..3 }
        atomic fn take<T>(x: T, ref from: set<T>): bool {
            if (!(x in from)) return false
            from -= x
            return true
        }
        atomic fn swap<T>(ref x: T, old_x: T, new_x: T): bool {
            if (x != old_x) return false
            x = new_x
            return true
        }
        def first<T>(a: T, b: T) = a
        fn both<T>(x: T, ref y: set<T>) { take(x, y) }
        var last: Page? = null
        process w[2] {
            let p = any Page
            let ok = take(A, p.flags)
            if (take(self, p.owners) && !swap(p.n, 1, 2)) skip
            swap(last, p, null)
            both(self, p.owners)
            p.n = first(p.n, 1)
        }
        """);
    assertThat(
            all(Expr.Call.class).stream()
                .map(
                    call ->
                        call.span().text()
                            + " "
                            + module.typeArgumentsOf(call).values().stream()
                                .map(Type::text)
                                .toList()))
        .containsExactly(
            "take(x, y) [T]",
            "take(A, p.flags) [Flag]",
            "take(self, p.owners) [Task]",
            "swap(p.n, 1, 2) [int]",
            "swap(last, p, null) [Page?]",
            "both(self, p.owners) [Task]",
            "first(p.n, 1) [int]");
  }

  @Test
  void labelsAndVariablesOfProcesses() {
    check(
        """
        process w[2] {
            var turns: 0..3
            again:
            turns = 1
            if (turns == 0) goto again
        }
        invariant i: forall p in w : p.turns == 1 => !p@again
        """);
    Declaration.Label label = all(Declaration.Label.class).get(0);
    assertThat(module.referenceOf(all(Stmt.Goto.class).get(0))).containsSame(label);
    assertThat(module.referenceOf(all(Expr.AtLabel.class).get(0))).containsSame(label);
    Stmt.LocalVar turns = all(Stmt.LocalVar.class).get(0);
    assertThat(module.referenceOf(all(Expr.FieldAccess.class).get(0)))
        .containsSame(turns.variable());
    assertThat(module.typeOf(turns.variable())).isEqualTo(new Type.Int());
  }

  @Test
  void typesOfDeclarations() {
    check(
        """
        import kernel
        heap struct Eb[2] { lock: spinlock, next: Eb? = null }
        def head_of(e: Eb) = e.next
        fn find(e: Eb): Eb? { return head_of(e) }
        fn drop() { skip }
        process w { spin_lock_all() }
        fn spin_lock_all() { let e = new Eb; spin_lock(e.lock); drop(); let f = find(e); free f }
        """);
    assertThat(module.typeOf(declared("head_of")).text()).isEqualTo("Eb?");
    assertThat(module.typeOf(declared("find")).text()).isEqualTo("Eb?");
    assertThat(module.typeOf(declared("drop"))).isEqualTo(new Type.Unit());
    assertThat(all(Declaration.Binder.class).stream().map(b -> module.typeOf(b).text()))
        .containsExactly("Eb", "Eb?");
    assertThat(module.typeOf(all(Declaration.Field.class).get(0)).text()).isEqualTo("spinlock");
  }

  private Declaration declared(String name) {
    return module.global(name).orElseThrow();
  }

  @Test
  void checksHaveNamesOfTheirOwn() {
    check("hunk fix \"f\"\nvar x: bool\nprocess p { x = fix }\ncheck fix with fix expect pass");
    assertThat(declared("fix")).isInstanceOf(Declaration.Hunk.class);
    assertThat(module.declarations(Declaration.Check.class)).hasSize(1);
  }
}
