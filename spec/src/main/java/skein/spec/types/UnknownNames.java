package skein.spec.types;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import skein.spec.diagnostic.Code;
import skein.spec.diagnostic.Suggestions;
import skein.spec.source.Span;
import skein.spec.syntax.Declaration;

/** Reports names that nothing declares, with what they were probably meant to be. */
final class UnknownNames {
  private static final ImmutableSet<String> WORDS =
      ImmutableSet.of("null", "true", "false", "self", "Task", "any");

  private final Names names;
  private final Problems problems;
  private final Predicate<String> mayBeDeclared;
  private final Supplier<Set<String>> kernel;

  /**
   * @param mayBeDeclared whether a name may have a declaration that could not be read, so that it
   *     is not sure to be unknown
   * @param kernel the names that {@code import kernel} would bring; empty if it stands there
   */
  UnknownNames(
      Names names,
      Problems problems,
      Predicate<String> mayBeDeclared,
      Supplier<Set<String>> kernel) {
    this.names = names;
    this.problems = problems;
    this.mayBeDeclared = mayBeDeclared;
    this.kernel = kernel;
  }

  void value(String name, Span span, Env env) {
    Set<String> known = new TreeSet<>(env.scope().visible());
    known.addAll(WORDS);
    report(Code.E020, "nothing is named", name, span, env, known);
  }

  void type(String name, Span span, Env env) {
    Set<String> known = names.matching(UnknownNames::isType);
    known.addAll(Names.TYPES);
    report(Code.E021, "unknown type", name, span, env, known);
  }

  void function(String name, Span span, Env env) {
    Set<String> known =
        names.matching(d -> d instanceof Declaration.Def || d instanceof Declaration.Function);
    known.addAll(Names.FUNCTIONS);
    report(Code.E022, "unknown function", name, span, env, known);
  }

  /** Whether a name may have a declaration that could not be read. */
  boolean mayBeDeclared(String name) {
    return mayBeDeclared.test(name);
  }

  static boolean isType(Declaration declaration) {
    return declaration instanceof Declaration.Enum
        || declaration instanceof Declaration.Struct
        || declaration instanceof Declaration.Process;
  }

  private void report(Code code, String what, String name, Span span, Env env, Set<String> known) {
    if (!env.body().firstUnknown(name) || mayBeDeclared.test(name)) {
      return;
    }
    Optional<String> help =
        kernel.get().contains(name)
            ? Optional.of("it is in the prelude: add `import kernel`")
            : Suggestions.didYouMean(name, known);
    problems.error(
        code, span, what + " `" + name + "`", help.or(() -> Optional.of(otherwise(code))));
  }

  private static String otherwise(Code code) {
    return switch (code) {
      case E021 -> "declare it with `enum`, `struct` or `process`, or import the file that does";
      case E022 -> "declare it with `fn` or `def`, or import the file that does";
      default -> "declare it with `var`, `const` or `let`";
    };
  }
}
