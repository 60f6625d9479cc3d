package skein.checker.explore;

import skein.spec.model.Model;

/** What one worker has of its own. */
final class Worker {
  final Tally tally;
  final Examiner examiner;
  final Expander expander;

  Worker(Model model, boolean symmetric, Checks checks) {
    tally = new Tally(model);
    examiner = new Examiner(model, checks, tally);
    expander = new Expander(model, symmetric, checks, examiner, tally);
  }
}
