package skein.cli.render;

import com.google.common.collect.ImmutableList;
import java.util.stream.Collectors;
import skein.checker.report.Trace;
import skein.checker.report.Violation;
import skein.spec.model.Blocked;

/** Who waits for whom in a deadlock. */
public final class Waits {
  private Waits() {}

  /** A line for each process that can not go on; empty if the violation is no deadlock. */
  public static ImmutableList<String> lines(Violation violation) {
    return violation.trace().blocked().stream()
        .map(blocked -> describe(blocked, violation.trace()))
        .collect(ImmutableList.toImmutableList());
  }

  static String describe(Blocked blocked, Trace trace) {
    StringBuilder out = new StringBuilder(trace.actors().get(blocked.actor()));
    out.append(" waits at ").append(blocked.text());
    String condition = blocked.condition();
    if (blocked.lock().isPresent()) {
      out.append(" for ").append(blocked.lock().get());
      String owner =
          blocked.owner().map(id -> owner(blocked, trace, id)).orElse("held by no process");
      out.append(", ").append(owner);
    } else if (!condition.isEmpty() && !blocked.text().contains(condition)) {
      out.append(" until ").append(condition);
    }
    String stack =
        Frames.innermostFirst(blocked.frames()).stream().collect(Collectors.joining(" <- "));
    out.append(stack.isEmpty() ? "" : " (in " + stack);
    if (blocked.place().line() > 0) {
      out.append(stack.isEmpty() ? " (" : ", ").append(blocked.place());
    }
    return out.append(stack.isEmpty() && blocked.place().line() == 0 ? "" : ")").toString();
  }

  private static String owner(Blocked blocked, Trace trace, int owner) {
    return owner == blocked.actor() ? "held by itself" : "held by " + trace.actors().get(owner);
  }
}
