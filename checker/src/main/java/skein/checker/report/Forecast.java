package skein.checker.report;

import com.google.common.collect.ImmutableList;

/**
 * What can be said of the rest of a search while it runs. Levels grow, then shrink; how long they
 * will go on growing nobody knows, so that only of a search whose levels shrink is there an
 * estimate of the end, and of one whose levels grow only how far its memory goes.
 *
 * @param trend of the sizes of the levels
 * @param states if they shrink, about how many states are left to explore, those not yet found
 *     included; if they grow, about how many more fit in memory; otherwise 0
 * @param nanos how long that takes at the pace so far; 0 if unknown
 * @param bytes the memory that all states will take then
 */
public record Forecast(Trend trend, long states, long nanos, long bytes) {

  /** Nothing can be said. */
  public static final Forecast UNKNOWN = new Forecast(Trend.UNKNOWN, 0, 0, 0);

  private static final int LEAST_LEVELS = 8;
  private static final double SHRINKS = 0.98;

  /** What the levels do. */
  public enum Trend {
    GROWING,
    SHRINKING,
    /** Too few levels, or nothing explored yet. */
    UNKNOWN
  }

  /**
   * A forecast from the figures so far.
   *
   * @param levels states of the levels that are complete, at least those before the current one
   * @param distinct states found
   * @param frontier those not yet explored
   * @param bytes memory that the states take
   * @param limit bytes that they may take
   * @param nanos since the search began
   */
  public static Forecast of(
      ImmutableList<Long> levels,
      long distinct,
      long frontier,
      long bytes,
      long limit,
      long nanos) {
    long explored = distinct - frontier;
    if (levels.size() < LEAST_LEVELS || explored <= 0) {
      return UNKNOWN;
    }
    double ratio = ratio(levels);
    double each = (double) bytes / distinct;
    if (ratio >= SHRINKS) {
      double room = Math.max(0, limit - bytes) / each;
      return new Forecast(
          Trend.GROWING, (long) room, (long) (room * nanos / distinct), Math.max(limit, bytes));
    }
    double unseen = levels.get(levels.size() - 1) * ratio / (1 - ratio);
    double found = Math.max(0, unseen - (distinct - sum(levels, 0, levels.size())));
    long left = (long) (frontier + found);
    return new Forecast(
        Trend.SHRINKING,
        left,
        (long) ((double) left * nanos / explored),
        (long) (bytes + found * each));
  }

  /** By what a level is larger than the one before, of late; smoothed, as levels may alternate. */
  private static double ratio(ImmutableList<Long> levels) {
    int count = levels.size();
    int width = Math.max(3, count / 16);
    double late = sum(levels, count - width, count);
    double before = sum(levels, count - 2 * width, count - width);
    return Math.pow(late / before, 1.0 / width);
  }

  private static long sum(ImmutableList<Long> levels, int from, int to) {
    return levels.subList(from, to).stream().mapToLong(Long::longValue).sum();
  }
}
