package skein.spec.syntax;

/**
 * A token or a comment on its way to the formatted text.
 *
 * @param start its offset in the text as it was
 * @param column how far it stood from the left, from 0
 * @param suffix a comma or semicolon to write after it
 * @param multiLine of a brace of a block: whether the block takes several lines
 * @param empty of a brace of a block: whether nothing stands in it
 * @param newlines how many lines end between the piece before and this one, in the text as it was
 */
record Piece(
    Token token,
    String text,
    int start,
    int column,
    String suffix,
    boolean multiLine,
    boolean empty,
    int newlines) {

  boolean isComment() {
    return token == null;
  }

  boolean isLineComment() {
    return isComment() && text.startsWith("//");
  }

  boolean is(String symbolOrWord) {
    return token != null && token.is(symbolOrWord);
  }
}
