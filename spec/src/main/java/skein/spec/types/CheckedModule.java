package skein.spec.types;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Expr;
import skein.spec.syntax.Module;
import skein.spec.syntax.Node;
import skein.spec.syntax.Stmt;
import skein.spec.syntax.TypeExpr;

/**
 * A model whose names and types are known: side tables over trees that stay as they were parsed.
 *
 * <p>Types here do not depend on the values of constants: every range is {@code int}. The bounds
 * are known once a check has fixed the constants, when the model is lowered.
 */
public final class CheckedModule {
  private final Module root;
  private final ImmutableList<Module> modules;
  private final ImmutableMap<String, Declaration> globals;
  private final Map<Node, Declaration> references;
  private final Map<Node, Type> types;
  private final Map<Expr.Call, ImmutableMap<Declaration.TypeParameter, Type>> typeArguments;

  /**
   * @param modules the root and everything it imports, each imported module before its importers
   * @param globals the top-level declarations (and enum members) by name
   * @param references what {@link Expr.Name}, {@link Expr.Call} (a def or fn; absent for
   *     built-ins), {@link Expr.AtLabel}, {@link Expr.New}, {@link Expr.FieldAccess} (the field; or
   *     the {@link Declaration.Binder} of a process' top-level variable) and {@link TypeExpr.Named}
   *     (absent for {@code bool}, {@code int}, {@code Task}) and {@link Stmt.Goto} refer to
   * @param types the type of each expression, of each type as written, and of each declaration that
   *     has one
   * @param typeArguments what each call of a generic def or fn puts for the type parameters
   */
  CheckedModule(
      Module root,
      ImmutableList<Module> modules,
      ImmutableMap<String, Declaration> globals,
      IdentityHashMap<Node, Declaration> references,
      IdentityHashMap<Node, Type> types,
      IdentityHashMap<Expr.Call, ImmutableMap<Declaration.TypeParameter, Type>> typeArguments) {
    this.root = root;
    this.modules = modules;
    this.globals = globals;
    this.references = references;
    this.types = types;
    this.typeArguments = typeArguments;
  }

  public Module root() {
    return root;
  }

  public ImmutableList<Module> modules() {
    return modules;
  }

  /** All declarations of a kind, in the order of {@link #modules()} and of the text. */
  public <D extends Declaration> ImmutableList<D> declarations(Class<D> kind) {
    return modules.stream()
        .flatMap(m -> m.declarations().stream())
        .filter(kind::isInstance)
        .map(kind::cast)
        .collect(ImmutableList.toImmutableList());
  }

  public Optional<Declaration> global(String name) {
    return Optional.ofNullable(globals.get(name));
  }

  /** What a name, call, label reference, {@code new}, field or named type refers to. */
  public Optional<Declaration> referenceOf(Node node) {
    return Optional.ofNullable(references.get(node));
  }

  /** The type of an expression. */
  public Type typeOf(Expr expression) {
    return types.get(expression);
  }

  /** The type that a type as written stands for. */
  public Type typeOf(TypeExpr written) {
    return types.get(written);
  }

  /**
   * The type of a constant, a hunk, an enum member, a global, a field, a parameter or a binder; of
   * a def or fn its result, {@link Type.Unit} if it has none. Null for every other declaration.
   */
  public Type typeOf(Declaration declaration) {
    return types.get(declaration);
  }

  /**
   * What a call of a generic def or fn puts for its type parameters; empty if there are none.
   * Inside another generic one the types may name that one's parameters.
   */
  public ImmutableMap<Declaration.TypeParameter, Type> typeArgumentsOf(Expr.Call call) {
    return typeArguments.getOrDefault(call, ImmutableMap.of());
  }
}
