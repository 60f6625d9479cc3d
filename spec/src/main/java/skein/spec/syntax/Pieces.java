package skein.spec.syntax;

import com.google.common.collect.ImmutableList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import skein.spec.source.Span;

/**
 * Merges tokens and comments. Separators that the layout decides on are left out here and come back
 * as suffixes of the pieces before them.
 */
final class Pieces {
  private final String text;
  private final Marks marks;
  private final List<Token> kept = new ArrayList<>();
  private final Set<Integer> separatedAfter = new HashSet<>();
  private final Map<Token, Token> partners = new HashMap<>();
  private final Map<Token, Token> blocks = new HashMap<>();

  private Pieces(String text, Marks marks) {
    this.text = text;
    this.marks = marks;
  }

  static ImmutableList<Piece> of(String text, Parser.ParsedText parsed) {
    Pieces pieces = new Pieces(text, parsed.marks());
    pieces.keep(parsed.tokens());
    pieces.pairBraces();
    return pieces.merge(parsed.comments());
  }

  private void keep(ImmutableList<Token> tokens) {
    for (Token token : tokens) {
      boolean separator = marks.has(token, Role.SEPARATOR);
      if (separator) {
        separatedAfter.add(kept.size() - 1);
      }
      boolean dropped = separator || (token.is(";") && !marks.has(token, Role.EMPTY));
      if (!dropped && token.kind() != Token.Kind.END) {
        kept.add(token);
      }
    }
  }

  private void pairBraces() {
    Deque<Token> open = new ArrayDeque<>();
    for (Token token : kept) {
      if (marks.has(token, Role.BLOCK_CLOSE)) {
        Token opened = open.pop();
        partners.put(opened, token);
        partners.put(token, opened);
      }
      if (!open.isEmpty()) {
        blocks.put(token, open.peek());
      }
      if (marks.has(token, Role.BLOCK_OPEN)) {
        open.push(token);
      }
    }
  }

  private ImmutableList<Piece> merge(ImmutableList<Span> comments) {
    ImmutableList.Builder<Piece> pieces = ImmutableList.builder();
    int comment = 0;
    int end = 0;
    for (int i = 0; i <= kept.size(); i++) {
      int start = i < kept.size() ? kept.get(i).start() : text.length();
      while (comment < comments.size() && comments.get(comment).start() < start) {
        Span span = comments.get(comment++);
        pieces.add(comment(span, newlines(end, span.start())));
        end = span.end();
      }
      if (i < kept.size()) {
        pieces.add(piece(i, newlines(end, start)));
        end = kept.get(i).end();
      }
    }
    return pieces.build();
  }

  private Piece comment(Span span, int newlines) {
    int column = columnOf(span.start());
    return new Piece(null, span.text(), span.start(), column, "", false, false, newlines);
  }

  private int columnOf(int offset) {
    int lineStart = text.lastIndexOf('\n', offset - 1) + 1;
    return column(text.substring(lineStart, offset), offset - lineStart);
  }

  /** How many columns the first characters of a line take; tabs reach to multiples of four. */
  static int column(String line, int characters) {
    int column = 0;
    for (int i = 0; i < characters; i++) {
      column = line.charAt(i) == '\t' ? (column / 4 + 1) * 4 : column + 1;
    }
    return column;
  }

  private Piece piece(int index, int newlines) {
    Token token = kept.get(index);
    String shown = marks.has(token, Role.EMPTY) ? "{}" : token.text();
    Token partner = partners.get(token);
    boolean empty = partner != null && content(token, partner).isBlank();
    boolean multiLine = !empty && partner != null && content(token, partner).contains("\n");
    int start = token.start();
    return new Piece(
        token, shown, start, columnOf(start), suffix(index), multiLine, empty, newlines);
  }

  private String content(Token brace, Token partner) {
    Token open = brace.start() < partner.start() ? brace : partner;
    Token close = open.equals(brace) ? partner : brace;
    return text.substring(open.end(), close.start()).replace(';', ' ');
  }

  /** What stands between a piece and the next of its list or block. */
  private String suffix(int index) {
    if (index + 1 >= kept.size()) {
      return "";
    }
    Token token = kept.get(index);
    Token next = kept.get(index + 1);
    boolean opens = marks.has(token, Role.BLOCK_OPEN);
    Token block = blocks.get(next);
    if (marks.has(next, Role.MEMBER)) {
      return opens ? "" : ",";
    }
    if (marks.has(next, Role.BLOCK_CLOSE)) {
      boolean several = content(next, partners.get(next)).contains("\n");
      boolean members = marks.has(token, Role.MEMBER);
      return members && several && separatedAfter.contains(index) ? "," : "";
    }
    if (block == null || opens || content(block, partners.get(block)).contains("\n")) {
      return "";
    }
    if (marks.has(next, Role.FIELD)) {
      return ",";
    }
    boolean closes = marks.has(token, Role.BLOCK_CLOSE) || marks.has(token, Role.EMPTY);
    return marks.has(next, Role.STATEMENT) && !closes ? ";" : "";
  }

  private int newlines(int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '\n') {
        count++;
      }
    }
    return count;
  }
}
