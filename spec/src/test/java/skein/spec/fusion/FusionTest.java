package skein.spec.fusion;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import skein.spec.Spec;
import skein.spec.diagnostic.Diagnostics;
import skein.spec.interpret.InterpretedModel;
import skein.spec.interpret.ModelComparison;
import skein.spec.ir.Configuration;
import skein.spec.ir.Instruction;
import skein.spec.ir.Program;
import skein.spec.ir.TransitionSystem;
import skein.spec.layout.LayoutPlanner;
import skein.spec.model.FaultKind;
import skein.spec.source.SourceFile;

/** What kind of mover steps are, and which are fused. */
final class FusionTest {
  private static final String SHARED =
      """
      module m
      import kernel
      var a: 0..3
      var b: 0..3
      var fixed: 0..3 = 2
      var lock: spinlock
      var other: spinlock
      """;

  private static TransitionSystem lower(String text) {
    Diagnostics diagnostics = new Diagnostics();
    Optional<TransitionSystem> system =
        Spec.check(new SourceFile("m.skein", SHARED + text), path -> Optional.empty(), diagnostics)
            .flatMap(module -> Spec.lower(module, Configuration.NONE, diagnostics));
    assertThat(diagnostics.all()).isEmpty();
    return system.orElseThrow();
  }

