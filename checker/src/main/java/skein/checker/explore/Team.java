package skein.checker.explore;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import skein.spec.model.Model;

/** What each worker has of its own, and what all of them together have counted. */
final class Team {
  private final Model model;
  private final boolean symmetric;
  private final Checks checks;
  private final Worker[] workers;

  Team(Model model, boolean symmetric, Checks checks, int size) {
    this.model = model;
    this.symmetric = symmetric;
    this.checks = checks;
    this.workers = new Worker[size];
  }

  /** A worker, which is made when it first asks for itself. */
  Worker worker(int number) {
    if (workers[number] == null) {
      workers[number] = new Worker(model, symmetric, checks);
    }
    return workers[number];
  }

  private Stream<Tally> tallies() {
    return Arrays.stream(workers).filter(Objects::nonNull).map(worker -> worker.tally);
  }

  boolean anythingFound() {
    return tallies().anyMatch(tally -> tally.findings.any());
  }

  long generated() {
    return tallies().mapToLong(tally -> tally.generated).sum();
  }

  /** What all together have counted and found. */
  Tally total() {
    Tally total = new Tally(model);
    tallies().forEach(total::addAll);
    return total;
  }

  /** What one worker has: its counts, and what it does its two jobs with. */
  static final class Worker {
    final Examiner examiner;
    final Expander expander;
    private final Tally tally;

    private Worker(Model model, boolean symmetric, Checks checks) {
      tally = new Tally(model);
      examiner = new Examiner(model, checks, tally);
      expander = new Expander(model, symmetric, checks, examiner, tally);
    }
  }
}
