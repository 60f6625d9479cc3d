package skein.checker.report;

/** Hears how far a search has come. Called between waves, by the thread that called the search. */
public interface ProgressListener {

  /** Hears nothing. */
  ProgressListener NONE = progress -> {};

  /** A snapshot, at least every few hundred milliseconds while the search runs. */
  void progress(Progress progress);

  /**
   * @param frontier states found and not yet explored
   * @param nanos since the search began
   * @param forecast what can be said of the rest
   */
  record Progress(
      long generated,
      long distinct,
      long frontier,
      int depth,
      long bytes,
      long nanos,
      Forecast forecast) {}
}
