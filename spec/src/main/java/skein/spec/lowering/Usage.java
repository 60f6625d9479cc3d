package skein.spec.lowering;

import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Expr;
import skein.spec.syntax.Node;
import skein.spec.syntax.Stmt;
import skein.spec.types.CheckedModule;
import skein.spec.types.Type;

/**
 * What the code of a model uses: which declarations (so that those of the prelude that nobody uses
 * cost nothing), which locals are assigned, which labels and locals are looked at from elsewhere.
 */
final class Usage {
  private final CheckedModule module;
  private final Set<Declaration> declarations = newIdentitySet();
  private final Set<Declaration> assigned = newIdentitySet();
  private final Set<Declaration> remote = newIdentitySet();

  Usage(CheckedModule module) {
    this.module = module;
    Deque<Declaration> reached = new ArrayDeque<>();
    module.modules().stream()
        .flatMap(m -> m.declarations().stream())
        .filter(d -> !Prelude.holds(d))
        .forEach(reached::add);
    while (!reached.isEmpty()) {
      Declaration next = reached.pop();
      if (declarations.add(next)) {
        walk(next, node -> visit(node, reached));
      }
    }
  }

  private void visit(Node node, Deque<Declaration> reached) {
    module.referenceOf(node).ifPresent(reached::add);
    if (node instanceof Stmt.Assign assign) {
      root(assign.target()).ifPresent(assigned::add);
    } else if (node instanceof Expr.Call call) {
      noteReferenceArguments(call);
    } else if (node instanceof Expr.AtLabel at) {
      module.referenceOf(at).ifPresent(remote::add);
    } else if (node instanceof Expr.FieldAccess access) {
      module
          .referenceOf(access)
          .filter(d -> d instanceof Declaration.Binder)
          .ifPresent(remote::add);
    }
  }

  private void noteReferenceArguments(Expr.Call call) {
    Optional<Declaration> callee = module.referenceOf(call);
    for (int i = 0; i < call.arguments().size(); i++) {
      if (callee.isEmpty() || isReference(callee.get(), i)) {
        root(call.arguments().get(i)).ifPresent(assigned::add);
      }
    }
  }

  private static boolean isReference(Declaration callee, int argument) {
    return callee instanceof Declaration.Function f && f.parameters().get(argument).ref();
  }

  /** The variable that a path is a part of; none if the path follows a reference. */
  private Optional<Declaration> root(Expr path) {
    Expr at = path;
    while (true) {
      if (at instanceof Expr.FieldAccess access) {
        if (!(module.typeOf(access.object()) instanceof Type.Value)) {
          return Optional.empty();
        }
        at = access.object();
      } else if (at instanceof Expr.Index index) {
        at = index.object();
      } else {
        return at instanceof Expr.Name ? module.referenceOf(at) : Optional.empty();
      }
    }
  }

  /** Everything that the model's own declarations lead to, themselves included. */
  Set<Declaration> declarations() {
    return declarations;
  }

  /** The locals that are given a value after their declaration, or passed by reference. */
  Set<Declaration> assigned() {
    return assigned;
  }

  /** The labels and locals of processes that are looked at as {@code p@label} or {@code p.x}. */
  Set<Declaration> remote() {
    return remote;
  }

  /** Calls the visitor for a node and everything below it, as the syntax tree's records hold it. */
  static void walk(Object node, Consumer<Node> visitor) {
    if (node instanceof Iterable<?> list) {
      list.forEach(element -> walk(element, visitor));
    } else if (node instanceof Optional<?> optional) {
      optional.ifPresent(element -> walk(element, visitor));
    } else if (node instanceof Record && node.getClass().getPackage() == Node.class.getPackage()) {
      if (node instanceof Node n) {
        visitor.accept(n);
      }
      for (RecordComponent component : node.getClass().getRecordComponents()) {
        walk(component(component, node), visitor);
      }
    }
  }

  private static Object component(RecordComponent component, Object record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> Set<T> newIdentitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }
}
