package skein.spec.ir;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import skein.spec.source.Span;

/**
 * Where in the source an instruction comes from.
 *
 * @param frames the call stack: the process or action first, the innermost function last
 * @param span the statement or condition
 * @param text its text, for traces, on one line
 * @param location the kernel's {@code file:line} given by {@code @at}, if any
 */
public record Origin(
    ImmutableList<Frame> frames, Span span, String text, Optional<String> location) {

  /**
   * An active call.
   *
   * @param function the callee's name
   * @param call where it was called; of the outermost frame, its declaration
   */
  public record Frame(String function, Span call) {}
}
