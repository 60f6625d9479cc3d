package skein.spec.syntax;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import skein.spec.diagnostic.Code;
import skein.spec.diagnostic.Diagnostic;
import skein.spec.source.Span;

/**
 * Reads blocks and the statements in them. A statement ends where its grammar ends; a mistake costs
 * the one statement in which it stands.
 */
final class StatementParser {
  private final TokenStream in;
  private final Names names;
  private final Recovery recovery;
  private final SimpleStatements simple;
  private final CompoundStatements compound;

  /** The first block of the declaration whose closing brace looks as if it were another's. */
  private Optional<Token> misaligned = Optional.empty();

  StatementParser(
      TokenStream in, Names names, ExprParser expressions, PartReader parts, Recovery recovery) {
    this.in = in;
    this.names = names;
    this.recovery = recovery;
    this.simple = new SimpleStatements(in, names, expressions, parts);
    this.compound = new CompoundStatements(in, names, expressions, parts, this);
  }

  /** The block of a declaration. */
  Stmt.Block body(String where) {
    misaligned = Optional.empty();
    if (!in.at("{")) {
      SyntaxError error = in.expected("`{` " + where);
      recovery.skipToBody();
      if (!in.at("{")) {
        throw error;
      }
    }
    return attached(where);
  }

  /** A block that belongs to what stands before it. */
  Stmt.Block attached(String where) {
    in.markBlock();
    return block(where);
  }

  /** A statement that is the body of an if or a loop. */
  Stmt nestedBody() {
    if (in.at("{")) {
      return attached("");
    }
    Token first = in.peek();
    if (in.at(";")) {
      return statement(); // laid out as `{}` is
    }
    Stmt body = statement();
    in.marks().addBody(first.start(), in.afterLast().end());
    return body;
  }

  private Stmt.Block block(String where) {
    if (in.at("{")) {
      in.mark(Role.BLOCK_OPEN);
    }
    Token open = in.expect("{", where);
    ImmutableList.Builder<Stmt> body = ImmutableList.builder();
    while (!in.at("}")) {
      if (in.atEnd() || recovery.atDeclaration()) {
        unclosed(misaligned.orElse(open));
        return new Stmt.Block(in.since(open), body.build());
      }
      if (!in.accept(";")) {
        body.add(recovered());
      }
    }
    if (misaligned.isEmpty() && in.peek().firstOnLine() && outdented(open)) {
      misaligned = Optional.of(open);
    }
    in.mark(Role.BLOCK_CLOSE);
    in.next();
    return new Stmt.Block(in.since(open), body.build());
  }

  private void unclosed(Token open) {
    in.report(
        Diagnostic.of(Code.E011, in.afterLast(), "expected `}`, found " + in.peek().described())
            .withNote(in.spanOf(open), "to close this `{`"));
  }

  /** Whether the brace here stands further left than the line that opened its block. */
  private boolean outdented(Token open) {
    String line = in.spanOf(open).file().lineText(in.spanOf(open).line());
    return in.spanHere().column() - 1 < line.length() - line.stripLeading().length();
  }

  private Stmt recovered() {
    Token first = in.peek();
    int before = in.index();
    in.mark(Role.STATEMENT);
    try {
      return statement();
    } catch (SyntaxError e) {
      e.unwindPastParts();
      recovery.skipStatement(before, true);
      return new Stmt.Broken(in.since(first));
    }
  }

  /** One statement, with its labels and annotations. */
  Stmt statement() {
    in.enter();
    try {
      return nested();
    } finally {
      in.leave();
    }
  }

  private Stmt nested() {
    Token first = in.peek();
    if (in.at("{")) {
      return block("");
    }
    if (in.at("@")) {
      return annotated(first);
    }
    if (first.isWord() && in.peek(1).is(":")) {
      return labelled(first);
    }
    if (in.at(";")) {
      Span span = in.spanHere();
      in.mark(Role.EMPTY);
      in.next();
      return new Stmt.Block(span, ImmutableList.of());
    }
    Stmt stmt = compound.parse(first).or(() -> simple.parse(first)).orElseGet(this::none);
    in.accept(";");
    return stmt;
  }

  private Stmt none() {
    Optional<String> help = Optional.empty();
    if (in.at("else")) {
      help = Optional.of("an `else` follows the statement or the block of an `if`");
    }
    throw in.unexpected("a statement", help);
  }

  private Stmt annotated(Token first) {
    ImmutableList.Builder<Annotation> annotations = ImmutableList.builder();
    while (in.at("@")) {
      annotations.add(annotation());
    }
    if (in.at("}") || in.atEnd()) {
      throw in.expected("the statement that stands at this place");
    }
    in.mark(Role.NESTED);
    Stmt body = statement();
    return new Stmt.Annotated(in.since(first), annotations.build(), body);
  }

  private Annotation annotation() {
    Token first = in.next();
    Identifier name = names.use("an annotation's name");
    if (!name.text().equals("at")) {
      in.remark(
          Diagnostic.of(Code.E017, name.span(), "unknown annotation `@" + name.text() + "`")
              .withHelp("the one annotation is `@at(\"file.c:42\")`"));
    }
    in.mark(Role.TIGHT_BEFORE);
    Token open = in.expect("(", "after `@" + name.text() + "`");
    String argument = Strings.read(in, "the place in the C, such as \"file.c:42\"");
    in.close(")", open);
    return new Annotation(in.since(first), name, argument);
  }

  private Stmt labelled(Token first) {
    in.mark(Role.LABEL);
    Identifier name = names.introduce("a label's name");
    in.next();
    Declaration.Label label = new Declaration.Label(name.span(), name);
    in.mark(Role.NESTED);
    Stmt body = in.at("}") ? new Stmt.Skip(in.afterLast()) : statement();
    return new Stmt.Labelled(in.since(first), label, body);
  }
}
