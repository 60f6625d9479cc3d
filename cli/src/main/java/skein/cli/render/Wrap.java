package skein.cli.render;

import com.google.common.base.CharMatcher;
import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import java.util.List;

/** Breaks lines at spaces, rather before a comment or an arrow than inside of it. */
final class Wrap {
  private static final int CONTINUATION = 4;

  private Wrap() {}

  /** The text as lines of at most {@code width} columns, unless one word alone is longer. */
  static ImmutableList<String> lines(String text, int indent, int width) {
    String margin = Strings.repeat(" ", indent);
    ImmutableList.Builder<String> lines = ImmutableList.builder();
    String rest = ascii(text);
    while (margin.length() + rest.length() > width) {
      int at = breakPoint(rest, width - margin.length());
      if (at < 0) {
        break;
      }
      lines.add(margin + rest.substring(0, at).stripTrailing());
      rest = rest.substring(at).stripLeading();
      margin = Strings.repeat(" ", continuation(indent, rest, width));
    }
    return lines.add(margin + rest).build();
  }

  /** Parts, divided by commas, on lines of at most {@code width} columns; parts stay whole. */
  static ImmutableList<String> parts(List<String> parts, int width) {
    ImmutableList.Builder<String> lines = ImmutableList.builder();
    String line = "";
    for (int i = 0; i < parts.size(); i++) {
      String part = ascii(parts.get(i)) + (i + 1 < parts.size() ? "," : "");
      if (!line.isEmpty() && line.length() + 1 + part.length() > width) {
        lines.add(line);
        line = "";
      }
      line += line.isEmpty() ? part : " " + part;
    }
    return lines.add(line).build();
  }

  /** Columns that a text needs at least: its longest word, where that may come to stand. */
  static int narrowest(String text, int indent) {
    int longest = 0;
    for (String rest = text; !rest.isEmpty(); ) {
      int word = firstWord(rest);
      longest = Math.max(longest, word);
      rest = rest.substring(word).stripLeading();
    }
    return indent + longest;
  }

  /** Length of the first word; the sign that begins a comment or an arrow is not a word alone. */
  private static int firstWord(String text) {
    int from = text.startsWith("// ") ? 3 : text.startsWith("<-- ") ? 4 : 0;
    int space = text.indexOf(' ', from);
    return space < 0 ? text.length() : space;
  }

  /** Continued lines are indented more, if that leaves room for their first word. */
  private static int continuation(int indent, String rest, int width) {
    return Math.max(indent, Math.min(indent + CONTINUATION, width - firstWord(rest)));
  }

  /**
   * The last space within the width; the first one if there is none; -1 if there is none at all.
   */
  private static int breakPoint(String text, int width) {
    for (String before : new String[] {"  // ", "  <-- "}) {
      int at = text.indexOf(before);
      if (at > 0 && at <= width) {
        return at;
      }
    }
    int best = -1;
    for (int at = firstWord(text); at < text.length(); at++) {
      if (text.charAt(at) == ' ' && (best < 0 || at <= width) && !text.startsWith("// ", at - 2)) {
        best = at;
      }
    }
    return best;
  }

  private static String ascii(String text) {
    return CharMatcher.inRange(' ', '~').negate().replaceFrom(text, '?');
  }
}
