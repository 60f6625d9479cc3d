package skein.spec.types;

import com.google.common.collect.ImmutableSet;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Expr;

/**
 * What an access inside a loop over instances touches.
 *
 * @param root the variable, the parameter, or the field of some object
 * @param own at which places in the path the loop's variable stands: 0 for the object itself, k for
 *     the k-th index or field after it. Two accesses of one root that share such a place touch
 *     different cells in different iterations
 */
record Cell(Expr path, Declaration root, ImmutableSet<Integer> own, Type type) {

  boolean isOwn() {
    return !own.isEmpty();
  }

  /** The same, touched by a call of a def. */
  Cell at(Expr call) {
    return new Cell(call, root, own, type);
  }

  /** Whether an iteration may touch with this what another iteration touches with the other. */
  boolean meets(Cell other) {
    return mayBeOne(other) && Collections.disjoint(own, other.own);
  }

  private boolean mayBeOne(Cell other) {
    if (root == other.root) {
      return true;
    }
    boolean aliases = isReferenceParameter(root) || isReferenceParameter(other.root);
    return aliases
        && (type.isAggregate() || other.type.isAggregate() || Conversions.same(type, other.type));
  }

  private static boolean isReferenceParameter(Declaration declaration) {
    return declaration instanceof Declaration.Parameter parameter && parameter.ref();
  }

  /** The cell of a path, seen from a loop whose variable has the given names; empty if none. */
  static Optional<Cell> of(Expr path, Set<Declaration> variables, Tables tables) {
    return trace(path, variables, tables).map(t -> t.cell(path, tables.type(path)));
  }

  private record Trace(Declaration root, int depth, ImmutableSet<Integer> own) {
    Cell cell(Expr path, Type type) {
      return new Cell(path, root, own, type);
    }

    Trace deeper(boolean ownIndex) {
      ImmutableSet.Builder<Integer> more = ImmutableSet.<Integer>builder().addAll(own);
      if (ownIndex) {
        more.add(depth + 1);
      }
      return new Trace(root, depth + 1, more.build());
    }
  }

  private static Optional<Trace> trace(Expr path, Set<Declaration> variables, Tables tables) {
    if (path instanceof Expr.Name) {
      return tables.reference(path).map(root -> new Trace(root, 0, ImmutableSet.of()));
    } else if (path instanceof Expr.Index index) {
      boolean own = isVariable(index.index(), variables, tables);
      return trace(index.object(), variables, tables).map(t -> t.deeper(own));
    } else if (path instanceof Expr.FieldAccess field) {
      if (tables.type(field.object()) instanceof Type.Value) {
        return trace(field.object(), variables, tables).map(t -> t.deeper(false));
      }
      boolean own = isVariable(field.object(), variables, tables);
      ImmutableSet<Integer> at = own ? ImmutableSet.of(0) : ImmutableSet.of();
      return tables.reference(path).map(root -> new Trace(root, 0, at));
    }
    return Optional.empty();
  }

  static boolean isVariable(Expr e, Set<Declaration> variables, Tables tables) {
    return e instanceof Expr.Name && variables.contains(tables.references.get(e));
  }
}
