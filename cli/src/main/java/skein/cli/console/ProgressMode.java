package skein.cli.console;

/** What {@code --progress} says. */
public enum ProgressMode {
  /** A line that renews itself on a terminal, otherwise a line every ten seconds. */
  AUTO,
  /** A line every ten seconds. */
  LINE,
  /** A JSON object on a line of its own, every second. */
  JSON,
  NONE;

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
