package skein.spec.types;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import skein.spec.diagnostic.Code;
import skein.spec.syntax.Declaration;

/** No struct contains itself by value: it would have no end. */
final class StructRules {
  private final Session session;
  private final Set<Declaration> done = Collections.newSetFromMap(new IdentityHashMap<>());

  StructRules(Session session) {
    this.session = session;
  }

  void check(Declaration declaration) {
    if (declaration instanceof Declaration.Struct struct) {
      descend(struct, Collections.newSetFromMap(new IdentityHashMap<>()));
    }
  }

  private void descend(Declaration.Struct struct, Set<Declaration> path) {
    if (done.contains(struct)) {
      return;
    }
    path.add(struct);
    for (Declaration.Field field : struct.fields()) {
      Declaration.Struct inner = embedded(session.tables().type(field));
      if (inner != null && path.contains(inner)) {
        session.error(
            Code.E039,
            field.type().span(),
            "`"
                + inner.name()
                + "` contains itself, here through `"
                + struct.name()
                + "."
                + field.name()
                + "`",
            "give `"
                + inner.name()
                + "` a number of objects, `struct "
                + inner.name()
                + "[N]`, so that this is a reference to one");
      } else if (inner != null) {
        descend(inner, path);
      }
    }
    path.remove(struct);
    done.add(struct);
  }

  /** The struct that a field of this type embeds, or null. */
  private static Declaration.Struct embedded(Type type) {
    if (type instanceof Type.Value value) {
      return value.declaration();
    } else if (type instanceof Type.Array array) {
      return embedded(array.element());
    } else if (type instanceof Type.MapOf map) {
      return embedded(map.value());
    }
    return null;
  }
}
