package skein.spec.diagnostic;

import java.util.Locale;
import java.util.Optional;

/** Finds the known name that a misspelt one was meant to be. */
public final class Suggestions {
  private static final int MAX_LENGTH = 100;

  private Suggestions() {}

  /**
   * The candidate nearest to a word, if one is near enough to be meant: at most a third of its
   * letters inserted, left out, replaced or swapped with their neighbour. Among equally near ones
   * the first.
   */
  public static Optional<String> nearest(String word, Iterable<String> candidates) {
    String best = null;
    int limit = Math.max(1, Math.min(word.length(), MAX_LENGTH) / 3);
    int bestDistance = Math.min(limit + 1, word.length());
    for (String candidate : candidates) {
      int distance = candidate.equals(word) ? Integer.MAX_VALUE : cost(word, candidate);
      if (distance < bestDistance) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return Optional.ofNullable(best);
  }

  /** {@link #nearest} as the text of a help: "did you mean `refs`?". */
  public static Optional<String> didYouMean(String word, Iterable<String> candidates) {
    return nearest(word, candidates).map(name -> "did you mean `" + name + "`?");
  }

  private static int cost(String word, String candidate) {
    if (word.length() > MAX_LENGTH || candidate.length() > MAX_LENGTH) {
      return Integer.MAX_VALUE;
    }
    // A difference in case alone is the likeliest slip of all.
    return word.equalsIgnoreCase(candidate)
        ? 0
        : Math.min(
            distance(word, candidate),
            1 + distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT)));
  }

  /** Optimal string alignment: edit distance in which a swap of neighbours counts as one. */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : step(a, b, d, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int step(String a, String b, int[][] d, int i, int j) {
    int replace = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replace, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
  }
}
