package skein.spec.types;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import skein.spec.diagnostic.Code;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Expr;
import skein.spec.syntax.Identifier;
import skein.spec.syntax.Module;
import skein.spec.syntax.Node;
import skein.spec.syntax.Stmt;

/** Warns about what is declared and never used, or only ever written. */
final class UnusedNames {
  private final CheckedModule module;
  private final Problems problems;
  private final Set<Declaration> used = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Declaration> written = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Node> targets = Collections.newSetFromMap(new IdentityHashMap<>());

  UnusedNames(CheckedModule module, Problems problems) {
    this.module = module;
    this.problems = problems;
  }

  void check() {
    boolean library =
        module.root().declarations().stream()
            .noneMatch(d -> d instanceof Declaration.Process || d instanceof Declaration.Action);
    for (Module part : module.modules()) {
      part.declarations().forEach(d -> Nodes.walk(d, this::use));
    }
    if (library) {
      used.addAll(module.root().declarations()); // by those who import it
      module.declarations(Declaration.Struct.class).forEach(s -> used.addAll(s.fields()));
    }
    module.root().declarations().forEach(d -> Nodes.walk(d, this::warn));
  }

  private void use(Node node) {
    if (node instanceof Stmt.Assign assign) {
      targets.add(written(assign.target()));
    }
    Set<Declaration> how = targets.contains(node) ? written : used;
    module.referenceOf(node).ifPresent(how::add);
  }

  /** The part of a target that names what changes: of {@code a.b[i]} this is {@code a.b}. */
  private static Expr written(Expr target) {
    return target instanceof Expr.Index index ? written(index.object()) : target;
  }

  private void warn(Node node) {
    if (node instanceof Declaration.Const
        || node instanceof Declaration.Hunk
        || node instanceof Declaration.Def
        || node instanceof Declaration.Function
        || node instanceof Declaration.Parameter
        || node instanceof Declaration.Global
        || node instanceof Declaration.Field) {
      warnUnused((Declaration) node);
    } else if (node instanceof Stmt.Let let) {
      warnUnused(let.variable());
    } else if (node instanceof Stmt.LocalVar variable) {
      warnUnused(variable.variable());
    }
  }

  private void warnUnused(Declaration declaration) {
    Optional<Identifier> name = Kinds.name(declaration);
    if (used.contains(declaration) || name.isEmpty() || name.get().text().startsWith("_")) {
      return;
    }
    if (declaration instanceof Declaration.Parameter && written.contains(declaration)) {
      return; // by reference: the caller reads it
    }
    String kind = Kinds.of(declaration).replaceFirst("^an? ", "");
    problems.error(
        Code.W100,
        name.get().span(),
        "the "
            + kind
            + " `"
            + name.get()
            + "` is "
            + (written.contains(declaration) ? "written, but never read" : "never used"),
        "leave it out, or begin its name with `_` to keep it");
  }
}
