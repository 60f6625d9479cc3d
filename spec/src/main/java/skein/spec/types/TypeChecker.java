package skein.spec.types;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import java.util.Optional;
import skein.spec.diagnostic.Code;
import skein.spec.diagnostic.Diagnostics;
import skein.spec.source.SourceFile;
import skein.spec.source.Span;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Identifier;
import skein.spec.syntax.Module;

/**
 * Checks names, types and every rule of the language that does not depend on the values of
 * constants: first the names, then the types of what is declared, then the bodies, then the rules
 * about steps, jumps, recursion and loops over instances, which read the tables filled before.
 */
public final class TypeChecker {
  private final ModuleLoader.Loaded loaded;
  private final Problems problems = new Problems();
  private final Tables tables = new Tables();
  private final Names names;
  private final Session session;
  private final ImmutableList<Declaration> declarations;

  private TypeChecker(ModuleLoader.Loaded loaded) {
    this.loaded = loaded;
    this.names = new Names(loaded.modules(), loaded.root(), problems);
    UnknownNames unknown =
        new UnknownNames(
            names, problems, loaded::mayDeclare, Suppliers.memoize(loaded::missingKernelNames));
    this.session = new Session(names, tables, problems, unknown, new CallGraph());
    this.declarations =
        loaded.modules().stream()
            .flatMap(module -> module.declarations().stream())
            .collect(ImmutableList.toImmutableList());
  }

  /** Checks a model. Empty if an error was reported, now or before. */
  public static Optional<CheckedModule> check(ModuleLoader.Loaded loaded, Diagnostics diagnostics) {
    TypeChecker checker = new TypeChecker(loaded);
    checker.run();
    ImmutableList<SourceFile> files =
        loaded.modules().reverse().stream()
            .map(module -> module.span().file())
            .collect(ImmutableList.toImmutableList());
    checker.problems.handOver(diagnostics, files);
    return diagnostics.hasErrors() ? Optional.empty() : Optional.of(checker.product());
  }

  private void run() {
    try {
      types();
      rules();
    } catch (StackOverflowError e) {
      // Thousands of declarations that use one another in a chain; one text alone cannot do it,
      // since the parser bounds how deep it is.
      Module root = loaded.root();
      problems.error(
          Code.E015,
          root.name().map(Identifier::span).orElse(new Span(root.span().file(), 0, 0)),
          "the declarations of this model use one another in a chain that is too long to follow",
          "shorten the longest chain of calls");
    }
  }

  private CheckedModule product() {
    return new CheckedModule(
        loaded.root(),
        loaded.modules(),
        names.all(),
        tables.references,
        tables.types,
        tables.typeArguments);
  }

  private void types() {
    Scope global = names.scope();
    Wiring wiring = new Wiring(session, global, loaded.root());
    wiring.signatures().check(declarations);
    declarations.forEach(wiring.bodies()::check);
  }

  private void rules() {
    StructRules structs = new StructRules(session);
    InitialRules initial = new InitialRules(session);
    StepRules steps = new StepRules(session);
    LoopRules loops = new LoopRules(session);
    for (Declaration declaration : declarations) {
      structs.check(declaration);
      initial.check(declaration);
      JumpRules.check(session, declaration);
      steps.check(declaration);
      loops.check(declaration);
      if (declaration instanceof Declaration.Function function) {
        ReturnRules.check(session, function);
      }
    }
    new RecursionRules(session).check(declarations);
    new SelfRules(session).check(declarations);
  }
}
