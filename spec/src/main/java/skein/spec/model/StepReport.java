package skein.spec.model;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * What happens in one step, line by line.
 *
 * @param lines the statements that were executed, in order
 * @param fault the fault that ended the step, if one did
 */
public record StepReport(ImmutableList<Line> lines, Optional<FaultInfo> fault) {

  /**
   * One executed statement or condition.
   *
   * @param frames the call stack, outermost (the process) first
   * @param text its source text on one line
   * @param location {@code file:line} of the C, or empty
   * @param reads the shared cells it read, in order, without repetition
   * @param writes the cells it changed
   * @param outcome of a condition: whether it held
   * @param chosen variables that got a value by a choice ({@code page = Page.0})
   */
  public record Line(
      ImmutableList<Frame> frames,
      String text,
      Place place,
      String location,
      ImmutableList<Access> reads,
      ImmutableList<Change> writes,
      Optional<Boolean> outcome,
      ImmutableList<Access> chosen) {}

  /** An active call. */
  public record Frame(String function, Place call) {}

  /**
   * A value that was read.
   *
   * @param variable full name of the cell
   * @param expression how the source names it: {@code eb.refs}; equal to the variable if unknown
   */
  public record Access(String variable, String expression, String value) {}

  /** A value that was changed. Locals are included, program counters are not. */
  public record Change(String variable, String expression, String before, String after) {}
}
