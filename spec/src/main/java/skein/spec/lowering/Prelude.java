package skein.spec.lowering;

import skein.spec.syntax.Node;

/** Knows what belongs to the prelude, whose declarations cost nothing unless they are used. */
final class Prelude {
  /** The name under which the prelude's source is loaded. */
  static final String FILE = "kernel.skein";

  private Prelude() {}

  static boolean holds(Node node) {
    return node.span().file().name().equals(FILE);
  }
}
