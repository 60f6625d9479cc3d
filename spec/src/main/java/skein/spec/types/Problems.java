package skein.spec.types;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import skein.spec.diagnostic.Code;
import skein.spec.diagnostic.Diagnostic;
import skein.spec.diagnostic.Diagnostics;
import skein.spec.source.SourceFile;
import skein.spec.source.Span;

/**
 * Collects what the phases of the checker find, so that the user sees it in the order of the text
 * and not in that of the phases.
 */
final class Problems {
  private final List<Diagnostic> found = new ArrayList<>();

  void report(Diagnostic diagnostic) {
    found.add(diagnostic);
  }

  /** How many were reported so far. */
  int count() {
    return found.size();
  }

  void error(Code code, Span span, String message, String help) {
    report(Diagnostic.of(code, span, message).withHelp(help));
  }

  void error(Code code, Span span, String message, Optional<String> help) {
    Diagnostic diagnostic = Diagnostic.of(code, span, message);
    report(help.map(diagnostic::withHelp).orElse(diagnostic));
  }

  /** Hands everything over, file by file as first met and then from top to bottom. */
  void handOver(Diagnostics diagnostics, List<SourceFile> files) {
    Map<SourceFile, Integer> order = new HashMap<>();
    files.forEach(file -> order.putIfAbsent(file, order.size()));
    Comparator<Diagnostic> byPlace =
        Comparator.<Diagnostic>comparingInt(
                d -> order.getOrDefault(d.span().file(), Integer.MAX_VALUE))
            .thenComparingInt(d -> d.span().start());
    found.stream().sorted(byPlace).distinct().forEach(diagnostics::report);
    found.clear();
  }
}
