package skein.spec.lowering;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import skein.spec.Spec;
import skein.spec.diagnostic.Diagnostics;
import skein.spec.ir.Configuration;
import skein.spec.ir.Program;
import skein.spec.ir.StateVar;
import skein.spec.ir.TransitionSystem;
import skein.spec.model.Model;
import skein.spec.model.Successors;
import skein.spec.source.SourceFile;

/** A step ends where C has a sequence point, and only if something shared was touched. */
final class StepsTest {
  private static final String SHARED =
      """
      module m
      import kernel
      var a: 0..3
      var b: 0..3
      var q: queue<0..3, 2>
      heap struct Node[2] { refs: 0..3 lock: spinlock next: Node? = null }
      var head: Node? = null
      def busy(n: Node) = n.refs > 1 || n.next != null
      """;

  private static TransitionSystem lower(String text) {
    Diagnostics diagnostics = new Diagnostics();
    Optional<TransitionSystem> system =
        Spec.check(new SourceFile("m.skein", SHARED + text), path -> Optional.empty(), diagnostics)
            .flatMap(module -> Spec.lower(module, Configuration.NONE, diagnostics));
    assertThat(diagnostics.all()).isEmpty();
    return system.orElseThrow();
  }

  private static Program program(TransitionSystem system, String name) {
    return system.programs().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
  }

  private static ImmutableList<String> steps(String body) {
    return program(lower("process p[2] { " + body + " }"), "p").steps().stream()
        .map(step -> step.origin().text())
        .collect(ImmutableList.toImmutableList());
  }

  private static ImmutableList<String> locals(String text) {
    return lower(text).variables().stream()
        .filter(v -> v.role() == StateVar.Role.LOCAL)
        .map(StateVar::name)
        .collect(ImmutableList.toImmutableList());
  }

  @Test
  void statementsAreSteps() {
    assertThat(steps("a = 1 b = a")).containsExactly("a = 1", "b = a");
  }

  @Test
  void localsRunOnWithTheStepBefore() {
    assertThat(steps("let x = a let y = x + 1 if (y > 2) return; b = y"))
        .containsExactly("let x = a", "b = y");
  }

  @Test
  void operandsOfAndOrAreSteps() {
    assertThat(steps("if (a == 1 && (b == 2 || a == 3)) b = 0"))
        .containsExactly("a == 1", "b == 2", "a == 3", "b = 0");
  }

  @Test
  void operandsOfConditionalAreSteps() {
    assertThat(steps("let x = a == 1 ? b : 2 b = x")).containsExactly("a == 1", "b", "b = x");
  }

  @Test
  void defsAreInlinedOperandByOperand() {
    assertThat(steps("let n = head if (n != null) { if (busy(n)) a = 0 }"))
        .containsExactly("let n = head", "n.refs > 1", "n.next != null", "a = 0");
  }

  @Test
  void argumentsAreReadBeforeTheCall() {
    assertThat(steps("await head != null spin_lock(head.lock)"))
        .containsExactly("await head != null", "head.lock", "spin_lock(head.lock)");
  }

  @Test
  void atomicCodeIsOneStep() {
    assertThat(steps("atomic { await a == 0 && b == 0 a = 1 b = 1 } a = 2"))
        .containsExactly("await a == 0 && b == 0", "a = 2");
  }

  @Test
  void aCallOfAPrimitiveIsOneStepAndItsResultIsTestedInIt() {
    assertThat(steps("var bit: set<bool> if (a == 1) { a = 2 } else { b = 2 }"))
        .containsExactly("a == 1", "a = 2", "b = 2");
    assertThat(steps("let n = head if (n != null) { if (!atomic_inc_not_zero(n.refs)) a = 1 }"))
        .containsExactly("let n = head", "atomic_inc_not_zero(n.refs)", "a = 1");
  }

  @Test
  void choicesBelongToTheStepThatFollows() {
    assertThat(steps("let x = any 0..3 where x != b a = x b = 1"))
        .containsExactly("let x = any 0..3 where x != b", "b = 1");
    assertThat(steps("either { await a == 1 b = 1 } or { a = 2 }"))
        .containsExactly("await a == 1", "b = 1");
  }

  @Test
  void popIsAStepAndTheStoreOfItsResultAnother() {
    assertThat(steps("push(q, 1) a = pop(q)"))
        .containsExactly("push(q, 1)", "pop(q)", "a = pop(q)");
  }

  @Test
  void localsThatEndWithTheirStepAreNotPartOfTheState() {
    assertThat(locals("process p { let x = a let y = x + 1 b = y let z = 2 a = z }"))
        .containsExactly("y");
  }

  @Test
  void copiesOfALocalShareOneVariable() {
    assertThat(locals("fn f(n: 0..3) { let x = a b = x } process p { f(1) f(2) f(3) }"))
        .containsExactly("x");
  }

  @Test
  void parametersStandForWhatDoesNotChange() {
    assertThat(
            locals(
                "fn f(n: Node) { n.refs = 1 n.refs = 2 } "
                    + "process p { let m = head if (m != null) { f(m) a = m.refs } }"))
        .containsExactly("m");
  }

  @Test
  void unusedDeclarationsOfThePreludeCostNothing() {
    TransitionSystem system = lower("process p { a = 1 }");
    assertThat(system.variables()).extracting(StateVar::name).doesNotContain("rcu_readers");
    assertThat(system.sorts()).extracting(s -> s.name()).doesNotContain("rcu_callback");
  }

  @Test
  void variablesThatOthersReadHaveTheirFirstValueBeforeTheFirstStep() {
    TransitionSystem system =
        lower("process p[2] { var x: 0..3 = 2 a = x x = 3 } invariant i: forall t in p : t.x > 1");
    assertThat(program(system, "p").steps())
        .extracting(step -> step.origin().text())
        .containsExactly("a = x", "x = 3");
  }

  @Test
  void awaitInInitThrowsInitialStatesAway() {
    TransitionSystem system =
        lower("init { either { a = 1 } or { a = 2 } await a == 2 } process p { b = 1 }");
    Model model = Spec.compile(system);
    Successors out = new Successors(model.words());
    model.initialStates(out);
    assertThat(out.count()).isEqualTo(1);
  }

  @Test
  void codeBehindAConstantIsLeftOut() {
    assertThat(steps("if (false) { a = 1 } b = 1")).containsExactly("b = 1");
  }

  @Test
  void aProcessBeginsAtItsFirstSharedAccess() {
    TransitionSystem system = lower("process p { var i: 0..3 = 2 while (i > 0) { a = i i -= 1 } }");
    Program program = program(system, "p");
    assertThat(program.steps()).hasSize(1);
    assertThat(system.initial().instructions().size()).isGreaterThan(1);
  }
}
