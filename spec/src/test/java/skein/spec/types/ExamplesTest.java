package skein.spec.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import skein.spec.Spec;
import skein.spec.diagnostic.DiagnosticPrinter;
import skein.spec.diagnostic.Diagnostics;
import skein.spec.source.SourceFile;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Expr;
import skein.spec.syntax.Node;
import skein.spec.syntax.TypeExpr;

/** Every example type-checks, and what the next phase reads is then complete. */
class ExamplesTest {
  private static final Path ROOT = Path.of(System.getProperty("skein.root", "..")).normalize();

  static Stream<Path> models() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("examples"))) {
      List<Path> models = files.filter(p -> p.toString().endsWith(".skein")).sorted().toList();
      return models.stream();
    }
  }

  static Optional<SourceFile> load(String path) {
    try {
      return Optional.of(new SourceFile(path, Files.readString(Path.of(path))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void checks(Path model) {
    Diagnostics diagnostics = new Diagnostics();
    SourceFile file = load(model.toString()).orElseThrow();
    Optional<CheckedModule> checked = Spec.check(file, ExamplesTest::load, diagnostics);
    assertThat(new DiagnosticPrinter(false).render(diagnostics.all())).isEmpty();
    checked.orElseThrow().modules().stream()
        .flatMap(m -> m.declarations().stream())
        .forEach(d -> Nodes.walk(d, node -> requireComplete(checked.orElseThrow(), node)));
  }

  private static void requireComplete(CheckedModule module, Node node) {
    if (node instanceof Expr e) {
      assertThat(module.typeOf(e)).as("type of %s at %s", e, e.span()).isNotNull();
      assertThat(module.typeOf(e).isError()).as("error at %s", e.span()).isFalse();
    } else if (node instanceof TypeExpr t) {
      assertThat(module.typeOf(t)).as("type at %s", t.span()).isNotNull();
    } else if (node instanceof Declaration.Binder || node instanceof Declaration.Parameter) {
      assertThat(module.typeOf((Declaration) node)).as("type at %s", node.span()).isNotNull();
    }
    boolean named =
        node instanceof Expr.Name name && !Names.TYPES.contains(name.text())
            || node instanceof Expr.FieldAccess
            || node instanceof Expr.AtLabel
            || node instanceof Expr.New
            || node instanceof Expr.Call call && !Names.FUNCTIONS.contains(call.function().text())
            || node instanceof TypeExpr.Named type && !Names.TYPES.contains(type.name().text());
    if (named) {
      assertThat(module.referenceOf(node)).as("reference at %s", node.span()).isPresent();
    }
  }
}
