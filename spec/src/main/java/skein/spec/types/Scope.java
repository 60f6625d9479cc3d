package skein.spec.types;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import skein.spec.syntax.Declaration;

/** The names that a stretch of text knows: its own, then those of what encloses it. */
final class Scope {
  private final Optional<Scope> outer;
  private final Map<String, Declaration> names = new LinkedHashMap<>();

  private Scope(Optional<Scope> outer) {
    this.outer = outer;
  }

  static Scope global() {
    return new Scope(Optional.empty());
  }

  Scope inner() {
    return new Scope(Optional.of(this));
  }

  /** Declares a name here unless this very scope has it; what it already is, is returned. */
  Optional<Declaration> declare(String name, Declaration declaration) {
    return Optional.ofNullable(names.putIfAbsent(name, declaration));
  }

  Optional<Declaration> find(String name) {
    Declaration here = names.get(name);
    return here != null ? Optional.of(here) : outer.flatMap(scope -> scope.find(name));
  }

  /** All names in sight. */
  Set<String> visible() {
    Set<String> all = outer.map(Scope::visible).orElseGet(TreeSet::new);
    all.addAll(names.keySet());
    return all;
  }
}
