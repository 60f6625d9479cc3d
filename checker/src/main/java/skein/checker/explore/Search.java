package skein.checker.explore;

import java.util.Map;
import java.util.Optional;
import skein.checker.report.CheckResult;
import skein.checker.report.ProgressListener;
import skein.checker.report.Trace;
import skein.checker.visited.Archive;
import skein.checker.workers.Crew;
import skein.spec.model.Model;

/**
 * Explores every reachable state of a model, breadth first.
 *
 * <p>Without {@link SearchOptions#keepGoing} the search ends with the level in which something is
 * found. Of what is found the least deep is reported: a state is as deep as its number of steps
 * from an initial one, the fault of a step as deep as the state that the step leads to, or would
 * lead to. Of findings of equal depth the first in this order: faults of steps, by id; faults in
 * the evaluation of properties, by id; invariants, by id; deadlock; final invariants and leaks, by
 * id. A state's end is only seen when it is explored, so that a deadlock or final state is not
 * reported if something else of equal depth is.
 */
public final class Search {
  private Search() {}

  /**
   * Runs to the end, to a violation, or to a limit; never throws for what the model does.
   *
   * @throws IllegalArgumentException if {@link SearchOptions#property} is no invariant of the model
   * @throws java.io.UncheckedIOException if states can not be written to {@link
   *     SearchOptions#archive}; the message names the directory, the cause says why
   */
  public static CheckResult run(Model model, SearchOptions options, ProgressListener listener) {
    Checks checks = Checks.of(model, options.property());
    Limits limits = new Limits(options);
    try (Crew crew = new Crew(options.workers());
        Closing archive = Closing.of(options)) {
      Exploration exploration =
          new Exploration(
              model, checks, options, limits, crew, new Heartbeat(listener), archive.archive());
      exploration.run();
      return new Results(model, checks, exploration, crew).result(options.keepGoing(), limits);
    }
  }

  /**
   * Finds how a cover is reached: the canonical trace to the first states in which it holds.
   * Violations on the way are passed over.
   *
   * @return empty if it was not reached, or not before a limit
   * @throws IllegalArgumentException if the model has no such cover
   */
  public static Optional<Trace> witness(Model model, SearchOptions options, String cover) {
    Checks checks = Checks.ofCover(model, cover);
    try (Crew crew = new Crew(options.workers());
        Closing archive = Closing.of(options)) {
      Exploration exploration =
          new Exploration(
              model,
              checks,
              options.withKeepGoing(false),
              new Limits(options),
              crew,
              new Heartbeat(ProgressListener.NONE),
              archive.archive());
      exploration.run();
      Results results = new Results(model, checks, exploration, crew);
      return exploration.total().findings.inOrder().entrySet().stream()
          .findFirst()
          .map(
              (Map.Entry<Finding, Integer> found) ->
                  results.trace(found.getKey(), found.getValue()));
    }
  }

  /** The archive of a search, if it has one, to be closed with it. */
  private record Closing(Optional<Archive> archive) implements AutoCloseable {
    static Closing of(SearchOptions options) {
      return new Closing(options.archive().map(Archive::new));
    }

    @Override
    public void close() {
      archive.ifPresent(Archive::close);
    }
  }
}
