package skein.spec.source;

/** A stretch of a source file: offsets from {@code start} up to but not including {@code end}. */
public record Span(SourceFile file, int start, int end) {

  public int line() {
    return file.line(start);
  }

  public int column() {
    return file.column(start);
  }

  public String text() {
    return file.text().substring(start, end);
  }

  /** The smallest span that holds this one and {@code other}, which is of the same file. */
  public Span to(Span other) {
    return new Span(file, Math.min(start, other.start), Math.max(end, other.end));
  }

  /** {@code file:line:column}, as editors read it. */
  @Override
  public String toString() {
    return file.name() + ":" + line() + ":" + column();
  }
}
