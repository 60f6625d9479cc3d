package skein.cli.render;

/**
 * What a line of a diagram says.
 *
 * @param text what is done
 * @param comment what is learnt by it, or empty
 */
record Phrase(String text, String comment) {
  Phrase(String text) {
    this(text, "");
  }

  @Override
  public String toString() {
    return comment.isEmpty() ? text : text + "  // " + comment;
  }
}
