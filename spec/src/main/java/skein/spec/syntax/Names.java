package skein.spec.syntax;

import skein.spec.diagnostic.Code;
import skein.spec.diagnostic.Diagnostic;

/** Reads names. */
final class Names {
  private final TokenStream in;

  Names(TokenStream in) {
    this.in = in;
  }

  /** A name that is introduced here. A keyword is reported and then taken for the name. */
  Identifier introduce(String what) {
    if (in.peek().isWord() && Keywords.RESERVED.contains(in.peek().text())) {
      if (!in.continues()) {
        throw in.expected(what);
      }
      in.report(
          Diagnostic.of(
                  Code.E012,
                  in.spanHere(),
                  "`" + in.peek().text() + "` is a keyword and cannot be " + what)
              .withHelp("choose another name, such as `" + in.peek().text() + "_`"));
    }
    return word(what);
  }

  /** A name that was introduced elsewhere. */
  Identifier use(String what) {
    if (Keywords.RESERVED.contains(in.peek().text())) {
      throw in.expected(what);
    }
    return word(what);
  }

  /** A field's name: any word but an operator. */
  Identifier field() {
    if (Keywords.OPERATORS.contains(in.peek().text())) {
      return introduce("a field's name");
    }
    return word("a field's name");
  }

  private Identifier word(String what) {
    boolean declaration = Keywords.beginDeclaration(in.peek(), in.peek(1));
    if (!in.peek().isWord() || (declaration && !in.continues())) {
      throw in.expected(what);
    }
    Token token = in.next();
    return new Identifier(in.spanOf(token), token.text());
  }
}
