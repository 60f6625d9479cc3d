package skein.checker.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/**
 * What a search found.
 *
 * @param violations the first of each property, in the order found (by depth, then the model's
 *     fixed order); at most one unless the search was to keep going
 * @param stopped why the search ended before it was complete, if it did
 * @param covers for each cover whether it was reached; decided only where the search was complete
 *     or it was reached
 * @param untaken names of the actions (one for each code, with their place) that were never taken
 * @param bounds constants and hunks as set
 */
public record CheckResult(
    String model,
    ImmutableList<Violation> violations,
    Optional<Stop> stopped,
    ImmutableMap<String, Boolean> covers,
    ImmutableList<String> untaken,
    ImmutableMap<String, String> bounds,
    Statistics statistics) {

  /** Why a search ended early. A violation is not among them. */
  public enum Stop {
    STATES("the limit on states was reached"),
    DEPTH("the limit on depth was reached"),
    TIME("the time limit was reached"),
    MEMORY("the memory limit was reached"),
    INTERRUPTED("interrupted");

    private final String text;

    Stop(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  /** Whether every reachable state (inside the constraints) was explored. */
  public boolean complete() {
    return stopped.isEmpty() && violations.isEmpty();
  }

  /** Whether all states were explored and all properties and covers hold. */
  public boolean passed() {
    return complete() && covers.values().stream().allMatch(reached -> reached);
  }
}
