package skein.spec.diagnostic;

/**
 * The stable code of each kind of diagnostic. A code is never given another meaning; {@code skein
 * explain} prints {@link #explanation()}.
 */
public enum Code {
  // E00x: files and lexing; E01x: syntax; E02x: names; E03x: types; E04x: symmetry;
  // E05x: steps and control flow; E06x: constants and sizes; W1xx: warnings of lint.
  E001("a character that Skein does not know", "…");

  private final String title;
  private final String explanation;

  Code(String title, String explanation) {
    this.title = title;
    this.explanation = explanation;
  }

  public Severity severity() {
    return name().startsWith("W") ? Severity.WARNING : Severity.ERROR;
  }

  /** What kind of mistake it is, in a few words. */
  public String title() {
    return title;
  }

  /** A paragraph with an example of the mistake and of its remedy. */
  public String explanation() {
    return explanation;
  }
}
