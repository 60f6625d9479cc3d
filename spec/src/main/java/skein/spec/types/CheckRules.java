package skein.spec.types;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import skein.spec.diagnostic.Code;
import skein.spec.diagnostic.Diagnostic;
import skein.spec.diagnostic.Suggestions;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Identifier;

/** What a {@code check} sets and expects must exist. */
final class CheckRules {
  private static final Set<String> NOWHERE = Set.of("pass", "deadlock", "leak");

  private final Session session;
  private final ExprChecker expressions;
  private final ConstantRules constants;

  CheckRules(Session session, ExprChecker expressions, ConstantRules constants) {
    this.session = session;
    this.expressions = expressions;
    this.constants = constants;
  }

  void check(Declaration.Check check, Env env) {
    Map<String, Identifier> seen = new HashMap<>();
    for (Declaration.Setting setting : check.settings()) {
      Identifier first = seen.putIfAbsent(setting.name().text(), setting.name());
      if (first != null) {
        session
            .problems()
            .report(
                Diagnostic.of(
                        Code.E029, setting.name().span(), "`" + setting.name() + "` is set twice")
                    .withNote(first.span(), "it is first set here")
                    .withHelp("leave out one of the two"));
      }
      setting(setting, env);
    }
    check.expectation().ifPresent(this::expectation);
  }

  private void setting(Declaration.Setting setting, Env env) {
    Identifier name = setting.name();
    Optional<Declaration> declaration = session.names().find(name.text());
    if (setting instanceof Declaration.Setting.On) {
      on(name, declaration);
      return;
    }
    Declaration.Setting.Value value = (Declaration.Setting.Value) setting;
    if (declaration.isPresent() && declaration.get() instanceof Declaration.Const constant) {
      Type wanted = session.tables().type(constant);
      Type type = expressions.expect(value.value(), wanted, "`" + name + "` is", env);
      if (!type.isError() && Conversions.converts(type, wanted)) {
        constants.requireConstant(value.value(), "what a check sets");
      }
    } else if (declaration.isPresent() && declaration.get() instanceof Declaration.Hunk) {
      session.error(
          Code.E029,
          name.span(),
          "`" + name + "` is a hunk, which a check only switches on",
          "write `with " + name + "`, or leave it out to have it off");
    } else {
      unknown(name, declaration);
    }
  }

  private void on(Identifier name, Optional<Declaration> declaration) {
    if (declaration.isEmpty()) {
      unknown(name, declaration);
    } else if (declaration.get() instanceof Declaration.Const constant) {
      if (session.tables().type(constant) instanceof Type.Int) {
        session.error(
            Code.E029,
            name.span(),
            "`" + name + "` is a number, so a check cannot just switch it on",
            "give it a value: `" + name + " = 2`");
      }
    } else if (!(declaration.get() instanceof Declaration.Hunk)) {
      unknown(name, declaration);
    }
  }

  private void unknown(Identifier name, Optional<Declaration> declaration) {
    if (declaration.isEmpty() && session.unknown().mayBeDeclared(name.text())) {
      return;
    }
    Set<String> known =
        session
            .names()
            .matching(d -> d instanceof Declaration.Const || d instanceof Declaration.Hunk);
    session.error(
        Code.E029,
        name.span(),
        declaration.isPresent()
            ? "`"
                + name
                + "` is "
                + Kinds.of(declaration.get())
                + "; a check sets only constants"
                + " and hunks"
            : "no constant or hunk is named `" + name + "`",
        help(name, known));
  }

  private static String help(Identifier name, Set<String> known) {
    return Suggestions.didYouMean(name.text(), known)
        .orElse(known.isEmpty() ? "declare one first" : "choose from: " + String.join(", ", known));
  }

  private void expectation(Declaration.Expectation expectation) {
    if (expectation.subject().isEmpty()) {
      return;
    }
    Identifier subject = expectation.subject().get();
    switch (expectation.kind()) {
      case "invariant" -> subject(subject, "invariant", CheckRules::isInvariant);
      case "cover" -> subject(subject, "cover", d -> isOf(d, Declaration.PropertyKind.COVER));
      case "property" ->
          subject(subject, "property", d -> d instanceof Declaration.TemporalProperty);
      default -> place(expectation, subject);
    }
  }

  private static boolean isInvariant(Declaration d) {
    return isOf(d, Declaration.PropertyKind.INVARIANT)
        || isOf(d, Declaration.PropertyKind.STEP_INVARIANT)
        || isOf(d, Declaration.PropertyKind.FINAL_INVARIANT);
  }

  private static boolean isOf(Declaration d, Declaration.PropertyKind kind) {
    return d instanceof Declaration.Property property && property.kind() == kind;
  }

  private void place(Declaration.Expectation expectation, Identifier subject) {
    if (NOWHERE.contains(expectation.kind())) {
      session.error(
          Code.E029,
          subject.span(),
          "`" + expectation.kind() + "` does not happen in one function",
          "leave out `in " + subject + "`");
      return;
    }
    subject(
        subject,
        "function, process or action",
        d ->
            d instanceof Declaration.Function
                || d instanceof Declaration.Process
                || d instanceof Declaration.Action);
  }

  private void subject(Identifier subject, String what, Predicate<Declaration> test) {
    if (session.names().find(subject.text()).filter(test).isEmpty()
        && !session.unknown().mayBeDeclared(subject.text())) {
      Set<String> known = session.names().matching(test);
      session.error(
          Code.E029,
          subject.span(),
          "no " + what + " is named `" + subject + "`",
          help(subject, known));
    }
  }
}
