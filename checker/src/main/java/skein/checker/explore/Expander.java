package skein.checker.explore;

import skein.checker.visited.StatePartition;
import skein.spec.model.Model;
import skein.spec.model.Successors;

/** Generates the successors of states, for one worker. Small methods: this is the hot path. */
final class Expander {
  private final Model model;
  private final int words;
  private final boolean symmetric;
  private final Checks checks;
  private final Examiner examiner;
  private final Tally tally;
  private final Successors outcomes;

  Expander(Model model, boolean symmetric, Checks checks, Examiner examiner, Tally tally) {
    this.model = model;
    this.words = model.words();
    this.symmetric = symmetric;
    this.checks = checks;
    this.examiner = examiner;
    this.tally = tally;
    this.outcomes = new Successors(words);
  }

  /** Sends the initial states. */
  void begin(Outbox outbox) {
    outcomes.clear();
    model.initialStates(outcomes);
    send(outbox, 0);
  }

  /** Sends the successors of states of a depth. */
  void expand(StatePartition partition, int from, int to, int depth, Outbox outbox) {
    for (int position = from; position < to; position++) {
      expand(partition.block(position), partition.offset(position), depth, outbox);
    }
  }

  private void expand(long[] states, int at, int depth, Outbox outbox) {
    if (checks.constraints.length > 0 && examiner.outside(states, at, depth)) {
      return;
    }
    outcomes.clear();
    model.successors(states, at, outcomes);
    examiner.examineEnd(states, at, outcomes, depth);
    count();
    send(outbox, depth + 1);
  }

  private void count() {
    for (int i = 0, count = outcomes.count(); i < count; i++) {
      tally.taken[outcomes.action(i)]++;
    }
  }

  private void send(Outbox outbox, int depth) {
    int count = outcomes.anyFault() ? withoutFaults(depth) : outcomes.count();
    long[] states = outcomes.states();
    tally.generated += count;
    if (symmetric) {
      for (int i = 0; i < count; i++) {
        model.canonicalize(states, i * words);
      }
    }
    outbox.appendAll(states, count);
  }

  /** Notes faults, and moves the outcomes that are states for all that to the front. */
  private int withoutFaults(int depth) {
    long[] states = outcomes.states();
    int kept = 0;
    for (int i = 0, count = outcomes.count(); i < count; i++) {
      int fault = outcomes.fault(i);
      if (fault == Successors.NO_FAULT || faulted(fault, depth)) {
        System.arraycopy(states, i * words, states, kept++ * words, words);
      }
    }
    return kept;
  }

  /** Notes a fault; says whether the outcome is a state for all that. */
  private boolean faulted(int fault, int depth) {
    if (checks.reports(fault)) {
      tally.findings.add(Finding.Type.STEP_FAULT, fault, depth);
    }
    return checks.goesOn(fault);
  }
}
