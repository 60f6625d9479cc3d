package skein.spec.syntax;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import skein.spec.diagnostic.Code;
import skein.spec.diagnostic.Diagnostic;
import skein.spec.diagnostic.Diagnostics;
import skein.spec.diagnostic.Suggestions;
import skein.spec.source.SourceFile;
import skein.spec.source.Span;

/** The parser's place in the tokens, and the reports of what was not found there. */
final class TokenStream {
  private static final int MAX_DEPTH = 200;

  /** What to write for an operator that Skein lacks. */
  private static final ImmutableMap<String, String> FOREIGN =
      ImmutableMap.<String, String>builder()
          .put("->", "write `.`: a reference needs no arrow")
          .put("&", "write `&&` for and; test a flag with `FLAG in flags`")
          .put("|", "write `||` for or; join sets with `union`")
          .put("^", "write `!=` for exclusive or of two bools")
          .put("~", "write `!` for not; take members out of a set with `minus`")
          .put("<<", "Skein has no shifts; write the number, or use a set for bits")
          .put("<<=", "Skein has no shifts; write the number, or use a set for bits")
          .put(">>=", "Skein has no shifts; write the number, or use a set for bits")
          .put("*=", "write `x = x * y`")
          .put("/=", "write `x = x / y`; not equal is `!=`")
          .put("%=", "write `x = x % y`")
          .put("|=", "write `x = x || y`; add to a set with `+=`")
          .put("&=", "write `x = x && y`; take out of a set with `-=`")
          .put("^=", "write `x = x != y`")
          .put(":=", "write `=`")
          .put("/\\", "write `&&`")
          .put("\\/", "write `||`")
          .put("<=>", "write `==`")
          .put("...", "write the code that it stands for, or `skip`")
          .buildOrThrow();

  private final SourceFile file;
  private final Diagnostics diagnostics;
  private final List<Token> tokens;
  private final ImmutableSortedSet<Integer> unreadable;
  private final Marks marks = new Marks();
  private int index;
  private int depth;
  private int brackets;
  private int lastErrorAt = -1;
  private int errors;

  TokenStream(SourceFile file, List<Token> tokens, Diagnostics diagnostics) {
    this.file = file;
    this.tokens = new ArrayList<>(tokens);
    this.diagnostics = diagnostics;
    this.unreadable =
        diagnostics.all().stream()
            .filter(d -> d.span().file() == file)
            .map(d -> d.span().start())
            .collect(ImmutableSortedSet.toImmutableSortedSet(Integer::compare));
  }

  Token peek() {
    return tokens.get(index);
  }

  Token peek(int ahead) {
    return tokens.get(Math.min(index + ahead, tokens.size() - 1));
  }

  Token next() {
    Token token = peek();
    if (token.kind() != Token.Kind.END) {
      index++;
    }
    return token;
  }

  Marks marks() {
    return marks;
  }

  List<Token> tokens() {
    return tokens;
  }

  /** Notes what the token here is for. */
  void mark(Role role) {
    marks.add(peek(), role);
  }

  /** Notes that a brace here opens a block and stays on the line of what it belongs to. */
  void markBlock() {
    if (at("{")) {
      mark(Role.BLOCK_OPEN);
      mark(Role.ATTACHED);
    }
  }

  Token tokenAt(int position) {
    return tokens.get(position);
  }

  int index() {
    return index;
  }

  void backTo(int earlier) {
    index = earlier;
  }

  int errors() {
    return errors;
  }

  boolean at(String symbolOrWord) {
    return peek().is(symbolOrWord);
  }

  boolean atEnd() {
    return peek().kind() == Token.Kind.END;
  }

  boolean accept(String symbolOrWord) {
    if (at(symbolOrWord)) {
      index++;
      return true;
    }
    return false;
  }

  /** {@code def f(a: T = e}: what follows a missing parenthesis may be a value. */
  private boolean beforeValue(String bracket) {
    return bracket.equals(")") && at("=");
  }

  /** Whether the token continues the line, or a bracket makes lines mean nothing. */
  boolean continues() {
    return brackets > 0 || !peek().firstOnLine();
  }

  /** Whether the token touches the one before it. */
  boolean adjacent() {
    return index > 0 && tokens.get(index - 1).end() == peek().start();
  }

  /** Reads the rest of a word instead of the one misspelt. */
  void correct(String text) {
    Token t = peek();
    tokens.set(index, new Token(t.kind(), text, t.start(), t.end(), t.firstOnLine()));
  }

  /** Cuts the first character off a symbol, as the `>` off the `>=` of `set<T>= {}`. */
  void split() {
    Token t = peek();
    int middle = t.start() + 1;
    tokens.set(
        index, new Token(t.kind(), t.text().substring(0, 1), t.start(), middle, t.firstOnLine()));
    tokens.add(index + 1, new Token(t.kind(), t.text().substring(1), middle, t.end(), false));
  }

