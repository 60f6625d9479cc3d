package skein.spec.types;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import skein.spec.diagnostic.Diagnostic;
import skein.spec.diagnostic.Diagnostics;
import skein.spec.diagnostic.Severity;
import skein.spec.fuzz.Corpus;
import skein.spec.fuzz.Fuzzer;
import skein.spec.source.SourceFile;
import skein.spec.source.Span;

/** Whatever the text, the checker neither throws nor hangs; what it lets pass is complete. */
class CheckerFuzzTest {
  private static final Pattern WORD = Pattern.compile("\\b[A-Za-z_]\\w*\\b|\\b\\d+\\b");

  @Test
  void survivesBrokenTexts() throws InterruptedException {
    long seed = new Random().nextLong();
    new Fuzzer(Corpus.texts(), file -> check(file, name -> Optional.empty()))
        .run(seed, 49_000, 300);
    new Fuzzer(Corpus.texts(), file -> check(file, Prelude.shipped())).run(seed, 1_000, 1_000);
  }

  /** Exchanges words, so that the syntax mostly stays right while names and types go wrong. */
  @Test
  void survivesExchangedNames() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    ImmutableList<String> corpus = Corpus.texts();
    for (int i = 0; i < 1_500; i++) {
      String text = exchange(corpus.get(random.nextInt(corpus.size())), random);
      try {
        check(new SourceFile("fuzz.skein", text), Prelude.shipped());
      } catch (RuntimeException | StackOverflowError | AssertionError e) {
        throw new AssertionError("seed " + seed + ", text:\n" + text, e);
      }
    }
  }

  private static String exchange(String text, Random random) {
    Matcher matcher = WORD.matcher(text);
    List<MatchResult> words = new ArrayList<>();
    while (matcher.find()) {
      words.add(matcher.toMatchResult());
    }
    String changed = text;
    for (int n = 1 + random.nextInt(3); n > 0; n--) {
      MatchResult at = words.get(random.nextInt(words.size()));
      String other = words.get(random.nextInt(words.size())).group();
      if (changed.regionMatches(at.start(), at.group(), 0, at.group().length())) {
        changed = changed.substring(0, at.start()) + other + changed.substring(at.end());
      }
    }
    return changed;
  }

  private static void check(SourceFile file, Prelude prelude) {
    Diagnostics diagnostics = new Diagnostics();
    ModuleLoader.Loaded loaded =
        ModuleLoader.load(file, path -> Optional.empty(), prelude, diagnostics);
    Optional<CheckedModule> checked = TypeChecker.check(loaded, diagnostics);
    assertThat(checked.isPresent()).isNotEqualTo(diagnostics.hasErrors());
    checked.ifPresent(Completeness::require);
    checked.ifPresent(module -> Linter.lint(module, diagnostics));
    for (Diagnostic diagnostic : diagnostics.all()) {
      requirePlace(diagnostic.span());
      diagnostic.notes().forEach(note -> requirePlace(note.span()));
      if (diagnostic.code().severity() == Severity.ERROR && diagnostic.message().isBlank()) {
        throw new AssertionError(diagnostic);
      }
    }
  }

  private static void requirePlace(Span span) {
    if (span.start() < 0 || span.end() < span.start() || span.end() > span.file().text().length()) {
      throw new AssertionError(span);
    }
  }
}
