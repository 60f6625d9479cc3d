package skein.spec.types;

import com.google.common.collect.ImmutableList;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import skein.spec.diagnostic.Code;
import skein.spec.diagnostic.Diagnostic;
import skein.spec.diagnostic.Diagnostics;
import skein.spec.source.Span;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Import;
import skein.spec.syntax.Node;
import skein.spec.syntax.Stmt;

/** Warns about what is allowed, but probably not meant. */
public final class Linter {
  private final CheckedModule module;
  private final Problems problems = new Problems();

  private Linter(CheckedModule module) {
    this.module = module;
  }

  /**
   * Reports warnings about the root file, from its top to its bottom; not about what it imports.
   */
  public static void lint(CheckedModule module, Diagnostics diagnostics) {
    Linter linter = new Linter(module);
    linter.imports();
    linter.wholeModel();
    linter.hunks();
    new UnusedNames(module, linter.problems).check();
    CodeWarnings code = new CodeWarnings(module, linter.problems);
    module.root().declarations().forEach(code::check);
    linter.problems.handOver(diagnostics, ImmutableList.of(module.root().span().file()));
  }

  private void imports() {
    Set<String> seen = new HashSet<>();
    for (Import imported : module.root().imports()) {
      if (!seen.add(imported.target())) {
        warn(
            Code.W109,
            imported.span(),
            "`" + imported.target() + "` is imported already",
            "leave this line out");
      }
    }
  }

  private void wholeModel() {
    boolean runs =
        !module.declarations(Declaration.Process.class).isEmpty()
            || !module.declarations(Declaration.Action.class).isEmpty();
    if (!runs) {
      return;
    }
    Span start = module.root().name().map(n -> n.span()).orElseGet(this::firstDeclaration);
    if (!asserts()) {
      warn(
          Code.W102,
          start,
          "nothing says what must hold in this model",
          "add an `invariant`, a `BUG_ON`, or a check that expects a deadlock");
    }
    boolean covers =
        module.declarations(Declaration.Property.class).stream()
            .anyMatch(p -> p.kind() == Declaration.PropertyKind.COVER);
    if (!covers && mayPass()) {
      warn(
          Code.W103,
          start,
          "nothing says that this model gets anywhere",
          "add a `cover` of a state that some run must reach");
    }
  }

  /** Whether some run of the model is meant to end without an error found. */
  private boolean mayPass() {
    ImmutableList<Declaration.Check> checks = module.declarations(Declaration.Check.class);
    return checks.isEmpty()
        || checks.stream()
            .anyMatch(c -> c.expectation().map(e -> e.kind().equals("pass")).orElse(true));
  }

  private Span firstDeclaration() {
    return Kinds.name(module.root().declarations().get(0)).orElseThrow().span();
  }

  private boolean asserts() {
    boolean property =
        module.declarations(Declaration.Property.class).stream()
            .anyMatch(
                p ->
                    p.kind() != Declaration.PropertyKind.COVER
                        && p.kind() != Declaration.PropertyKind.CONSTRAINT);
    boolean expected =
        module.declarations(Declaration.Check.class).stream()
            .flatMap(c -> c.expectation().stream())
            .anyMatch(e -> !e.kind().equals("pass"));
    return property || expected || rootNodes().anyMatch(Stmt.Assert.class::isInstance);
  }

  private Stream<Node> rootNodes() {
    Stream.Builder<Node> nodes = Stream.builder();
    module.root().declarations().forEach(d -> Nodes.walk(d, nodes::add));
    return nodes.build();
  }

  /** A hunk is there to be compared with and without. */
  private void hunks() {
    Set<String> on = new HashSet<>();
    for (Declaration.Check check : module.declarations(Declaration.Check.class)) {
      check.settings().forEach(setting -> on.add(setting.name().text()));
      warnWithoutExpect(check);
    }
    for (Declaration.Hunk hunk : module.declarations(Declaration.Hunk.class)) {
      if (!on.contains(hunk.name().text())) {
        warn(
            Code.W101,
            hunk.name().span(),
            "no check switches on the hunk `" + hunk.name() + "`",
            "add one: `check fixed with " + hunk.name() + " expect pass`");
      }
    }
  }

  private void warnWithoutExpect(Declaration.Check check) {
    if (check.expectation().isEmpty()) {
      warn(
          Code.W107,
          check.name().span(),
          "`" + check.name() + "` does not say what it expects",
          "write `expect pass`, or what should be found");
    }
  }

  private void warn(Code code, Span span, String message, String help) {
    if (span.file() == module.root().span().file()) {
      problems.report(Diagnostic.of(code, span, message).withHelp(help));
    }
  }
}
