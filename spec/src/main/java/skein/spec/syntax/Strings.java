package skein.spec.syntax;

/** Reads string literals. */
final class Strings {
  private Strings() {}

  static String read(TokenStream in, String what) {
    if (in.peek().kind() != Token.Kind.STRING) {
      throw in.expected(what);
    }
    return value(in.next().text());
  }

  /** What a literal stands for; its closing quote may be missing. */
  private static String value(String literal) {
    StringBuilder value = new StringBuilder();
    int end = literal.length();
    for (int i = 1; i < end; i++) {
      char c = literal.charAt(i);
      if (c == '"') {
        break;
      }
      if (c == '\\' && i + 1 < end) {
        c = unescape(literal.charAt(++i));
      }
      value.append(c);
    }
    return value.toString();
  }

  private static char unescape(char c) {
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      default -> c;
    };
  }
}
