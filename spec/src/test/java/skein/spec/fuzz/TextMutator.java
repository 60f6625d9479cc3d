package skein.spec.fuzz;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Breaks texts as people and accidents do: tokens and bytes lost, doubled, swapped, misplaced. */
final class TextMutator {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s+|[A-Za-z_0-9]+|//[^\\n]*|\"[^\"\\n]*\"|[=<>!&|+\\-.~]{2}|.", Pattern.DOTALL);

  private static final ImmutableList<String> INTRUDERS =
      ImmutableList.of(
          "{",
          "}",
          "(",
          ")",
          "[",
          "]",
          ":",
          ";",
          ",",
          "..",
          "=",
          "==",
          "=>",
          "->",
          "?",
          "@",
          "\"",
          "/*",
          "*/",
          "//",
          "\n",
          "~>",
          "forall x in",
          "fn",
          "process",
          "if",
          "else",
          "atomic",
          "let",
          "expect",
          "any",
          "old(",
          "99999999999999999999",
          "0x",
          "\u201c",
          "\0",
          "\t",
          "\\");

  private final Random random;
  private final ImmutableList<List<String>> corpus;

  TextMutator(ImmutableList<String> corpus, Random random) {
    this.random = random;
    this.corpus = corpus.stream().map(TextMutator::tokens).collect(ImmutableList.toImmutableList());
  }

  private static List<String> tokens(String text) {
    return TOKEN.matcher(text).results().map(r -> r.group()).collect(Collectors.toList());
  }

  /** A stretch of a text of the corpus, changed in one to four places. */
  String next(int maxTokens) {
    List<String> all = corpus.get(random.nextInt(corpus.size()));
    int length = Math.min(all.size(), 1 + random.nextInt(maxTokens));
    int start = random.nextInt(3) == 0 ? random.nextInt(all.size() - length + 1) : 0;
    List<String> text = new ArrayList<>(all.subList(start, start + length));
    for (int n = 1 + random.nextInt(4); n > 0; n--) {
      mutate(text);
    }
    String joined = String.join("", text);
    return random.nextInt(4) == 0 ? bytes(joined) : joined;
  }

  private void mutate(List<String> text) {
    int at = random.nextInt(text.size());
    int other = random.nextInt(text.size());
    switch (random.nextInt(6)) {
      case 0 -> text.set(at, "");
      case 1 -> text.add(at, text.get(at));
      case 2 -> {
        String kept = text.get(at);
        text.set(at, text.get(other));
        text.set(other, kept);
      }
      case 3 -> text.add(at, INTRUDERS.get(random.nextInt(INTRUDERS.size())));
      case 4 -> text.set(at, text.get(other));
      default -> text.subList(at, Math.min(text.size() - 1, at + random.nextInt(8))).clear();
    }
  }

  private String bytes(String text) {
    if (text.isEmpty()) {
      return text;
    }
    StringBuilder changed = new StringBuilder(text);
    int at = random.nextInt(text.length());
    switch (random.nextInt(3)) {
      case 0 -> changed.deleteCharAt(at);
      case 1 -> changed.insert(at, (char) random.nextInt(128));
      default -> changed.setCharAt(at, (char) random.nextInt(random.nextBoolean() ? 128 : 65536));
    }
    return changed.toString();
  }
}
