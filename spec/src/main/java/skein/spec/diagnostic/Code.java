package skein.spec.diagnostic;

/**
 * The stable code of each kind of diagnostic. A code is never given another meaning; {@code skein
 * explain} prints {@link #explanation()}.
 */
public enum Code {
  // E00x: files and lexing; E01x: syntax; E02x: names; E03x: types; E04x: symmetry;
  // E05x: steps and control flow; E06x: constants and sizes; W1xx: warnings of lint.
  E001("a character that Skein does not know", "…"),
  E060(
      "a constant expression that has no value",
      "Sizes, ranges and constants are computed before the model runs, from numbers, constants and"
          + " hunks."),
  E061(
      "a size or range that is impossible",
      "A range needs lo <= hi; an array has 1 to 65536 elements, a struct or process 1 to 63"
          + " instances. Sizes often come from constants set by -D or by a check."),
  E062(
      "a set over too many values",
      "A set is kept as a mask of at most 64 bits. Use a smaller element type or a map<K, bool>."),
  E063(
      "a value of a kind that is not possible here",
      "Sets, map keys and queue items are single values that can be listed: bool, a range, an enum,"
          + " a reference."),
  E064(
      "a variable without an initial value",
      "The default (0, or null) is not a value of its type. Write `= any` or give a value.");

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
