package skein.spec.examples;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import skein.spec.Spec;
import skein.spec.diagnostic.Diagnostics;
import skein.spec.ir.Configuration;
import skein.spec.ir.TransitionSystem;
import skein.spec.source.SourceFile;
import skein.spec.syntax.Declaration;
import skein.spec.types.CheckedModule;

/** The checks of all models under {@code examples/}. */
final class Examples {
  /** Where models are looked for. */
  private static final Path ROOT = Path.of(System.getProperty("skein.root"), "examples");

  /** One check, ready to run. */
  record Example(String name, TransitionSystem system) {
    @Override
    public String toString() {
      return name;
    }
  }

  private Examples() {}

  static ImmutableList<Example> all() {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".skein"))
          .sorted()
          .flatMap(Examples::checks)
          .collect(ImmutableList.toImmutableList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Example> checks(Path file) {
    Diagnostics diagnostics = new Diagnostics();
    CheckedModule module =
        Spec.check(read(file).orElseThrow(), path -> read(Path.of(path)), diagnostics)
            .orElseThrow(() -> new AssertionError(diagnostics.all()));
    return module.root().declarations().stream()
        .filter(d -> d instanceof Declaration.Check)
        .map(d -> (Declaration.Check) d)
        .map(check -> example(file, module, check));
  }

  private static Example example(Path file, CheckedModule module, Declaration.Check check) {
    Diagnostics diagnostics = new Diagnostics();
    Configuration configuration = Spec.configuration(module, check, diagnostics).orElseThrow();
    TransitionSystem system =
        Spec.lower(module, configuration, diagnostics)
            .orElseThrow(() -> new AssertionError(diagnostics.all()));
    return new Example(ROOT.relativize(file) + "::" + check.name(), system);
  }

  private static Optional<SourceFile> read(Path file) {
    try {
      return Optional.of(new SourceFile(file.toString(), Files.readString(file)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
