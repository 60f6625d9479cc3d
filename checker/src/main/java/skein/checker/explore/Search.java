package skein.checker.explore;

import skein.checker.report.CheckResult;
import skein.checker.report.ProgressListener;
import skein.spec.model.Model;

/** Explores every reachable state of a model, breadth first. */
public final class Search {
  private Search() {}

  /** Runs to the end, to a violation, or to a limit; never throws for what the model does. */
  public static CheckResult run(Model model, SearchOptions options, ProgressListener listener) {
    throw new UnsupportedOperationException(model.name() + options + listener);
  }
}
