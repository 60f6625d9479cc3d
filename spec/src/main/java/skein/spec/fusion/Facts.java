package skein.spec.fusion;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import skein.spec.ir.Expressions;
import skein.spec.ir.IrExpr;
import skein.spec.ir.Scalar;
import skein.spec.ir.StateVar;

/**
 * What is known for sure where a process stands: which variables of its own are copies of others,
 * and what of locks. Cells are named by <em>keys</em>: their indices as expressions over the
 * process' own variables, copies replaced by what they are copies of, so that equal keys name the
 * same cell. Immutable.
 *
 * @param copies variables of the process ({@link IrExpr.Temp}s and {@link IrExpr.Load}s of locals)
 *     with the key of their value; a key contains no variable that is itself a copy
 */
record Facts(ImmutableMap<IrExpr, IrExpr> copies, ImmutableSet<Fact> facts) {
  static final Facts NONE = new Facts(ImmutableMap.of(), ImmutableSet.of());

  /** Types do not matter to a key. */
  private static final Scalar ANY = new Scalar.Bool();

  /** What a {@link Fact} says. */
  enum Kind {
    /** In this step it was seen that the lock has no owner. */
    FREE,
    /** In this step it was seen that the lock's owner is the running process. */
    ASSERTED,
    /** The process took the lock, and has not given it back. Two such keys never are one cell. */
    HELD,
    /** In this step the object was allocated or freed; the variable is that which says so. */
    FRESH
  }

  /** Something known of a cell. */
  record Fact(Kind kind, StateVar variable, ImmutableList<IrExpr> key) {}

  boolean has(Kind kind, StateVar variable, Optional<ImmutableList<IrExpr>> key) {
    return key.isPresent() && facts.contains(new Fact(kind, variable, key.get()));
  }

  Facts with(Kind kind, StateVar variable, Optional<ImmutableList<IrExpr>> key) {
    if (key.isEmpty()) {
      return this;
    }
    Fact fact = new Fact(kind, variable, key.get());
    return new Facts(copies, ImmutableSet.<Fact>builder().addAll(facts).add(fact).build());
  }

  Facts without(Predicate<Fact> which) {
    return new Facts(
        copies, facts.stream().filter(which.negate()).collect(ImmutableSet.toImmutableSet()));
  }

  /** What is known whichever of two ways led here. */
  Facts join(Facts other) {
    ImmutableMap.Builder<IrExpr, IrExpr> both = ImmutableMap.builder();
    copies.forEach(
        (copy, key) -> {
          if (key.equals(other.copies.get(copy))) {
            both.put(copy, key);
          }
        });
    return new Facts(
        both.buildOrThrow(), ImmutableSet.copyOf(Sets.intersection(facts, other.facts)));
  }

  /** Temporaries, and what was only seen, do not outlive a step. */
  Facts atEndOfStep() {
    Facts rest = without(fact -> fact.kind() != Kind.HELD);
    for (IrExpr variable : ImmutableSet.copyOf(rest.mentioned())) {
      if (variable instanceof IrExpr.Temp) {
        rest = rest.assign(variable, Optional.empty());
      }
    }
    return rest;
  }

  private Sets.SetView<IrExpr> mentioned() {
    ImmutableSet.Builder<IrExpr> roots = ImmutableSet.builder();
    copies.values().forEach(key -> Expressions.visit(key, roots::add));
    facts.forEach(f -> f.key().forEach(key -> Expressions.visit(key, roots::add)));
    return Sets.union(copies.keySet(), roots.build());
  }

  /** The key of several indices; empty if one depends on more than the process' own variables. */
  Optional<ImmutableList<IrExpr>> keys(ImmutableList<IrExpr> indices, Predicate<StateVar> own) {
    ImmutableList.Builder<IrExpr> keys = ImmutableList.builder();
    for (IrExpr index : indices) {
      Optional<IrExpr> key = key(index, own);
      if (key.isEmpty()) {
        return Optional.empty();
      }
      keys.add(key.get());
    }
    return Optional.of(keys.build());
  }

  /**
   * The key of a value; empty if it depends on more than the process' own variables.
   *
   * @param own variables that only the process that they belong to stores to
   */
  Optional<IrExpr> key(IrExpr e, Predicate<StateVar> own) {
    if (e instanceof IrExpr.Checked checked) {
      return key(checked.operand(), own);
    } else if (e instanceof IrExpr.Const constant) {
      return Optional.of(new IrExpr.Const(constant.value(), ANY));
    } else if (e instanceof IrExpr.Self) {
      return Optional.of(e);
    } else if (e instanceof IrExpr.AsTask task) {
      return key(task.operand(), own).map(key -> new IrExpr.AsTask(key, task.task()));
    }
    return variable(e, own).map(variable -> copies.getOrDefault(variable, variable));
  }

  /** The name of a variable of the process, if an expression is one. */
  static Optional<IrExpr> variable(IrExpr e, Predicate<StateVar> own) {
    if (e instanceof IrExpr.Temp temp) {
      return Optional.of(new IrExpr.Temp(temp.slot(), ANY));
    } else if (e instanceof IrExpr.Load load && !load.old() && own.test(load.variable())) {
      return variable(load.variable(), load.indices());
    }
    return Optional.empty();
  }

  static Optional<IrExpr> variable(StateVar variable, ImmutableList<IrExpr> indices) {
    return indices.size() == 1 && indices.get(0) instanceof IrExpr.Self
        ? Optional.of(new IrExpr.Load(variable, indices, false))
        : Optional.empty();
  }

  /**
   * A variable of the process gets another value.
   *
   * @param value the key of the value, if it has one
   */
  Facts assign(IrExpr variable, Optional<IrExpr> value) {
    Optional<IrExpr> heir =
        copies.entrySet().stream()
            .filter(copy -> copy.getValue().equals(variable))
            .map(Map.Entry::getKey)
            .findFirst();
    Map<IrExpr, IrExpr> rest = new LinkedHashMap<>(copies);
    rest.remove(variable);
    heir.ifPresent(rest::remove);
    // The old value lives on in a copy, or is lost with all that is known through it.
    UnaryOperator<IrExpr> renamed = key -> heir.map(h -> replace(key, variable, h)).orElse(key);
    rest.replaceAll((copy, key) -> renamed.apply(key));
    rest.values().removeIf(key -> mentions(key, variable));
    ImmutableSet<Fact> known =
        facts.stream()
            .map(f -> new Fact(f.kind(), f.variable(), Expressions.map(f.key(), renamed)))
            .filter(f -> f.key().stream().noneMatch(key -> mentions(key, variable)))
            .collect(ImmutableSet.toImmutableSet());
    value
        .map(renamed)
        .filter(key -> !mentions(key, variable))
        .ifPresent(key -> rest.put(variable, key));
    return new Facts(ImmutableMap.copyOf(rest), known);
  }

  private static IrExpr replace(IrExpr e, IrExpr what, IrExpr by) {
    return e.equals(what) ? by : Expressions.map(e, child -> replace(child, what, by));
  }

  private static boolean mentions(IrExpr e, IrExpr what) {
    return e.equals(what) || Expressions.children(e).stream().anyMatch(c -> mentions(c, what));
  }
}
