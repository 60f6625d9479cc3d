package skein.spec.syntax;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import skein.spec.diagnostic.Code;
import skein.spec.diagnostic.Diagnostic;
import skein.spec.diagnostic.Suggestions;
import skein.spec.source.Span;

/** Reads checks and what they expect. */
final class CheckParser {
  private final TokenStream in;
  private final Names names;
  private final ExprParser expressions;

  CheckParser(TokenStream in, Names names, ExprParser expressions) {
    this.in = in;
    this.names = names;
    this.expressions = expressions;
  }

  Declaration check(Token first) {
    in.next();
    Identifier name = names.introduce("a name for the check");
    if (in.at("with")) {
      in.mark(Role.ALIGN_WITH);
    }
    ImmutableList<Declaration.Setting> settings =
        in.accept("with") ? settings() : ImmutableList.of();
    if (in.at("expect")) {
      in.mark(Role.ALIGN_EXPECT);
    }
    Optional<Declaration.Expectation> expectation =
        in.accept("expect") ? Optional.of(expectation()) : Optional.empty();
    return new Declaration.Check(in.since(first), name, settings, expectation);
  }

  private ImmutableList<Declaration.Setting> settings() {
    ImmutableList.Builder<Declaration.Setting> settings = ImmutableList.builder();
    do {
      settings.add(setting());
    } while (in.accept(","));
    return settings.build();
  }

  private Declaration.Setting setting() {
    Identifier name = names.use("a hunk's name, or a constant and its value");
    if (in.accept("=")) {
      return new Declaration.Setting.Value(name, expressions.expression());
    }
    return new Declaration.Setting.On(name);
  }

  private Declaration.Expectation expectation() {
    Token first = in.peek();
    String kind = kind();
    Optional<Identifier> subject = Optional.empty();
    if (in.continues() && in.accept("in")) {
      subject = Optional.of(names.use("a function's name"));
    } else if (kind.matches("invariant|property|cover") && subjectFollows()) {
      subject = Optional.of(names.use("a property's name"));
    }
    return new Declaration.Expectation(in.since(first), kind, subject);
  }

  private boolean subjectFollows() {
    return in.peek().isWord() && in.continues();
  }

  private String kind() {
    Token first = in.peek();
    if (!first.isWord() || !in.continues()) {
      throw in.expected("`pass` or an error, as in `expect BUG_ON`");
    }
    in.next();
    if ((first.is("step") || first.is("final")) && in.accept("invariant")) {
      return "invariant";
    }
    while (in.at("-") && in.adjacent() && in.peek(1).isWord()) {
      in.mark(Role.TIGHT_BEFORE);
      in.mark(Role.TIGHT_AFTER);
      in.next();
      in.next();
    }
    Span span = in.since(first);
    if (!Keywords.EXPECTATIONS.contains(span.text())) {
      in.remark(
          Diagnostic.of(Code.E018, span, "no check can end in `" + span.text() + "`")
              .withHelp(
                  Suggestions.didYouMean(span.text(), Keywords.EXPECTATIONS)
                      .orElse("expect one of: " + String.join(", ", Keywords.EXPECTATIONS))));
      return "error";
    }
    return span.text();
  }
}
