package skein.checker.explore;

import skein.spec.model.Model;

/** What one worker has counted and found since the search began. */
final class Tally {
  final Findings findings;

  /** How often each action was taken, by its id. */
  final long[] taken;

  /** Whether each property, by its id, was seen to hold; kept for covers only. */
  final boolean[] reached;

  /** Outcomes that are states, repeated ones included. */
  long generated;

  /** States outside a constraint. */
  long outside;

  Tally(Model model) {
    findings = new Findings(model);
    taken = new long[model.actions().size()];
    reached = new boolean[model.properties().size()];
  }

  void addAll(Tally other) {
    findings.addAll(other.findings);
    generated += other.generated;
    outside += other.outside;
    for (int i = 0; i < taken.length; i++) {
      taken[i] += other.taken[i];
    }
    for (int i = 0; i < reached.length; i++) {
      reached[i] |= other.reached[i];
    }
  }
}
