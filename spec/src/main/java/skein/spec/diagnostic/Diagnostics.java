package skein.spec.diagnostic;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/** Collects the diagnostics of one run over a model. Not safe for use by several threads. */
public final class Diagnostics {
  private final List<Diagnostic> all = new ArrayList<>();

  public void report(Diagnostic diagnostic) {
    all.add(diagnostic);
  }

  /** Whether any error (not a warning) was reported. */
  public boolean hasErrors() {
    return all.stream().anyMatch(d -> d.code().severity() == Severity.ERROR);
  }

  /** Everything reported, in the order reported. */
  public ImmutableList<Diagnostic> all() {
    return ImmutableList.copyOf(all);
  }
}
