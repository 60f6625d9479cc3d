package skein.spec.syntax;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.regex.Pattern;
import skein.spec.diagnostic.Code;
import skein.spec.diagnostic.Diagnostic;
import skein.spec.diagnostic.Diagnostics;
import skein.spec.source.SourceFile;
import skein.spec.source.Span;

/** Cuts a text into tokens and comments. What it cannot read it reports and leaves out. */
final class Lexer {
  /**
   * At most three characters long. Those of C and TLA+ that Skein lacks are tokens too, so that the
   * parser can say what to write instead.
   */
  private static final ImmutableSet<String> SYMBOLS =
      ImmutableSet.of(
          "...", "<<=", ">>=", "<=>", "..", "==", "!=", "<=", ">=", "=>", "||", "&&", "+=", "-=",
          "++", "--", "~>", "->", "*=", "/=", "%=", "|=", "&=", "^=", ":=", "<<", "/\\", "\\/", "{",
          "}", "(", ")", "[", "]", ",", ";", ":", ".", "?", "@", "=", "<", ">", "!", "+", "-", "*",
          "/", "%", "&", "|", "^", "~");

  private static final Pattern NUMBER =
      Pattern.compile("[0-9](_?[0-9])*|0[xX][0-9a-fA-F](_?[0-9a-fA-F])*");

  private static final ImmutableMap<Character, String> LOOK_ALIKES =
      ImmutableMap.<Character, String>builder()
          .put('\u2018', "'")
          .put('\u2019', "'")
          .put('\u201c', "\"")
          .put('\u201d', "\"")
          .put('\u2013', "-")
          .put('\u2014', "-")
          .put('\u2212', "-")
          .put('\u00a0', " ")
          .put('\u2264', "<=")
          .put('\u2265', ">=")
          .put('\u2260', "!=")
          .put('\u2227', "&&")
          .put('\u2228', "||")
          .put('\u00ac', "!")
          .put('\u2208', "in")
          .put('\u2200', "forall")
          .put('\u2203', "exists")
          .put('\u21d2', "=>")
          .put('\u2026', "..")
          .buildOrThrow();

  /** The tokens, ended by one of kind END, and the comments, both in the order of the text. */
  record Tokens(ImmutableList<Token> tokens, ImmutableList<Span> comments) {}

  private final SourceFile file;
  private final String text;
  private final Diagnostics diagnostics;
  private final ImmutableList.Builder<Token> tokens = ImmutableList.builder();
  private final ImmutableList.Builder<Span> comments = ImmutableList.builder();
  private int at;
  private boolean firstOnLine = true;

  private Lexer(SourceFile file, Diagnostics diagnostics) {
    this.file = file;
    this.text = file.text();
    this.diagnostics = diagnostics;
  }

  static Tokens lex(SourceFile file, Diagnostics diagnostics) {
    Lexer lexer = new Lexer(file, diagnostics);
    lexer.run();
    return new Tokens(lexer.tokens.build(), lexer.comments.build());
  }

  private void run() {
    if (text.startsWith("\ufeff")) {
      at = 1;
    }
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\n') {
        firstOnLine = true;
        at++;
      } else if (isBlank(c)) {
        at++;
      } else if (text.startsWith("//", at) || text.startsWith("/*", at)) {
        comment();
      } else {
        token(c);
      }
    }
    tokens.add(new Token(Token.Kind.END, "", text.length(), text.length(), true));
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\f';
  }

  private void comment() {
    int start = at;
    if (text.charAt(at + 1) == '/') {
      int end = text.indexOf('\n', at);
      at = end < 0 ? text.length() : end;
    } else {
      int end = text.indexOf("*/", at + 2);
      if (end < 0) {
        error(Code.E002, start, start + 2, "this comment is never closed", "close it with `*/`");
      }
      at = end < 0 ? text.length() : end + 2;
      firstOnLine |= text.substring(start, at).indexOf('\n') >= 0;
    }
    comments.add(new Span(file, start, at));
  }

  private void token(char c) {
    int start = at;
    if (isWordStart(c)) {
      while (at < text.length() && isWordPart(text.charAt(at))) {
        at++;
      }
      add(Token.Kind.WORD, start);
    } else if (c >= '0' && c <= '9') {
      number();
    } else if (c == '"') {
      string();
    } else {
      symbol();
    }
  }

  private static boolean isWordStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private static boolean isWordPart(char c) {
    return isWordStart(c) || (c >= '0' && c <= '9');
  }

  private void number() {
    int start = at;
    while (at < text.length() && isWordPart(text.charAt(at))) {
      at++;
    }
    String digits = text.substring(start, at);
    if (!NUMBER.matcher(digits).matches()) {
      error(
          Code.E004,
          start,
          at,
          "`" + digits + "` is not a number",
          "write numbers as `42` or `0x2a`; a name cannot begin with a digit");
    }
    add(Token.Kind.INTEGER, start);
  }

  private void string() {
    int start = at++;
    while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
      if (text.charAt(at) == '\\') {
        escape();
      } else {
        at++;
      }
    }
    if (at < text.length() && text.charAt(at) == '"') {
      at++;
    } else {
      error(
          Code.E003,
          start,
          start + 1,
          "this string is not closed on its line",
          "close it with `\"`");
    }
    add(Token.Kind.STRING, start);
  }

  private void escape() {
    char next = at + 1 < text.length() ? text.charAt(at + 1) : '\n';
    if (next == '\n' || next == '\r') {
      at++;
      return;
    }
    if ("\"\\nt".indexOf(next) < 0) {
      error(
          Code.E006,
          at,
          at + 2,
          "`\\" + next + "` means nothing in a string",
          "only `\\\"`, `\\\\`, `\\n` and `\\t` do; for a backslash write `\\\\`");
    }
    at += 2;
  }

  private void symbol() {
    int start = at;
    for (int length = Math.min(3, text.length() - at); length > 0; length--) {
      if (SYMBOLS.contains(text.substring(at, at + length))) {
        at += length;
        add(Token.Kind.SYMBOL, start);
        return;
      }
    }
    unknown();
  }

  /** Reports a run of characters that cannot begin a token as one mistake. */
  private void unknown() {
    int start = at;
    String alike = LOOK_ALIKES.get(text.charAt(at));
    do {
      at++;
    } while (at < text.length() && text.charAt(at) > '~' && alike == null);
    String found = text.substring(start, at);
    String shown = found.chars().anyMatch(Character::isISOControl) ? hex(found) : found;
    String help = alike == null ? unknownHelp(found) : "write `" + alike + "`";
    error(Code.E001, start, at, "Skein does not know the character `" + shown + "`", help);
  }

  private static String unknownHelp(String found) {
    return switch (found) {
      case "#" -> "there is no preprocessor: use `const` and `import`; comments begin with `//`";
      case "'" -> "strings stand in double quotes";
      case "`", "$", "\\" -> "remove it";
      default -> "names are made of ASCII letters, digits and `_`; other text goes into comments";
    };
  }

  private static String hex(String found) {
    return String.format("\\u%04x", (int) found.charAt(0));
  }

  private void add(Token.Kind kind, int start) {
    tokens.add(new Token(kind, text.substring(start, at), start, at, firstOnLine));
    firstOnLine = false;
  }

  private void error(Code code, int start, int end, String message, String help) {
    int last = Math.min(end, text.length());
    diagnostics.report(Diagnostic.of(code, new Span(file, start, last), message).withHelp(help));
  }
}