  /** Inside brackets a new line means nothing; returns what to hand to {@link #setBrackets}. */
  int setBrackets(int count) {
    int before = brackets;
    brackets = count;
    return before;
  }

  int brackets() {
    return brackets;
  }

  /** Goes one level deeper; each call is paired with {@link #leave}. */
  void enter() {
    if (++depth > MAX_DEPTH) {
      report(
          Diagnostic.of(Code.E015, spanHere(), "this is nested more than " + MAX_DEPTH + " deep")
              .withHelp("give a part of it a name of its own"));
      depth--;
      throw new SyntaxError(true);
    }
  }

  void leave() {
    depth--;
  }

  Span spanOf(Token token) {
    return new Span(file, token.start(), token.end());
  }

  Span spanHere() {
    return spanOf(peek());
  }

  /** From the start of an earlier token to the end of the last one read. */
  Span since(Token first) {
    int end = index == 0 ? first.end() : tokens.get(index - 1).end();
    return new Span(file, first.start(), Math.max(first.start(), end));
  }

  /** The empty place after the last token read. */
  Span afterLast() {
    int end = index == 0 ? 0 : tokens.get(index - 1).end();
    return new Span(file, end, end);
  }

  /**
   * The token, if it is there, or a word misspelt for it; otherwise the mistake is reported and the
   * parser unwinds.
   */
  Token expect(String symbolOrWord, String where) {
    if (!at(symbolOrWord)) {
      Optional<String> meant =
          peek().isWord() && Character.isLetter(symbolOrWord.charAt(0))
              ? Suggestions.didYouMean(peek().text(), ImmutableList.of(symbolOrWord))
              : Optional.empty();
      SyntaxError error =
          expected("`" + symbolOrWord + "`" + (where.isEmpty() ? "" : " " + where), meant);
      if (meant.isEmpty()) {
        throw error;
      }
    }
    return next();
  }

  /** Reports that something else should stand here. */
  SyntaxError expected(String what) {
    return expected(what, Optional.empty());
  }

  SyntaxError expected(String what, Optional<String> help) {
    return expected(what, help, peek().firstOnLine() && index > 0);
  }

  /** Reports that what stands here cannot begin anything. */
  SyntaxError unexpected(String what, Optional<String> help) {
    return expected(what, help, false);
  }

  private SyntaxError expected(String what, Optional<String> help, boolean lineEnds) {
    Token found = peek();
    String foreign = found.kind() == Token.Kind.SYMBOL ? FOREIGN.get(found.text()) : null;
    if (foreign != null) {
      return fail(Code.E016, spanHere(), "Skein has no `" + found.text() + "`", foreign);
    }
    String name = lineEnds && !atEnd() ? "the end of the line" : found.described();
    Diagnostic diagnostic =
        Diagnostic.of(
            Code.E010, lineEnds ? afterLast() : spanHere(), "expected " + what + ", found " + name);
    report(help.map(diagnostic::withHelp).orElse(diagnostic));
    return new SyntaxError(false);
  }

  SyntaxError fail(Code code, Span span, String message, String help) {
    report(Diagnostic.of(code, span, message).withHelp(help));
    return new SyntaxError(false);
  }

  /**
   * Reports a mistake found here, unless one was already reported at this very token, or just
   * before it by the lexer.
   */
  void report(Diagnostic diagnostic) {
    errors++;
    int before = index == 0 ? 0 : tokens.get(index - 1).start();
    boolean follows = !unreadable.subSet(before, true, peek().start(), true).isEmpty();
    if (lastErrorAt != index && !follows) {
      lastErrorAt = index;
      diagnostics.report(diagnostic);
    }
  }

  /** Reports a mistake about something already read, after which the parser goes on. */
  void remark(Diagnostic diagnostic) {
    errors++;
    diagnostics.report(diagnostic);
  }

  /**
   * Reads a closing bracket. If it is missing where what follows could well come after it, the
   * parser goes on as if it were there.
   */
  void close(String bracket, Token open) {
    if (accept(bracket)) {
      return;
    }
    Token found = peek();
    if (found.kind() == Token.Kind.SYMBOL && FOREIGN.containsKey(found.text())) {
      throw expected("`" + bracket + "`");
    }
    boolean lineEnds = found.firstOnLine();
    report(
        Diagnostic.of(
                Code.E011,
                lineEnds ? afterLast() : spanHere(),
                "expected `"
                    + bracket
                    + "`, found "
                    + (lineEnds && !atEnd() ? "the end of the line" : found.described()))
            .withNote(spanOf(open), "to close this `" + open.text() + "`"));
    if (!lineEnds && !at("{") && !at("}") && !at(";") && !beforeValue(bracket)) {
      throw new SyntaxError(false);
    }
  }
}
