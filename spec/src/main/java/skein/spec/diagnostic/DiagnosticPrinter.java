package skein.spec.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import skein.spec.source.SourceFile;
import skein.spec.source.Span;

/**
 * Renders diagnostics as gcc does, so that editors and CI find their places: {@code file:line:col:
 * error: message [E021]}, the line of the text, a caret under the place, notes and help.
 */
public final class DiagnosticPrinter {
  /** A longer line is shown in part. */
  private static final int MAX_WIDTH = 160;

  private static final String BOLD = "\u001b[1m";
  private static final String RED = "\u001b[1;31m";
  private static final String MAGENTA = "\u001b[1;35m";
  private static final String CYAN = "\u001b[1;36m";
  private static final String GREEN = "\u001b[1;32m";
  private static final String RESET = "\u001b[0m";

  private final boolean colour;

  public DiagnosticPrinter(boolean colour) {
    this.colour = colour;
  }

  /**
   * All of them, each file's in the order of its text, files in the order in which they first
   * appear. Each line is ended by {@code \n}.
   */
  public String render(Iterable<Diagnostic> diagnostics) {
    List<SourceFile> files = new ArrayList<>();
    List<Diagnostic> sorted = new ArrayList<>();
    for (Diagnostic diagnostic : diagnostics) {
      sorted.add(diagnostic);
      if (!files.contains(diagnostic.span().file())) {
        files.add(diagnostic.span().file());
      }
    }
    sorted.sort(
        Comparator.comparingInt((Diagnostic d) -> files.indexOf(d.span().file()))
            .thenComparingInt(d -> d.span().start()));
    StringBuilder out = new StringBuilder();
    sorted.forEach(d -> append(out, d));
    return out.toString();
  }

  /** One diagnostic; each line is ended by {@code \n}. */
  public String render(Diagnostic diagnostic) {
    StringBuilder out = new StringBuilder();
    append(out, diagnostic);
    return out.toString();
  }

  private void append(StringBuilder out, Diagnostic diagnostic) {
    boolean error = diagnostic.code().severity() == Severity.ERROR;
    String word = error ? paint(RED, "error:") : paint(MAGENTA, "warning:");
    head(out, diagnostic.span(), word, diagnostic.message() + " [" + diagnostic.code() + "]");
    for (Diagnostic.Note note : diagnostic.notes()) {
      head(out, note.span(), paint(CYAN, "note:"), note.message());
    }
    diagnostic
        .help()
        .ifPresent(
            help -> out.append(paint(GREEN, "help:")).append(' ').append(plain(help)).append('\n'));
  }

  private void head(StringBuilder out, Span span, String word, String message) {
    out.append(paint(BOLD, span + ":")).append(' ').append(word).append(' ');
    out.append(plain(message)).append('\n');
    excerpt(out, span);
  }

  private void excerpt(StringBuilder out, Span span) {
    String line = span.file().lineText(span.line());
    int from = Math.min(span.column() - 1, line.length());
    int to = Math.min(from + Math.max(1, span.end() - span.start()), line.length());
    // Where the place is far to the right, what is shown begins a little before it.
    int first = from < MAX_WIDTH - 20 ? 0 : from - 40;
    int last = Math.min(line.length(), first + MAX_WIDTH);
    out.append(first > 0 ? "…" : "").append(plain(line.substring(first, last)));
    out.append(last < line.length() ? "…\n" : "\n");
    String carets = "^".repeat(width(line, from, Math.max(from, Math.min(to, last))));
    out.append(first > 0 ? " " : "").append(indent(line, first, from));
    out.append(paint(GREEN, carets.isEmpty() ? "^" : carets)).append('\n');
  }

  /** Blanks as wide as a part of a line: tabs stay tabs, whatever their width. */
  private static String indent(String line, int from, int to) {
    StringBuilder blanks = new StringBuilder();
    line.substring(from, to).codePoints().forEach(c -> blanks.append(c == '\t' ? '\t' : ' '));
    return blanks.toString();
  }

  private static int width(String line, int from, int to) {
    return line.codePointCount(from, to);
  }

  /** Text from a model must not steer the terminal. */
  private static String plain(String text) {
    StringBuilder shown = new StringBuilder(text);
    for (int i = 0; i < shown.length(); i++) {
      if (Character.isISOControl(shown.charAt(i)) && shown.charAt(i) != '\t') {
        shown.setCharAt(i, '?');
      }
    }
    return shown.toString();
  }

  private String paint(String style, String text) {
    return colour ? style + text + RESET : text;
  }
}
