package skein.spec.types;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import skein.spec.source.Span;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Expr;
import skein.spec.syntax.Node;
import skein.spec.syntax.Stmt;

/** Collects what the iterations of a loop read and write. */
final class LoopEffects {

  /** {@code target += value} or {@code -=} on what all iterations share. */
  record Fold(Cell target, Stmt.Assign statement) {}

  /** {@code free x} of the loop's own object. */
  record Freed(Declaration.Struct struct, Span at) {}

  /** A statement whose effect depends on the order of the iterations, or that cannot be judged. */
  record Obstacle(Node node, String why) {}

  final List<Cell> writes = new ArrayList<>();
  final List<Fold> folds = new ArrayList<>();
  final List<Cell> reads = new ArrayList<>();
  final List<Obstacle> obstacles = new ArrayList<>();
  final List<Freed> frees = new ArrayList<>();

  /** Names of structs that stand for all their objects. */
  final List<Expr.Name> ranges = new ArrayList<>();

  private final Tables tables;
  private final Stmt.For loop;
  private final Set<Declaration> variable;
  private final Set<Declaration> locals = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Declaration, Set<Set<Declaration>>> inlined = new IdentityHashMap<>();

  /** The call in the loop whose def is being read, or null. */
  private Expr.Call outermostCall;

  LoopEffects(Stmt.For loop, Tables tables) {
    this.tables = tables;
    this.loop = loop;
    this.variable = identitySet(loop.variable());
    Nodes.walk(
        loop.body(),
        node -> {
          if (node instanceof Declaration.Binder binder) {
            locals.add(binder);
          }
        });
    reads(loop.domain(), Collections.emptySet());
    ranges.clear();
    statement(loop.body(), true);
  }

  private static Set<Declaration> identitySet(Declaration declaration) {
    Set<Declaration> set = Collections.newSetFromMap(new IdentityHashMap<>());
    set.add(declaration);
    return set;
  }

  private void statement(Stmt s, boolean ownLoop) {
    if (s instanceof Stmt.Assign assign) {
      assign(assign);
    } else if (s instanceof Stmt.Free free) {
      free(free);
    } else if (s instanceof Stmt.Break && ownLoop) {
      obstacle(s, "`break` makes it matter which instance comes first");
    } else if (s instanceof Stmt.Return || s instanceof Stmt.Goto) {
      obstacle(s, "leaving the loop makes it matter which instance comes first");
    } else if (s instanceof Stmt.Await) {
      obstacle(s, "an iteration cannot wait");
    } else if (s instanceof Stmt.Choose || s instanceof Stmt.Either) {
      obstacle(s, "an iteration cannot choose");
    } else {
      for (Node child : Nodes.children(s)) {
        if (child instanceof Expr e) {
          value(e);
        }
      }
      boolean loops = s instanceof Stmt.While || s instanceof Stmt.Loop || s instanceof Stmt.For;
      Statements.inside(s).forEach(inner -> statement(inner, ownLoop && !loops));
    }
  }

  private void obstacle(Node node, String why) {
    obstacles.add(new Obstacle(node, why));
  }

  private void value(Expr e) {
    if (e instanceof Expr.New) {
      obstacle(e, "which object `new` takes depends on the order");
    } else if (e instanceof Expr.Any) {
      obstacle(e, "an iteration cannot choose");
    } else {
      reads(e, variable);
    }
  }

  private void free(Stmt.Free free) {
    if (!(tables.type(free.object()) instanceof Type.Ref ref)
        || ref.declaration().kind() != Declaration.StructKind.HEAP) {
      return; // no such object can be freed, which is reported elsewhere
    } else if (Cell.isVariable(free.object(), variable, tables)) {
      frees.add(new Freed(ref.declaration(), free.span()));
    } else {
      obstacle(
          free, "only the loop's own instance, `" + loop.variable().name() + "`, can be freed");
    }
  }

  private void assign(Stmt.Assign s) {
    insideOfPath(s.target(), variable);
    value(s.value());
    Cell target = Cell.of(s.target(), variable, tables).orElse(null);
    if (target == null || locals.contains(target.root())) {
      return;
    }
    if (target.isOwn()) {
      writes.add(target);
    } else if (s.op() != Stmt.AssignOp.SET) {
      folds.add(new Fold(target, s));
    } else {
      obstacle(s, "every iteration assigns it, so the last one decides");
    }
  }

  private void reads(Expr e, Set<Declaration> names) {
    if (e instanceof Expr.Call call) {
      call(call, names);
      return;
    }
    if (e instanceof Expr.Name name && tables.references.get(e) instanceof Declaration.Struct) {
      ranges.add(name);
    }
    if (e instanceof Expr.Name || e instanceof Expr.FieldAccess || e instanceof Expr.Index) {
      Cell.of(e, names, tables)
          .filter(cell -> isMutable(cell.root()) && !locals.contains(cell.root()))
          .ifPresent(cell -> reads.add(outermostCall == null ? cell : cell.at(outermostCall)));
      insideOfPath(e, names);
      return;
    }
    for (Node child : Nodes.children(e)) {
      if (child instanceof Expr inner) {
        reads(inner, names);
      }
    }
  }

  private boolean isMutable(Declaration root) {
    return root instanceof Declaration.Global
        || root instanceof Declaration.Field
        || root instanceof Declaration.Parameter parameter && parameter.ref()
        || root instanceof Declaration.Binder binder && tables.variables.contains(binder);
  }

  /** What is read to find the place that a path names. */
  private void insideOfPath(Expr path, Set<Declaration> names) {
    if (path instanceof Expr.Index index) {
      reads(index.index(), names);
      insideOfPath(index.object(), names);
    } else if (path instanceof Expr.FieldAccess field) {
      if (tables.type(field.object()) instanceof Type.Value) {
        insideOfPath(field.object(), names);
      } else {
        reads(field.object(), names);
      }
    } else if (!(path instanceof Expr.Name)) {
      reads(path, names);
    }
  }

  private void call(Expr.Call call, Set<Declaration> names) {
    call.arguments().forEach(argument -> reads(argument, names));
    Declaration callee = tables.references.get(call);
    if (callee instanceof Declaration.Def def) {
      inline(call, def, boundTo(call, def, names));
    } else if (callee != null || isChange(call)) {
      obstacle(call, "the effect of `" + call.function() + "` may depend on the order");
    }
  }

  /**
   * Adds what a def reads. Each def is read once for a call in the loop, however often it is met.
   */
  private void inline(Expr.Call call, Declaration.Def def, Set<Declaration> bound) {
    boolean outermost = outermostCall == null;
    if (outermost) {
      outermostCall = call;
      inlined.clear();
    }
    if (inlined.computeIfAbsent(def, d -> new HashSet<>()).add(ImmutableSet.copyOf(bound))) {
      reads(def.body(), bound);
    }
    if (outermost) {
      outermostCall = null;
    }
  }

  private static boolean isChange(Expr.Call call) {
    return ImmutableSet.of("push", "pop").contains(call.function().text());
  }

  /** The parameters of a def that are the loop's variable in a call. */
  private Set<Declaration> boundTo(Expr.Call call, Declaration.Def def, Set<Declaration> names) {
    Set<Declaration> bound = Collections.newSetFromMap(new IdentityHashMap<>());
    int count = Math.min(call.arguments().size(), def.parameters().size());
    for (int i = 0; i < count; i++) {
      if (Cell.isVariable(call.arguments().get(i), names, tables)) {
        bound.add(def.parameters().get(i));
      }
    }
    return bound;
  }
}
