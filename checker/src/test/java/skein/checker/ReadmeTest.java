package skein.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import skein.checker.explore.Search;
import skein.checker.explore.SearchOptions;
import skein.checker.models.LostUpdate;
import skein.checker.report.CheckResult;
import skein.checker.report.ProgressListener;

/** The example in README.md is the class that is compiled here, and does what it says. */
final class ReadmeTest {
  private static final Path MODULE = Path.of(System.getProperty("skein.root"), "checker");

  @Test
  void exampleIsCompiled() throws IOException {
    Path source = MODULE.resolve("src/test/java/skein/checker/models/LostUpdate.java");
    String code = Files.readString(source);
    assertThat(Files.readString(MODULE.resolve("README.md")))
        .contains("```java\n" + code.substring(code.indexOf("import com.")) + "```\n");
  }

  @Test
  void outputIsWhatItPrints() throws IOException {
    CheckResult result = Search.run(new LostUpdate(), SearchOptions.DEFAULT, ProgressListener.NONE);
    List<String> steps =
        result.violations().get(0).trace().steps().stream()
            .map(step -> step.actor() + ": " + step.action() + ", counter " + step.after())
            .toList();
    String output = result.statistics().distinct() + " states\n" + String.join("\n", steps) + "\n";
    assertThat(Files.readString(MODULE.resolve("README.md"))).contains("```\n" + output + "```");
  }
}
