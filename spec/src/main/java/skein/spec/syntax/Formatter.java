package skein.spec.syntax;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import skein.spec.diagnostic.Diagnostics;
import skein.spec.source.SourceFile;

/**
 * Lays a model out in the one way. As gofmt does, it keeps the lines as their author broke them
 * within statements and expressions, and decides on everything else: blanks, indentation, braces,
 * separators, empty lines, and what is aligned. Comments stay; the syntax tree stays the same;
 * formatting twice is formatting once.
 */
public final class Formatter {
  private static final int INDENT = 4;

  /** Declarations of one line that are aligned with their like. */
  private static final ImmutableSet<String> ALIGNED = ImmutableSet.of("const", "var", "check");

  private static final int MAX_CONTINUATION = 60;

  /** Where lines begin within a block, or within the statement of an if or a loop. */
  private record Frame(int base, int end) {}

  private final Marks marks;
  private final Spacing spacing;
  private final ImmutableList<Piece> pieces;
  private final FormattedLines lines = new FormattedLines();
  private final Deque<Frame> frames = new ArrayDeque<>();
  private final LineBreaks lineBreaks;
  private int itemColumn;
  private Token lineStart;

  private Formatter(String text, Parser.ParsedText parsed) {
    this.marks = parsed.marks();
    this.spacing = new Spacing(marks);
    this.pieces = Pieces.of(text, parsed);
    this.lineBreaks = new LineBreaks(marks, pieces);
    frames.push(new Frame(0, Integer.MAX_VALUE));
  }

  /**
   * The text of a file in its canonical layout, or empty if it does not parse; then {@code
   * diagnostics} says why.
   */
  public static Optional<String> format(SourceFile file, Diagnostics diagnostics) {
    Diagnostics own = new Diagnostics();
    Parser.ParsedText parsed = Parser.parseText(file, own);
    own.all().forEach(diagnostics::report);
    return own.hasErrors()
        ? Optional.empty()
        : Optional.of(new Formatter(file.text(), parsed).format());
  }

  private String format() {
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      int breaks = i == 0 ? 1 : lineBreaks.before(i);
      leaveBodies(piece);
      if (!piece.isComment() && marks.has(piece.token(), Role.BLOCK_CLOSE)) {
        frames.pop();
      }
      if (breaks > 0) {
        lines.begin(indent(i), breaks > 1);
        lineStart = piece.token();
      } else if (!piece.isLineComment()) {
        lines.append(spacing.between(pieces.get(i - 1), piece));
      }
      enterBody(piece, breaks);
      write(piece, breaks > 0);
      enterBlock(piece);
    }
    return lines.text();
  }

  private void leaveBodies(Piece piece) {
    while (frames.peek().end() <= piece.start()) {
      frames.pop();
    }
  }

  private void enterBody(Piece piece, int breaks) {
    if (piece.isComment()) {
      return;
    }
    int end = marks.bodyEnd(piece.token().start());
    if (end > piece.token().start()) {
      frames.push(new Frame(base() + (breaks > 0 ? INDENT : 0), end));
    }
  }

  private int base() {
    return frames.peek().base();
  }

  private void write(Piece piece, boolean first) {
    if (piece.isComment()) {
      lines.comment(piece, first);
      return;
    }
    if (!first) {
      alignment(piece.token());
    }
    lines.append(piece.text() + piece.suffix());
  }

  /** Fields, variables, constants and checks are aligned where they begin their lines. */
  private void alignment(Token token) {
    boolean item =
        lineStart != null
            && (marks.has(lineStart, Role.FIELD) || ALIGNED.contains(lineStart.text()));
    for (Role role : FormattedLines.ALIGNED) {
      if (item && marks.has(token, role)) {
        lines.alignHere(role);
      }
    }
  }

  private void enterBlock(Piece piece) {
    if (!piece.isComment() && marks.has(piece.token(), Role.BLOCK_OPEN)) {
      frames.push(new Frame(base() + INDENT, Integer.MAX_VALUE));
    }
  }

  /** The indentation of the line that a piece begins. */
  private int indent(int index) {
    Piece piece = pieces.get(index);
    Token token = nextToken(index);
    boolean atBase =
        token == null
            || marks.has(token, Role.BLOCK_CLOSE)
            || LineBreaks.begins(marks, token)
            || startsBody(token);
    if (!atBase) {
      boolean closes = token.is(")") || token.is("]") || token.is("}");
      int least = closes && !piece.isComment() ? 0 : INDENT;
      return base() + Math.max(least, asBefore(piece.column() - itemColumn));
    }
    itemColumn = piece.column();
    return labelStandsAlone(index) ? 0 : base() + (startsBody(token) ? INDENT : 0);
  }

  private boolean startsBody(Token token) {
    return token != null && marks.bodyEnd(token.start()) > token.start();
  }

  /** How far its author indented a line within a statement, in whole steps. */
  private static int asBefore(int columns) {
    return Math.min(MAX_CONTINUATION, Math.floorDiv(columns + INDENT / 2, INDENT) * INDENT);
  }

  /** Labels stand leftmost, as in the kernel, unless their statement follows on the line. */
  private boolean labelStandsAlone(int index) {
    Piece piece = pieces.get(index);
    return !piece.isComment()
        && marks.has(piece.token(), Role.LABEL)
        && index + 2 < pieces.size()
        && pieces.get(index + 1).is(":")
        && lineBreaks.before(index + 2) > 0;
  }

  private Token nextToken(int index) {
    for (int i = index; i < pieces.size(); i++) {
      if (!pieces.get(i).isComment()) {
        return pieces.get(i).token();
      }
    }
    return null;
  }
}
