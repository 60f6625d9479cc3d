package skein.spec.types;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import skein.spec.diagnostic.Code;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Expr;
import skein.spec.syntax.Node;

/** Initial values of globals and fields make the first state, so they cannot read one. */
final class InitialRules {
  private final Session session;

  InitialRules(Session session) {
    this.session = session;
  }

  void check(Declaration declaration) {
    if (declaration instanceof Declaration.Global variable) {
      variable.init().ifPresent(this::initial);
    } else if (declaration instanceof Declaration.Struct struct) {
      struct.fields().forEach(field -> field.init().ifPresent(this::initial));
    }
  }

  private void initial(Expr init) {
    Optional<Expr> read = stateRead(init, Collections.newSetFromMap(new IdentityHashMap<>()));
    read.ifPresent(
        e ->
            session.error(
                Code.E065,
                e.span(),
                "an initial value cannot read the state, as " + Session.quote(e) + " does",
                "use constants, or leave the value open with `any`"));
  }

  /** The first part that reads a variable; of a call of a def that does, the call. */
  private Optional<Expr> stateRead(Expr e, Set<Declaration> inlined) {
    Tables tables = session.tables();
    boolean reads =
        e instanceof Expr.Name && tables.references.get(e) instanceof Declaration.Global
            || e instanceof Expr.FieldAccess field && tables.type(field.object()).isReference()
            || e instanceof Expr.AtLabel;
    if (reads) {
      return Optional.of(e);
    }
    for (Node child : Nodes.children(e)) {
      Optional<Expr> inside =
          child instanceof Expr inner ? stateRead(inner, inlined) : Optional.empty();
      if (inside.isPresent()) {
        return inside;
      }
    }
    boolean calls =
        e instanceof Expr.Call
            && tables.references.get(e) instanceof Declaration.Def def
            && inlined.add(def)
            && stateRead(def.body(), inlined).isPresent();
    return calls ? Optional.of(e) : Optional.empty();
  }
}
