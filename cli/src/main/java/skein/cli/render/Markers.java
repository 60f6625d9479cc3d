package skein.cli.render;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import skein.checker.report.Violation;

/** What an arrow at the end of a diagram says about the violation. */
public final class Markers {
  private static final ImmutableMap<String, String> BY_WORD =
      ImmutableMap.<String, String>builder()
          .put("BUG_ON", "BUG")
          .put("WARN_ON", "WARN")
          .put("assert", "assertion fails")
          .put("null", "null dereference")
          .put("use-after-free", "use after free")
          .put("double-free", "double free")
          .put("range", "out of range")
          .put("index", "index out of bounds")
          .put("division-by-zero", "division by zero")
          .put("pool-exhausted", "pool exhausted")
          .put("queue", "queue error")
          .put("lock-misuse", "lock misuse")
          .put("lock-discipline", "lock not held")
          .put("endless-loop", "endless loop")
          .put("leak", "leak")
          .buildOrThrow();

  private Markers() {}

  static String of(Violation violation) {
    return words(violation).orElseGet(() -> violation.word() + " " + violation.name() + " fails");
  }

  /** What sort of mistake it is; empty for an invariant. */
  public static Optional<String> words(Violation violation) {
    return Optional.ofNullable(BY_WORD.get(violation.word()));
  }
}
