package skein.spec.lowering;

import com.google.common.collect.ImmutableList;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import skein.spec.diagnostic.Code;
import skein.spec.diagnostic.Diagnostic;
import skein.spec.ir.Sort;
import skein.spec.ir.StateVar;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Expr;
import skein.spec.syntax.Stmt;
import skein.spec.syntax.TypeExpr;
import skein.spec.types.CheckedModule;

/** What all code of a model shares while it is lowered: its constants, sorts and variables. */
record World(
    CheckedModule module,
    Usage usage,
    Constants constants,
    Sorts sorts,
    Shapes shapes,
    Variables variables,
    Faults faults,
    Map<Declaration, Storage> globals,
    Map<Declaration, Variables.Objects> objects,
    Map<Declaration, StateVar> counters,
    Map<Declaration, Integer> labels) {

  /**
   * Slots from here on stand for the numbers of steps at labels, which are known only when the
   * program that they are in has been cut.
   */
  static final int FIRST_LABEL_SLOT = 1 << 24;

  static World create(CheckedModule module, Usage usage, Constants constants) {
    Sorts sorts = new Sorts(module, constants, usage.declarations());
    Shapes shapes = new Shapes(module, constants, sorts);
    World world =
        new World(
            module,
            usage,
            constants,
            sorts,
            shapes,
            new Variables(),
            new Faults(),
            new IdentityHashMap<>(),
            new IdentityHashMap<>(),
            new IdentityHashMap<>(),
            new IdentityHashMap<>());
    world.addCounters();
    world.addVariables();
    world.addVisibleLocals();
    return world;
  }

  private void addCounters() {
    for (Declaration.Process process : module.declarations(Declaration.Process.class)) {
      StateVar counter =
          variables.add(
              "pc",
              StateVar.Role.PROGRAM_COUNTER,
              Fold.number(0).type(),
              ImmutableList.of(StateVar.Dimension.of(sorts.of(process))));
      counters.put(process, counter);
    }
  }

  private void addVariables() {
    for (Declaration.Global global : module.declarations(Declaration.Global.class)) {
      if (isUsed(global)) {
        Shape shape = shapes.of(global.type());
        String name = global.name().text();
        globals.put(global, variables.store(name, StateVar.Role.GLOBAL, shape, ImmutableList.of()));
      }
    }
    for (Declaration.Struct struct : module.declarations(Declaration.Struct.class)) {
      Sort sort = sorts.of(struct);
      if (sort != null) {
        objects.put(struct, variables.objects(struct, shapes.fields(struct), sort));
      }
    }
  }

  /** Variables of processes that are looked at from elsewhere as {@code p.x}. */
  private void addVisibleLocals() {
    for (Declaration.Process process : module.declarations(Declaration.Process.class)) {
      for (Stmt s : process.body().body()) {
        Stmt bare = s instanceof Stmt.Annotated annotated ? annotated.body() : s;
        if (bare instanceof Stmt.LocalVar local && usage.remote().contains(local.variable())) {
          addVisibleLocal(process, local);
        }
      }
    }
  }

  /**
   * The variables of a process that are looked at from elsewhere and stand before all its other
   * statements, with values that are known: they are initialised before the first step.
   */
  ImmutableList<Stmt.LocalVar> initialised(Declaration.Process process) {
    ImmutableList.Builder<Stmt.LocalVar> leading = ImmutableList.builder();
    for (Stmt s : process.body().body()) {
      if (!(s instanceof Stmt.LocalVar local)) {
        break;
      }
      if (usage.remote().contains(local.variable())
          && local.init().map(World::isKnown).orElse(true)) {
        leading.add(local);
      }
    }
    return leading.build();
  }

  private static boolean isKnown(Expr init) {
    return init instanceof Expr.IntLiteral
        || init instanceof Expr.BoolLiteral
        || init instanceof Expr.NullLiteral
        || init instanceof Expr.SetLiteral set && set.elements().isEmpty();
  }

  private void addVisibleLocal(Declaration.Process process, Stmt.LocalVar local) {
    String name = local.variable().name().text();
    TypeExpr type =
        local
            .type()
            .orElseThrow(
                () ->
                    new LoweringException(
                        Diagnostic.of(
                                Code.E064,
                                local.variable().span(),
                                "`" + name + "` is read elsewhere and needs a type")
                            .withHelp("write `var " + name + ": T = …`")));
    globals.put(
        local.variable(),
        variables.store(
            name,
            StateVar.Role.LOCAL,
            shapes.of(type),
            ImmutableList.of(StateVar.Dimension.of(sorts.of(process)))));
  }

  boolean isUsed(Declaration declaration) {
    return !Prelude.holds(declaration) || usage.declarations().contains(declaration);
  }

  /** The slot that stands for the number of the step at a label. */
  int labelSlot(Declaration.Label label) {
    return FIRST_LABEL_SLOT + labels.computeIfAbsent(label, key -> labels.size());
  }

  Optional<Variables.Objects> objectsOf(Sort sort) {
    return objects.values().stream().filter(o -> o.sort().equals(sort)).findFirst();
  }

  Set<Declaration> assigned() {
    return usage.assigned();
  }
}
