package skein.spec.syntax;

/**
 * A word, number, string or symbol of the text.
 *
 * @param start offset of its first character
 * @param end offset after its last character
 * @param firstOnLine whether nothing but blanks and comments stands before it on its line
 */
record Token(Kind kind, String text, int start, int end, boolean firstOnLine) {
  enum Kind {
    WORD,
    INTEGER,
    STRING,
    SYMBOL,
    END
  }

  /** Whether this is the given symbol or word. */
  boolean is(String symbolOrWord) {
    return kind != Kind.STRING && text.equals(symbolOrWord);
  }

  boolean isWord() {
    return kind == Kind.WORD;
  }

  /** How a message names what it found. */
  String described() {
    return kind == Kind.END ? "the end of the file" : "`" + text + "`";
  }
}
