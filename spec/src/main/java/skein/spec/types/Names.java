package skein.spec.types;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import skein.spec.diagnostic.Code;
import skein.spec.diagnostic.Diagnostic;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Identifier;
import skein.spec.syntax.Module;

/**
 * The one namespace of a model's top level. Checks have one of their own, since nothing refers to
 * them: {@code check fix_read with fix_read} is fine.
 */
final class Names {
  /** Types that need no declaration. */
  static final ImmutableSet<String> TYPES = ImmutableSet.of("bool", "int", "Task");

  /** Functions that need no declaration. */
  static final ImmutableSet<String> FUNCTIONS =
      ImmutableSet.of("size", "min", "max", "push", "pop", "head");

  private final Map<String, Declaration> names = new LinkedHashMap<>();
  private final Map<String, Declaration> checks = new LinkedHashMap<>();
  private final Problems problems;
  private final Module root;

  Names(List<Module> modules, Module root, Problems problems) {
    this.problems = problems;
    this.root = root;
    for (Module module : modules) {
      for (Declaration declaration : module.declarations()) {
        declare(declaration);
      }
    }
  }

  private void declare(Declaration declaration) {
    Optional<Identifier> name = Kinds.name(declaration);
    if (declaration instanceof Declaration.Action action && action.initial()) {
      return;
    }
    if (declaration instanceof Declaration.Check check) {
      declare(check.name(), check, checks);
    } else if (name.isPresent()) {
      declare(name.get(), declaration, names);
    }
    if (declaration instanceof Declaration.Enum members) {
      members.members().forEach(member -> declare(member.name(), member, names));
    }
  }

  private void declare(Identifier name, Declaration declaration, Map<String, Declaration> into) {
    if (into == names && isBuiltIn(name.text(), declaration)) {
      problems.error(
          Code.E025,
          name.span(),
          "`" + name + "` is built into the language and cannot be declared",
          "give it another name");
      return;
    }
    Declaration first = into.putIfAbsent(name.text(), declaration);
    if (first != null && first != declaration) {
      problems.report(declaredTwice(name, first, root));
    }
  }

  /** Only functions stand in the way of built-in functions: a variable may be called `head`. */
  private static boolean isBuiltIn(String name, Declaration declaration) {
    boolean function =
        declaration instanceof Declaration.Function || declaration instanceof Declaration.Def;
    return TYPES.contains(name) || function && FUNCTIONS.contains(name);
  }

  /** The error for a name whose scope has it already. */
  static Diagnostic declaredTwice(Identifier name, Declaration first, Module root) {
    Identifier before = Kinds.name(first).orElse(name);
    boolean elsewhere = before.span().file() != name.span().file();
    String from = elsewhere ? " by the imported " + before.span().file().name() : "";
    String kind = Kinds.of(first);
    return Diagnostic.of(
            Code.E025, name.span(), "`" + name + "` is already declared" + from + ", as " + kind)
        .withNote(before.span(), "`" + name + "` is first declared here")
        .withHelp(
            elsewhere && name.span().file() == root.span().file()
                ? "rename it: a model cannot replace what it imports"
                : "rename one of the two");
  }

  Optional<Declaration> find(String name) {
    return Optional.ofNullable(names.get(name));
  }

  /** The known names whose declaration passes the test. */
  Set<String> matching(Predicate<Declaration> test) {
    Set<String> matching = new TreeSet<>();
    names.forEach(
        (name, declaration) -> {
          if (test.test(declaration)) {
            matching.add(name);
          }
        });
    return matching;
  }

  /** Puts every name into a scope that then is the outermost. */
  Scope scope() {
    Scope scope = Scope.global();
    names.forEach(scope::declare);
    return scope;
  }

  ImmutableMap<String, Declaration> all() {
    Map<String, Declaration> all = new LinkedHashMap<>(names);
    checks.forEach(all::putIfAbsent);
    return ImmutableMap.copyOf(all);
  }
}
