package skein.spec.types;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Consumer;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Expr;
import skein.spec.syntax.Node;
import skein.spec.syntax.Stmt;
import skein.spec.syntax.TypeExpr;

/** Walks trees. */
final class Nodes {
  private Nodes() {}

  /** Visits a node and then everything below it, in the order of the text. */
  static void walk(Node node, Consumer<Node> visitor) {
    visitor.accept(node);
    children(node).forEach(child -> walk(child, visitor));
  }

  /** The nodes directly below a node. */
  static ImmutableList<Node> children(Node node) {
    Collector children = new Collector();
    if (node instanceof Expr e) {
      expression(e, children);
    } else if (node instanceof Stmt s) {
      statement(s, children);
    } else if (node instanceof TypeExpr t) {
      type(t, children);
    } else if (node instanceof Declaration d) {
      declaration(d, children);
    }
    return children.nodes.build();
  }

  private static final class Collector {
    private final ImmutableList.Builder<Node> nodes = ImmutableList.builder();

    Collector add(Node node) {
      nodes.add(node);
      return this;
    }

    Collector add(Optional<? extends Node> node) {
      node.ifPresent(nodes::add);
      return this;
    }

    Collector addAll(Iterable<? extends Node> all) {
      nodes.addAll(all);
      return this;
    }
  }

  private static void expression(Expr e, Collector c) {
    if (e instanceof Expr.FieldAccess x) {
      c.add(x.object());
    } else if (e instanceof Expr.Index x) {
      c.add(x.object()).add(x.index());
    } else if (e instanceof Expr.AtLabel x) {
      c.add(x.process());
    } else if (e instanceof Expr.Call x) {
      c.addAll(x.arguments());
    } else if (e instanceof Expr.Unary x) {
      c.add(x.operand());
    } else if (e instanceof Expr.Binary x) {
      c.add(x.left()).add(x.right());
    } else if (e instanceof Expr.Conditional x) {
      c.add(x.condition()).add(x.then()).add(x.otherwise());
    } else if (e instanceof Expr.Range x) {
      c.add(x.lo()).add(x.hi());
    } else if (e instanceof Expr.SetLiteral x) {
      c.addAll(x.elements());
    } else if (e instanceof Expr.ArrayLiteral x) {
      c.addAll(x.elements());
    } else if (e instanceof Expr.Comprehension x) {
      c.add(x.variable()).add(x.domain()).add(x.condition());
    } else if (e instanceof Expr.Quantified x) {
      c.add(x.variable()).add(x.domain()).add(x.body());
    } else if (e instanceof Expr.Old x) {
      c.add(x.operand());
    } else if (e instanceof Expr.Any x) {
      c.add(x.domain()).add(x.where());
    }
  }

  private static void statement(Stmt s, Collector c) {
    if (s instanceof Stmt.Let x) {
      c.add(x.variable()).add(x.type()).add(x.value());
    } else if (s instanceof Stmt.LocalVar x) {
      c.add(x.variable()).add(x.type()).add(x.init());
    } else if (s instanceof Stmt.Assign x) {
      c.add(x.target()).add(x.value());
    } else if (s instanceof Stmt.Call x) {
      c.add(x.call());
    } else if (s instanceof Stmt.If x) {
      c.add(x.condition());
    } else if (s instanceof Stmt.While x) {
      c.add(x.condition());
    } else if (s instanceof Stmt.For x) {
      c.add(x.variable()).add(x.domain());
    } else if (s instanceof Stmt.Labelled x) {
      c.add(x.label());
    } else if (s instanceof Stmt.Return x) {
      c.add(x.value());
    } else if (s instanceof Stmt.Await x) {
      c.add(x.condition());
    } else if (s instanceof Stmt.Choose x) {
      c.add(x.variable()).add(x.domain()).add(x.where());
    } else if (s instanceof Stmt.Free x) {
      c.add(x.object());
    } else if (s instanceof Stmt.Assert x) {
      c.add(x.condition());
    }
    c.addAll(Statements.inside(s));
  }

  private static void type(TypeExpr t, Collector c) {
    if (t instanceof TypeExpr.Range x) {
      c.add(x.lo()).add(x.hi());
    } else if (t instanceof TypeExpr.SetOf x) {
      c.add(x.element());
    } else if (t instanceof TypeExpr.Array x) {
      c.add(x.size()).add(x.element());
    } else if (t instanceof TypeExpr.MapOf x) {
      c.add(x.key()).add(x.value());
    } else if (t instanceof TypeExpr.QueueOf x) {
      c.add(x.element()).add(x.capacity());
    }
  }

  private static void declaration(Declaration d, Collector c) {
    if (d instanceof Declaration.Const x) {
      c.add(x.type()).add(x.value());
    } else if (d instanceof Declaration.Enum x) {
      c.addAll(x.members());
    } else if (d instanceof Declaration.Struct x) {
      c.add(x.count()).addAll(x.fields());
    } else if (d instanceof Declaration.Field x) {
      c.add(x.type()).add(x.init());
    } else if (d instanceof Declaration.Global x) {
      c.add(x.type()).add(x.init());
    } else if (d instanceof Declaration.Parameter x) {
      c.add(x.type());
    } else if (d instanceof Declaration.Def x) {
      c.addAll(x.typeParameters()).addAll(x.parameters()).add(x.result()).add(x.body());
    } else if (d instanceof Declaration.Function x) {
      c.addAll(x.typeParameters()).addAll(x.parameters()).add(x.result()).add(x.body());
    } else if (d instanceof Declaration.Process x) {
      instances(x.instances(), c);
      c.add(x.body());
    } else if (d instanceof Declaration.Action x) {
      c.addAll(x.parameters()).add(x.guard()).add(x.body());
    } else if (d instanceof Declaration.Property x) {
      c.add(x.condition());
    } else if (d instanceof Declaration.TemporalProperty x) {
      temporal(x.formula(), c);
    } else if (d instanceof Declaration.Check x) {
      for (Declaration.Setting setting : x.settings()) {
        if (setting instanceof Declaration.Setting.Value value) {
          c.add(value.value());
        }
      }
    }
  }

  private static void instances(Declaration.Instances instances, Collector c) {
    if (instances instanceof Declaration.Instances.Counted counted) {
      c.add(counted.count());
    } else if (instances instanceof Declaration.Instances.Numbered numbered) {
      c.add(numbered.index()).add(numbered.lo()).add(numbered.hi());
    }
  }

  private static void temporal(Declaration.Temporal formula, Collector c) {
    if (formula instanceof Declaration.Temporal.State state) {
      c.add(state.condition());
    } else if (formula instanceof Declaration.Temporal.Always always) {
      temporal(always.operand(), c);
    } else if (formula instanceof Declaration.Temporal.Eventually eventually) {
      temporal(eventually.operand(), c);
    } else if (formula instanceof Declaration.Temporal.LeadsTo leads) {
      temporal(leads.left(), c);
      temporal(leads.right(), c);
    }
  }
}
