package skein.cli.render;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import skein.spec.model.StepReport.Frame;

/** The calls of one lane that a diagram has shown and that have not returned. */
final class CallStack {
  private final List<Frame> shown = new ArrayList<>();

  /** Forgets the calls that have returned by the time a line with these frames runs. */
  void returnTo(ImmutableList<Frame> frames) {
    int common = 0;
    while (common < shown.size()
        && common + 1 < frames.size()
        && shown.get(common).equals(frames.get(common + 1))) {
      common++;
    }
    shown.subList(common, shown.size()).clear();
  }

  /**
   * Notes the calls that lead to a line and have not been shown; returns them. The outermost frame,
   * the process, is no call.
   */
  ImmutableList<Frame> enter(ImmutableList<Frame> frames) {
    ImmutableList<Frame> entered =
        shown.size() + 1 < frames.size()
            ? frames.subList(shown.size() + 1, frames.size())
            : ImmutableList.of();
    shown.addAll(entered);
    return entered;
  }

  int depth() {
    return shown.size();
  }
}