  /** Each step of the first process with what kind of mover it is. */
  private static List<String> movers(String text) {
    TransitionSystem system = lower(text);
    ImmutableList<Mover> movers = Fusion.movers(system, 0);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < movers.size(); i++) {
      lines.add(movers.get(i) + " " + system.programs().get(0).steps().get(i).origin().text());
    }
    return lines;
  }

  /** The steps of the first process that are left; each with those that were fused with it. */
  private static List<String> blocks(String text) {
    TransitionSystem fused = Fusion.fuse(lower(text));
    Program program = fused.programs().get(0);
    List<String> blocks = new ArrayList<>();
    for (Program.Step step : program.steps()) {
      StringBuilder block = new StringBuilder(step.origin().text());
      for (int position : Outline.reachable(program, step.entry())) {
        if (program.seams().containsKey(position)) {
          block.append(" | ").append(program.seams().get(position).text());
        }
      }
      blocks.add(block.toString());
    }
    return blocks;
  }

  @Test
  void locksAndWhatTheyProtect() {
    String process =
        "process p[2] { spin_lock(lock) a = fixed let x = a b = x spin_unlock(lock) b = 1 }";
    assertThat(movers(process))
        .containsExactly(
            "RIGHT spin_lock(lock)",
            "BOTH a = fixed",
            "BOTH let x = a",
            "NONE b = x",
            "LEFT spin_unlock(lock)",
            "NONE b = 1");
  }

  @Test
  void aSectionIsOneStep() {
    assertThat(blocks("process p[2] { spin_lock(lock) a = 1 let x = a spin_unlock(lock) }"))
        .hasSize(1);
  }

  @Test
  void whatWaitsBeginsABlock() {
    List<String> blocks =
        blocks(
            "process p[2] { spin_lock(lock) spin_lock(other) a = 1"
                + " spin_unlock(other) spin_unlock(lock) }");
    assertThat(blocks).hasSize(2);
    assertThat(blocks.get(0)).doesNotContain("|");
  }

  @Test
  void afterTheCommitNothingIsTaken() {
    assertThat(blocks("process p[2] { spin_lock(lock) b = 1 spin_unlock(lock) b = 2 }")).hasSize(2);
  }

  @Test
  void loopsKeepACut() {
    List<String> blocks =
        blocks("process p { var i: 0..3 = 0 loop { a = 1 b = 2 i = i == 3 ? 0 : i + 1 a = 2 } }");
    assertThat(blocks).containsExactly("a = 1 | b = 2 | a = 2");
  }

  @Test
  void aTrylockThatFailsTellsWhetherTheLockIsHeld() {
    assertThat(
            movers(
                "process p[2] { spin_lock(lock) a = 1 spin_unlock(lock)"
                    + " let got = spin_trylock(lock) if (got) b = 2 }"))
        .contains("NONE spin_lock(lock)", "BOTH a = 1", "NONE spin_unlock(lock)");
  }

  @Test
  void anActionKeepsNoDiscipline() {
    assertThat(
            movers(
                "process p[2] { spin_lock(lock) a = 1 spin_unlock(lock) }"
                    + " action tick when a == 2 { a = 0 }"))
        .contains("NONE a = 1");
  }

  @Test
  void whatAPropertyReadsIsVisible() {
    String process = "process p[2] { spin_lock(lock) a = 1 a = 2 spin_unlock(lock) }";
    assertThat(blocks(process)).hasSize(1);
    for (String property :
        List.of(
            "invariant i: a < 3", "cover c: a == 1", "step invariant s: old(a) <= a || a == 1")) {
      assertThat(blocks(process + property)).as(property).hasSize(2);
    }
    assertThat(blocks(process + "final invariant f: a == 2")).hasSize(1);
    assertThat(blocks("daemon " + process + "final invariant f: a == 2")).hasSize(2);
  }

  @Test
  void whatAConstraintReadsEndsABlock() {
    String process = "process p[2] { spin_lock(lock) a = 1 here: a = 2 spin_unlock(lock) }";
    assertThat(blocks(process + "constraint c: a < 2"))
        .containsExactly("spin_lock(lock) | a = 1", "a = 2", "spin_unlock(lock)");
    assertThat(blocks(process + "constraint c: forall r in p : !r@here")).hasSize(3);
    assertThat(blocks("process q { a = 1 a = 2 BUG_ON(fixed == 2) } constraint c: b < 2"))
        .hasSize(1);
    assertThat(blocks("process q { a = 1 BUG_ON(fixed == 2) } constraint c: a < 1")).hasSize(2);
  }

  @Test
  void aStepInvariantThatCountsStepsStopsFusion() {
    String process = "process p[2] { spin_lock(lock) a = 1 a = 2 spin_unlock(lock) }";
    assertThat(Fusion.fuse(lower(process + "step invariant s: old(a) != a")).isFused()).isFalse();
    assertThat(Fusion.fuse(lower(process + "step invariant s: old(a) <= a")).isFused()).isTrue();
    assertThat(Fusion.fuse(lower(process + "step invariant s: old(a) == 2 => a != 1")).isFused())
        .isTrue();
  }

  @Test
  void labelsThatAreAskedForStay() {
    String process = "process p[2] { spin_lock(lock) a = 1 here: a = 2 spin_unlock(lock) }";
    assertThat(blocks(process)).hasSize(1);
    assertThat(blocks(process + "invariant i: !(forall q in p : q@here)")).hasSize(2);
  }

  @Test
  void memoryThatCanBeFreedMovesToTheRightOnly() {
    String heap = "heap struct Node[2] { v: 0..3 lock: spinlock } var head: Node? = null ";
    String use =
        "process p[2] { let n = head if (n != null) {"
            + " spin_lock(n.lock) n.v = 1 spin_unlock(n.lock) } }"
            + " process q { let m = new Node head = m";
    assertThat(movers(heap + use + " }")).contains("BOTH n.v = 1");
    List<String> freed = movers(heap + use + " free m }");
    assertThat(freed).contains("RIGHT n.v = 1").noneMatch(line -> line.startsWith("LEFT"));
  }

  @Test
  void pointersThatMayDifferAreAsserted() {
    String system =
        "struct Page[2] { v: 0..3 lock: spinlock } "
            + "process p[2] { let x = any Page let y = any Page"
            + " spin_lock(x.lock) y.v = 1 x.v = 2 spin_unlock(x.lock) }";
    TransitionSystem fused = Fusion.fuse(lower(system));
    ImmutableList<Instruction.Assert> claims = claims(fused);
    assertThat(claims).hasSize(1);
    assertThat(claims.get(0).origin().text()).isEqualTo("y.v = 1");
    assertThat(claims.get(0).fault().message())
        .isEqualTo(
            "`Page.v` is accessed without `Page.lock`, which protects it elsewhere;"
                + " --no-fuse does not rely on that");
    String sameOnly = system.replace("y.v = 1", "skip");
    assertThat(claims(Fusion.fuse(lower(sameOnly)))).isEmpty();
  }

  @Test
  void theLockOfAnotherObjectIsNoCellsOwn() {
    String system =
        "struct Page[2] { v: 0..3 lock: spinlock } "
            + "process p[2] { choose x in Page { choose y in Page where y != x {"
            + " spin_lock(x.lock) y.v = 1 y.v = 2 spin_unlock(x.lock) } } }";
    assertThat(claims(Fusion.fuse(lower(system)))).isEmpty();
    assertThat(movers(system)).contains("NONE y.v = 1");
  }

  private static ImmutableList<Instruction.Assert> claims(TransitionSystem system) {
    return system.programs().get(0).instructions().stream()
        .filter(Instruction.Assert.class::isInstance)
        .map(Instruction.Assert.class::cast)
        .filter(claim -> claim.fault().kind() == FaultKind.LOCK_DISCIPLINE)
        .collect(ImmutableList.toImmutableList());
  }

  @Test
  void aProcessWithoutStepsIsNoConcernOfAnybody() {
    TransitionSystem system = lower("process p[2] { var i: 0..3 = 1 i = 2 }");
    assertThat(system.programs().get(0).steps()).isEmpty();
    assertThat(Spec.compile(Fusion.fuse(system)).actions()).isEmpty();
  }

  @Test
  void theInterpreterAndTheCompiledModelAgree() {
    TransitionSystem fused =
        Fusion.fuse(
            lower(
                "struct Page[2] { v: 0..3 lock: spinlock } "
                    + "process p[2] { let x = any Page let y = any Page"
                    + " spin_lock(x.lock) y.v = 1 x.v = 2 spin_unlock(x.lock) }"));
    InterpretedModel expected = new InterpretedModel(fused, LayoutPlanner.plan(fused));
    assertThat(new ModelComparison(expected, Spec.compile(fused), 1000).run().transitions())
        .isGreaterThan(20);
  }
}
