package skein.spec.lowering;

import java.util.Optional;
import skein.spec.ir.Origin;
import skein.spec.source.Span;

/** The program being written, and where in the source the writing is. */
final class Emitter {
  private final Flow flow = new Flow();
  private int atomic;
  private Optional<Origin> pinned = Optional.empty();
  private Optional<String> location = Optional.empty();

  Flow flow() {
    return flow;
  }

  boolean isAtomic() {
    return atomic > 0;
  }

  /** Writes code that is one step with what surrounds it. */
  void atomically(Runnable code) {
    atomic++;
    try {
      code.run();
    } finally {
      atomic--;
    }
  }

  /** Writes code all of which traces show as the one line {@code origin}. */
  void pinned(Origin origin, Runnable code) {
    Optional<Origin> outer = pinned;
    pinned = Optional.of(outer.orElse(origin));
    try {
      code.run();
    } finally {
      pinned = outer;
    }
  }

  /** Writes code that stands at a place of the C, or at none that is known. */
  void located(Optional<String> at, Runnable code) {
    Optional<String> outer = location;
    location = at;
    try {
      code.run();
    } finally {
      location = outer;
    }
  }

  Origin origin(Frame frame, Span span) {
    return pinned.orElseGet(() -> new Origin(frame.stack(), span, Evaluator.text(span), location));
  }

  /** The origin of what goes wrong here: never that of the primitive's caller. */
  Origin faultOrigin(Frame frame, Span span) {
    return new Origin(frame.stack(), span, Evaluator.text(span), location);
  }

  /** What traces show instead of the code being written, if it is a primitive's. */
  Optional<Origin> pinned() {
    return pinned;
  }

  /** A sequence point. */
  void point(Origin origin) {
    if (!isAtomic()) {
      flow.add(new Op.Point(origin));
    }
  }
}
