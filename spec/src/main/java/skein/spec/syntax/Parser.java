package skein.spec.syntax;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import skein.spec.diagnostic.Code;
import skein.spec.diagnostic.Diagnostic;
import skein.spec.diagnostic.Diagnostics;
import skein.spec.source.SourceFile;
import skein.spec.source.Span;

/**
 * Reads a module by recursive descent. Every mistake is reported, each once; what could be read
 * around them is in the tree.
 */
public final class Parser {
  private final TokenStream in;
  private final Names names;
  private final Recovery recovery;
  private final DeclarationParser declarations;
  private final ImmutableList.Builder<Import> imports = ImmutableList.builder();
  private final ImmutableList.Builder<Declaration> all = ImmutableList.builder();
  private Optional<Identifier> name = Optional.empty();
  private boolean headOver;

  private Parser(SourceFile file, Lexer.Tokens lexed, Diagnostics diagnostics) {
    this.in = new TokenStream(file, lexed.tokens(), diagnostics);
    this.names = new Names(in);
    this.recovery = new Recovery(in);
    this.declarations = new DeclarationParser(in, names, recovery);
  }

  /** The module in a file. Whatever the text, this returns a tree and does not throw. */
  public static Module parse(SourceFile file, Diagnostics diagnostics) {
    return parseText(file, diagnostics).module();
  }

  /** A module, with the text as the parser saw it. */
  record ParsedText(
      Module module, ImmutableList<Token> tokens, ImmutableList<Span> comments, Marks marks) {}

  static ParsedText parseText(SourceFile file, Diagnostics diagnostics) {
    Lexer.Tokens lexed = Lexer.lex(file, diagnostics);
    Parser parser = new Parser(file, lexed, diagnostics);
    Module module = parser.module(new Span(file, 0, file.text().length()));
    TokenStream in = parser.in;
    return new ParsedText(module, ImmutableList.copyOf(in.tokens()), lexed.comments(), in.marks());
  }

  private Module module(Span span) {
    while (!in.atEnd()) {
      int before = in.index();
      try {
        if (!in.accept(";")) {
          line();
        }
      } catch (SyntaxError e) {
        in.setBrackets(0);
        recovery.skipDeclaration(before, true);
      }
    }
    return new Module(span, name, imports.build(), all.build());
  }

  private void line() {
    Token first = in.peek();
    declarations.correctKeyword();
    in.mark(Role.DECLARATION);
    if (in.at("module")) {
      in.next();
      moduleName(first);
    } else if (in.at("import")) {
      in.next();
      imports.add(imported(first));
    } else {
      all.add(declarations.declaration());
    }
    headOver = true;
  }

  private void moduleName(Token first) {
    Identifier introduced = names.introduce("the module's name");
    if (headOver) {
      in.remark(
          Diagnostic.of(Code.E019, in.since(first), "the module's name comes first in its file")
              .withHelp(
                  name.isPresent() ? "remove this line" : "move this line to the top of the file"));
    }
    name = Optional.of(name.orElse(introduced));
  }

  private Import imported(Token first) {
    if (in.peek().kind() == Token.Kind.STRING) {
      String path = Strings.read(in, "a path");
      return new Import(in.since(first), path, true);
    }
    Identifier target = names.use("`kernel`, or a path in quotes");
    return new Import(in.since(first), target.text(), false);
  }
}
