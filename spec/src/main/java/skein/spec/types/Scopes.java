package skein.spec.types;

import java.util.IdentityHashMap;
import java.util.Map;
import skein.spec.syntax.Declaration;

/** The outermost scope of each declaration's text: its parameters, and around them the globals. */
final class Scopes {
  private final Scope global;
  private final Map<Declaration, Scope> scopes = new IdentityHashMap<>();

  Scopes(Scope global) {
    this.global = global;
  }

  Scope global() {
    return global;
  }

  Scope of(Declaration declaration) {
    return scopes.computeIfAbsent(declaration, d -> global.inner());
  }
}
