package skein.spec.types;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import skein.spec.diagnostic.Code;
import skein.spec.diagnostic.Diagnostic;
import skein.spec.diagnostic.Diagnostics;
import skein.spec.source.SourceFile;

/**
 * Models that carry what is said about them: {@code // E020@9: message | help} at the end of a line
 * stands for a diagnostic at column 9 of that line. Exactly these must be reported, in this order.
 * {@code -Dgolden.update=true} writes them anew.
 */
class ErrorsTest {
  private static final Path FILES = Path.of("src/test/resources/skein/spec/types/errors");
  private static final Pattern EXPECTED =
      Pattern.compile(" // ([EW]\\d{3}@\\d+: .*?)(?= // [EW]\\d{3}@|$)");

  static Stream<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FILES)) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void saysWhatTheModelExpects(Path path) throws IOException {
    List<String> expected = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(path)) {
      Matcher matcher = EXPECTED.matcher(line);
      int end = line.length();
      while (matcher.find()) {
        end = Math.min(end, matcher.start());
        expected.add((lines.size() + 1) + ": " + matcher.group(1));
      }
      lines.add(line.substring(0, end));
    }
    List<Diagnostic> found = diagnose(path, String.join("\n", lines) + "\n");
    if (Boolean.getBoolean("golden.update")) {
      update(path, lines, found);
    } else {
      assertThat(found.stream().map(d -> d.span().line() + ": " + text(d)))
          .containsExactlyElementsOf(expected);
    }
  }

  private static List<Diagnostic> diagnose(Path path, String text) {
    Diagnostics diagnostics = new Diagnostics();
    SourceFile file = new SourceFile(path.getFileName().toString(), text);
    ModuleLoader.Loaded loaded =
        ModuleLoader.load(file, p -> Optional.empty(), name -> Optional.empty(), diagnostics);
    Optional<CheckedModule> checked = TypeChecker.check(loaded, diagnostics);
    checked.ifPresent(module -> Linter.lint(module, diagnostics));
    return diagnostics.all();
  }

  private static String text(Diagnostic d) {
    return d.code()
        + "@"
        + d.span().column()
        + ": "
        + d.message()
        + " | "
        + d.help().orElseThrow(() -> new AssertionError("no remedy: " + d));
  }

  private static void update(Path path, List<String> lines, List<Diagnostic> found)
      throws IOException {
    List<String> updated = new ArrayList<>(lines);
    for (Diagnostic d : found) {
      int line = d.span().line() - 1;
      updated.set(line, updated.get(line) + " // " + text(d));
    }
    Files.write(path, updated);
  }

  @Test
  void everyCodeIsShownByOne() throws IOException {
    Set<String> shown = new TreeSet<>();
    for (Path path : files().toList()) {
      Matcher codes = Pattern.compile(" // ([EW]\\d{3})@").matcher(Files.readString(path));
      while (codes.find()) {
        shown.add(codes.group(1));
      }
    }
    Set<Code> unseen =
        Stream.of(Code.values())
            .filter(c -> c.name().matches("E0[2345].|E065|W1.."))
            .filter(c -> !shown.contains(c.name()))
            .collect(toCollection(() -> EnumSet.noneOf(Code.class)));
    assertThat(unseen)
        .as("tested where files are imported")
        .isSubsetOf(Code.E027, Code.E028, Code.W109);
  }
}
