package skein.spec.model;

/** A place in a model's text; line and column count from 1. A model in Java may have none. */
public record Place(String file, int line, int column) {
  public static final Place UNKNOWN = new Place("", 0, 0);

  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line;
  }
}
