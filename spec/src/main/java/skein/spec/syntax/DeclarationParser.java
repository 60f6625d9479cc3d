package skein.spec.syntax;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.util.Optional;
import skein.spec.diagnostic.Code;
import skein.spec.diagnostic.Diagnostic;
import skein.spec.diagnostic.Suggestions;

/** Reads the declarations of a module; the larger ones are left to parsers of their own. */
final class DeclarationParser {
  private final TokenStream in;
  private final Names names;
  private final PartReader parts;
  private final StructParser structs;
  private final CodeParser code;
  private final ProcessParser processes;
  private final PropertyParser properties;
  private final CheckParser checks;

  DeclarationParser(TokenStream in, Names names, Recovery recovery) {
    this.in = in;
    this.names = names;
    ExprParser expressions = new ExprParser(in, names);
    TypeParser types = new TypeParser(in, names, expressions);
    this.parts = new PartReader(in, recovery, expressions, types);
    StatementParser statements = new StatementParser(in, names, expressions, parts, recovery);
    this.structs = new StructParser(in, names, parts);
    this.code = new CodeParser(in, names, parts, statements);
    this.processes = new ProcessParser(in, names, expressions, parts, statements);
    this.properties = new PropertyParser(in, names, parts);
    this.checks = new CheckParser(in, names, expressions);
  }

  /** Takes a misspelt word for the keyword that it was meant to be. */
  void correctKeyword() {
    Token first = in.peek();
    if (Keywords.DECLARATIONS.contains(first.text())) {
      return;
    }
    if (in.at("}") || in.at(")") || in.at("]")) {
      throw in.fail(
          Code.E011, in.spanHere(), "this `" + first.text() + "` closes nothing", "remove it");
    }
    if (!first.isWord()) {
      throw in.unexpected("a declaration", Optional.empty());
    }
    Optional<String> meant = meant(first);
    SyntaxError error =
        in.fail(
            Code.E013,
            in.spanHere(),
            "`" + first.text() + "` does not begin a declaration",
            meant.map(word -> "did you mean `" + word + "`?").orElseGet(() -> help(first)));
    in.correct(meant.orElseThrow(() -> error));
  }

  /** The keyword that a word was meant to be; all but {@code init} are followed by a word. */
  private Optional<String> meant(Token first) {
    boolean block = in.peek(1).is("{");
    if (!block && !in.peek(1).isWord()) {
      return Optional.empty();
    }
    return Suggestions.nearest(
        first.text(),
        Iterables.filter(Keywords.DECLARATIONS, keyword -> block == keyword.equals("init")));
  }

  private String help(Token first) {
    if (first.is("else")) {
      return "is there a `}` too many before it?";
    }
    boolean typed = in.peek(1).isWord() && !in.peek(1).firstOnLine();
    if (Keywords.STATEMENTS.contains(first.text()) || in.peek(1).kind() == Token.Kind.SYMBOL) {
      return "statements stand in the body of a `fn`, a `process` or an `action`";
    }
    return typed
        ? "variables are declared as `var name: type`, functions as `fn name(…) { … }`"
        : "declarations begin with `const`, `enum`, `struct`, `var`, `fn`, `process`, `invariant`, …";
  }

  Declaration declaration() {
    Token first = in.peek();
    return switch (first.text()) {
      case "const" -> constant(first);
      case "hunk" -> hunk(first);
      case "enum" -> enumeration(first);
      case "struct", "heap", "lock" -> structs.struct(first);
      case "var" -> global(first);
      case "def" -> code.def(first);
      case "atomic", "fn" -> code.function(first);
      case "process", "daemon", "fair", "strong" -> processes.process(first);
      case "action" -> code.action(first);
      case "init" -> code.initial(first);
      case "property" -> properties.temporal(first);
      case "check" -> checks.check(first);
      default -> properties.property(first);
    };
  }

  private Declaration constant(Token first) {
    in.next();
    Identifier name = names.introduce("a constant's name");
    Optional<TypeExpr> type = in.accept(":") ? Optional.of(parts.type()) : Optional.empty();
    in.mark(Role.ALIGN_VALUE);
    in.expect("=", "and a value after `const " + name + "`");
    Expr value = parts.declarationValue();
    return new Declaration.Const(in.since(first), name, type, value);
  }

  private Declaration hunk(Token first) {
    in.next();
    Identifier name = names.introduce("a hunk's name");
    if (in.peek().firstOnLine() && in.peek().kind() != Token.Kind.STRING) {
      in.report(
          Diagnostic.of(Code.E010, in.afterLast(), "expected what the hunk does, in quotes")
              .withHelp("write `hunk " + name + " \"takes the reference first\"`"));
      return new Declaration.Hunk(in.since(first), name, "");
    }
    String description = Strings.read(in, "what the hunk does, in quotes");
    return new Declaration.Hunk(in.since(first), name, description);
  }

  private Declaration enumeration(Token first) {
    in.next();
    Identifier name = names.introduce("an enum's name");
    in.markBlock();
    Token open = in.expect("{", "and the members after `enum " + name + "`");
    ImmutableList<Declaration.EnumMember> members =
        parts.list(
            open,
            "}",
            () -> {
              in.mark(Role.MEMBER);
              Identifier member = names.introduce("a member's name");
              return new Declaration.EnumMember(member.span(), member);
            });
    return new Declaration.Enum(in.since(first), name, members);
  }

  private Declaration global(Token first) {
    in.next();
    Identifier name = names.introduce("a variable's name");
    in.expect(":", "and a type after `var " + name + "`");
    in.mark(Role.ALIGN_TYPE);
    TypeExpr type = parts.type();
    Optional<Expr> init = in.accept("=") ? Optional.of(parts.declarationValue()) : Optional.empty();
    return new Declaration.Global(in.since(first), name, type, init);
  }
}
