package skein.cli.console;

/** Marks text for a terminal, or leaves it as it is. */
public record Paint(boolean on) {

  public String bold(String text) {
    return mark("1", text);
  }

  public String red(String text) {
    return mark("1;31", text);
  }

  public String green(String text) {
    return mark("1;32", text);
  }

  private String mark(String code, String text) {
    return on ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
