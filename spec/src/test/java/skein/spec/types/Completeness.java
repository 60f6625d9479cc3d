package skein.spec.types;

import static org.assertj.core.api.Assertions.assertThat;

import skein.spec.syntax.Declaration;
import skein.spec.syntax.Expr;
import skein.spec.syntax.Node;
import skein.spec.syntax.Stmt;
import skein.spec.syntax.TypeExpr;

/** What a checked module promises to the phases that read it. */
final class Completeness {
  private Completeness() {}

  /** Everything has its type and every name its declaration. */
  static void require(CheckedModule module) {
    module.modules().stream()
        .flatMap(m -> m.declarations().stream())
        .forEach(d -> Nodes.walk(d, node -> require(module, node)));
  }

  private static void require(CheckedModule module, Node node) {
    if (node instanceof Expr e) {
      assertThat(module.typeOf(e)).as("type of %s at %s", e, e.span()).isNotNull();
      assertThat(module.typeOf(e).isError()).as("error at %s", e.span()).isFalse();
    } else if (node instanceof TypeExpr t) {
      assertThat(module.typeOf(t)).as("type at %s", t.span()).isNotNull();
    } else if (node instanceof Declaration.Binder || node instanceof Declaration.Parameter) {
      assertThat(module.typeOf((Declaration) node)).as("type at %s", node.span()).isNotNull();
    }
    boolean named =
        node instanceof Expr.Name name && !Names.TYPES.contains(name.text())
            || node instanceof Expr.FieldAccess
            || node instanceof Expr.AtLabel
            || node instanceof Stmt.Goto
            || node instanceof Expr.New
            || node instanceof Expr.Call call && !Names.FUNCTIONS.contains(call.function().text())
            || node instanceof TypeExpr.Named type && !Names.TYPES.contains(type.name().text());
    if (named) {
      assertThat(module.referenceOf(node)).as("reference at %s", node.span()).isPresent();
    }
  }
}
