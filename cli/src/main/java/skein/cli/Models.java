package skein.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import skein.cli.console.Console;
import skein.spec.Spec;
import skein.spec.diagnostic.Diagnostic;
import skein.spec.diagnostic.DiagnosticPrinter;
import skein.spec.diagnostic.Diagnostics;
import skein.spec.diagnostic.Severity;
import skein.spec.diagnostic.Suggestions;
import skein.spec.ir.Configuration;
import skein.spec.ir.TransitionSystem;
import skein.spec.source.SourceFile;
import skein.spec.syntax.Declaration;
import skein.spec.types.CheckedModule;
import skein.spec.types.Type;

/** Takes a model from its file to where it can be run, and prints what is wrong with it. */
final class Models {
  private final Console console;
  private final ModelFiles files = new ModelFiles();

  Models(Console console) {
    this.console = console;
  }

  /**
   * Parses and type-checks.
   *
   * @throws CliException if the model has errors, which have been printed
   */
  CheckedModule check(SourceFile file) {
    Diagnostics diagnostics = new Diagnostics();
    Optional<CheckedModule> module = Spec.check(file, files, diagnostics);
    report(diagnostics);
    return module.orElseThrow(CliException::model);
  }

  /** As {@link #check(SourceFile)}. */
  CheckedModule check(Target target) {
    return check(files.read(target.file()));
  }

  /** Lowers, with the constants fixed. */
  TransitionSystem lower(CheckedModule module, Configuration configuration) {
    Diagnostics diagnostics = new Diagnostics();
    Optional<TransitionSystem> system = Spec.lower(module, configuration, diagnostics);
    report(diagnostics);
    return system.orElseThrow(CliException::model);
  }

  /** The check of a name in the module's own file. */
  static Declaration.Check named(CheckedModule module, String name) {
    List<Declaration.Check> checks = checks(module);
    List<String> names = checks.stream().map(check -> check.name().text()).toList();
    return checks.stream()
        .filter(check -> check.name().text().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                CliException.usage(
                    "there is no check `"
                        + name
                        + "` in "
                        + module.root().span().file()
                        + "; "
                        + (names.isEmpty() ? "it has none" : didYouMean(name, names))));
  }

  /** The checks of the module's own file, not those of what it imports. */
  static ImmutableList<Declaration.Check> checks(CheckedModule module) {
    return module.root().declarations().stream()
        .filter(Declaration.Check.class::isInstance)
        .map(Declaration.Check.class::cast)
        .collect(ImmutableList.toImmutableList());
  }

  /** What a check sets, or nothing, and on top of it what the command line sets. */
  Configuration configure(
      CheckedModule module, Optional<Declaration.Check> check, ModelOptions options) {
    Configuration base = check.map(c -> settings(module, c)).orElse(Configuration.NONE);
    Map<String, Long> constants = new LinkedHashMap<>(base.constants());
    options.constants().forEach((name, value) -> constants.put(name, value(module, name, value)));
    Set<String> hunks = new LinkedHashSet<>(base.hunks());
    for (String hunk : options.hunks()) {
      List<String> known = names(module.declarations(Declaration.Hunk.class).stream());
      if (!known.contains(hunk)) {
        throw CliException.usage(
            "the model has no hunk `"
                + hunk
                + "`; "
                + (known.isEmpty() ? "it declares none" : didYouMean(hunk, known)));
      }
      hunks.add(hunk);
    }
    return new Configuration(ImmutableMap.copyOf(constants), ImmutableSet.copyOf(hunks));
  }

  private Configuration settings(CheckedModule module, Declaration.Check check) {
    Diagnostics diagnostics = new Diagnostics();
    Optional<Configuration> configuration = Spec.configuration(module, check, diagnostics);
    report(diagnostics);
    return configuration.orElseThrow(CliException::model);
  }

  private static long value(CheckedModule module, String name, String text) {
    Declaration declaration = module.global(name).orElse(null);
    if (declaration instanceof Declaration.Hunk) {
      throw CliException.usage("`" + name + "` is a hunk; switch it on with --apply " + name);
    }
    if (!(declaration instanceof Declaration.Const)) {
      List<String> known = names(module.declarations(Declaration.Const.class).stream());
      throw CliException.usage(
          "the model has no constant `"
              + name
              + "`; "
              + (known.isEmpty() ? "it declares none" : didYouMean(name, known)));
    }
    boolean bool = module.typeOf(((Declaration.Const) declaration).value()) instanceof Type.Bool;
    try {
      return bool ? bool(text) : Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw CliException.usage(
          "-D "
              + name
              + "="
              + text
              + ": the value must be "
              + (bool ? "true or false" : "a number"));
    }
  }

  private static long bool(String text) {
    if (text.equals("true") || text.equals("false")) {
      return text.equals("true") ? 1 : 0;
    }
    throw new NumberFormatException();
  }

  private static List<String> names(Stream<? extends Declaration> declarations) {
    return declarations
        .map(
            d ->
                d instanceof Declaration.Hunk hunk
                    ? hunk.name().text()
                    : ((Declaration.Const) d).name().text())
        .toList();
  }

  /** Names the nearest of some names, or all of them. */
  static String didYouMean(String name, List<String> known) {
    return Suggestions.didYouMean(name, known)
        .orElseGet(() -> "there is " + String.join(", ", known));
  }

  /** Prints the errors; warnings are for {@code lint}. */
  void report(Diagnostics diagnostics) {
    ImmutableList<Diagnostic> errors =
        diagnostics.all().stream()
            .filter(diagnostic -> diagnostic.code().severity() == Severity.ERROR)
            .collect(ImmutableList.toImmutableList());
    if (errors.isEmpty()) {
      return;
    }
    console.err().print(new DiagnosticPrinter(console.errPaint().on()).render(errors));
    console.err().println(errors.size() == 1 ? "1 error" : errors.size() + " errors");
  }
}
