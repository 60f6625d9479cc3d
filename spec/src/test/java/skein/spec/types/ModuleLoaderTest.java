package skein.spec.types;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import skein.spec.diagnostic.Diagnostic;
import skein.spec.diagnostic.Diagnostics;
import skein.spec.source.SourceFile;

class ModuleLoaderTest {
  private static final SourceFile KERNEL =
      new SourceFile("kernel.skein", "lock struct spinlock { owner: Task? = null }\n");

  private final List<String> asked = new ArrayList<>();
  private final Diagnostics diagnostics = new Diagnostics();

  private Optional<CheckedModule> check(String name, Map<String, String> files) {
    ModuleLoader.Loaded loaded =
        ModuleLoader.load(
            new SourceFile(name, files.get(name)),
            path -> {
              asked.add(path);
              return Optional.ofNullable(files.get(path)).map(text -> new SourceFile(path, text));
            },
            prelude -> prelude.equals("kernel") ? Optional.of(KERNEL) : Optional.empty(),
            diagnostics);
    Optional<CheckedModule> checked = TypeChecker.check(loaded, diagnostics);
    checked.ifPresent(module -> Linter.lint(module, diagnostics));
    return checked;
  }

  private List<String> messages() {
    return diagnostics.all().stream().map(ModuleLoaderTest::text).toList();
  }

  private static String text(Diagnostic d) {
    return d.span() + ": " + d.code() + " " + d.message() + " | " + d.help().orElse("");
  }

  @Test
  void importedModulesComeFirstAndOnce() {
    CheckedModule module =
        check(
                "models/root.skein",
                ImmutableMap.of(
                    "models/root.skein",
                    "import \"left.skein\"\nimport \"lib/right.skein\"\ninvariant i: a && b && c",
                    "models/left.skein",
                    "import \"lib/base.skein\"\nvar a: bool",
                    "models/lib/right.skein",
                    "import \"../lib/./base.skein\"\nvar b: bool",
                    "models/lib/base.skein",
                    "import kernel\nvar c: bool\nvar l: spinlock"))
            .orElseThrow();
    assertThat(module.modules().stream().map(m -> m.span().file().name()))
        .containsExactly(
            "kernel.skein",
            "models/lib/base.skein",
            "models/left.skein",
            "models/lib/right.skein",
            "models/root.skein");
    assertThat(module.root()).isSameAs(module.modules().get(4));
    assertThat(asked)
        .containsExactly("models/left.skein", "models/lib/base.skein", "models/lib/right.skein");
    assertThat(messages()).isEmpty();
  }

  @Test
  void missingFileIsOneError() {
    check(
        "root.skein",
        ImmutableMap.of(
            "root.skein",
            "import \"lost.skein\"\nimport \"near\"\nimport \"kernel.skein\"\nimport kernle\n"
                + "import queue\ninvariant i: from_lost && f(x)",
            "near.skein",
            "var a: bool"));
    assertThat(messages())
        .containsExactly(
            "root.skein:1:1: E027 cannot find `lost.skein` | a path is relative to the file that"
                + " imports it",
            "root.skein:2:1: E027 cannot find `near` | did you mean `near.skein`?",
            "root.skein:3:1: E027 cannot find `kernel.skein` | the prelude is imported as `import"
                + " kernel`",
            "root.skein:4:1: E027 there is no prelude `kernle` | did you mean `kernel`?",
            "root.skein:5:1: E027 there is no prelude `queue` | the one prelude is `kernel`; a file"
                + " is imported as `import \"queue.skein\"`");
  }

  @Test
  void circlesAreNamed() {
    check(
        "a.skein",
        ImmutableMap.of(
            "a.skein",
            "import \"b.skein\"\nimport \"a.skein\"\nvar a: bool",
            "b.skein",
            "import \"c.skein\"",
            "c.skein",
            "import \"./a.skein\"\nvar c: bool = missing"));
    assertThat(messages())
        .containsExactly(
            "c.skein:1:1: E028 imports in a circle: `a.skein` imports `b.skein` imports `c.skein`"
                + " imports `a.skein` | put what both need into a third file, and import that",
            "a.skein:2:1: E028 this file imports itself | leave it out",
            "c.skein:2:15: E020 nothing is named `missing` | declare it with `var`, `const` or"
                + " `let`");
  }

  @Test
  void importedNamesCannotBeReplaced() {
    check(
        "root.skein", ImmutableMap.of("root.skein", "import kernel\nstruct spinlock { b: bool }"));
    assertThat(messages())
        .containsExactly(
            "root.skein:2:8: E025 `spinlock` is already declared by the imported kernel.skein, as a"
                + " struct | rename it: a model cannot replace what it imports");
    assertThat(diagnostics.all().get(0).notes()).hasSize(1);
    assertThat(diagnostics.all().get(0).notes().get(0).span()).hasToString("kernel.skein:1:13");
  }

  @Test
  void namesOfThePreludeAreRecognized() {
    check("root.skein", ImmutableMap.of("root.skein", "var l: spinlock\nvar m: spinlok"));
    assertThat(messages())
        .containsExactly(
            "root.skein:1:8: E021 unknown type `spinlock` | it is in the prelude: add `import"
                + " kernel`",
            "root.skein:2:8: E021 unknown type `spinlok` | declare it with `enum`, `struct` or"
                + " `process`, or import the file that does");
  }

  @Test
  void importingTwiceIsWarnedAbout() {
    check(
        "root.skein",
        ImmutableMap.of("root.skein", "import kernel\nimport kernel\nconst _KEPT = 1"));
    assertThat(messages())
        .containsExactly("root.skein:2:1: W109 `kernel` is imported already | leave this line out");
  }

  @Test
  void unreadableTextHidesNoOtherMistake() {
    check(
        "root.skein",
        ImmutableMap.of(
            "root.skein",
            "var x: = 3\nenum E { A B }\ndef f() = x == A\ninvariant i: f() && unknown && B == A"));
    assertThat(messages())
        .filteredOn(m -> m.contains("E02"))
        .containsExactly(
            "root.skein:4:21: E020 nothing is named `unknown` | declare it with `var`, `const` or"
                + " `let`");
  }
}
