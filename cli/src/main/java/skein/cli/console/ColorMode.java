package skein.cli.console;

/** What {@code --color} says. */
public enum ColorMode {
  AUTO,
  ALWAYS,
  NEVER;

  /** Whether to colour, on a stream that is a terminal or not. */
  boolean on(boolean terminal) {
    switch (this) {
      case ALWAYS:
        return true;
      case NEVER:
        return false;
      default:
        String forbidden = System.getenv("NO_COLOR");
        return terminal && (forbidden == null || forbidden.isEmpty());
    }
  }

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
