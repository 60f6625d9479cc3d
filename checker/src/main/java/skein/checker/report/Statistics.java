package skein.checker.report;

import com.google.common.collect.ImmutableList;
import java.time.Duration;

/**
 * Figures of a search.
 *
 * @param initial distinct initial states
 * @param generated initial states plus outcomes of steps, as TLC counts: repeated ones included,
 *     outcomes that end in a fault not
 * @param distinct states found (representatives of orbits if {@code symmetric})
 * @param depth number of the last level that holds a state; the initial states are level 0
 * @param unreduced estimate of the number of states without symmetry: the sizes of the orbits
 *     found, added up; equal to distinct without symmetry
 * @param levels distinct states of each level
 * @param actions for each action code how often it was taken, by {@code ActionInfo.code()}
 * @param outside states outside a constraint, which were not explored further
 * @param bytes memory that the states take
 * @param fingerprints whether 64 bits of hash were compared, and not the states
 */
public record Statistics(
    long initial,
    long generated,
    long distinct,
    int depth,
    double unreduced,
    ImmutableList<Long> levels,
    ImmutableList<Long> actions,
    long outside,
    long bytes,
    boolean symmetric,
    boolean fingerprints,
    int workers,
    Duration time) {

  /**
   * A bound on the probability that a state was missed because its fingerprint is that of another:
   * n (n - 1) / 2^65 for n distinct states, if fingerprints of 64 bits behave as random numbers. 0
   * if states were compared themselves.
   */
  public double missed() {
    return fingerprints ? Math.min(1, (double) distinct * (distinct - 1) / 0x1p65) : 0;
  }
}
