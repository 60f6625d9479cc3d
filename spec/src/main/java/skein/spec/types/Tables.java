package skein.spec.types;

import com.google.common.collect.ImmutableMap;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Expr;
import skein.spec.syntax.Node;

/** The side tables while they are being filled. */
final class Tables {
  final IdentityHashMap<Node, Declaration> references = new IdentityHashMap<>();
  final IdentityHashMap<Node, Type> types = new IdentityHashMap<>();
  final IdentityHashMap<Expr.Call, ImmutableMap<Declaration.TypeParameter, Type>> typeArguments =
      new IdentityHashMap<>();

  /** The binders of local {@code var}s: the ones that can be assigned. */
  final Set<Declaration.Binder> variables = Collections.newSetFromMap(new IdentityHashMap<>());

  Type type(Declaration declaration) {
    return types.getOrDefault(declaration, new Type.Error());
  }

  Type type(Expr expression) {
    return types.getOrDefault(expression, new Type.Error());
  }

  Type put(Node node, Type type) {
    types.put(node, type);
    return type;
  }

  Optional<Declaration> reference(Node node) {
    return Optional.ofNullable(references.get(node));
  }
}
