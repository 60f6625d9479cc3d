package skein.spec.types;

/**
 * Where an expression or a statement stands.
 *
 * @param insideOld inside {@code old(…)}
 */
record Env(Scope scope, Body body, boolean insideOld) {

  Env(Scope scope, Body body) {
    this(scope, body, false);
  }

  Env inner() {
    return new Env(scope.inner(), body, insideOld);
  }

  Env old() {
    return new Env(scope, body, true);
  }
}
