package skein.checker.explore;

import java.util.Optional;
import java.util.function.Predicate;
import skein.spec.model.ActionInfo;
import skein.spec.model.FaultInfo;
import skein.spec.model.FaultKind;
import skein.spec.model.Model;
import skein.spec.model.PropertyInfo;
import skein.spec.model.PropertyKind;
import skein.spec.model.Successors;

/**
 * What a search is to look for in a model. Immutable; flat arrays, as it is asked for every state.
 */
final class Checks {
  private final Model model;

  /** Ids of the properties of each kind that are checked. */
  final int[] invariants;

  final int[] constraints;
  final int[] covers;
  final int[] finals;

  /** Whether a cover is what the search is for, and not only noted. */
  final boolean coverIsGoal;

  private final boolean[] goesOn;
  private final boolean[] reported;
  private final boolean[] spontaneous;
  private final boolean deadlocks;

  private Checks(
      Model model, Predicate<PropertyInfo> checked, boolean coverIsGoal, boolean deadlocks) {
    this.model = model;
    this.coverIsGoal = coverIsGoal;
    invariants = ids(checked.and(is(PropertyKind.INVARIANT)));
    finals = ids(checked.and(is(PropertyKind.FINAL_INVARIANT).or(is(PropertyKind.LEAK))));
    covers = ids(coverIsGoal ? checked : is(PropertyKind.COVER));
    constraints = ids(is(PropertyKind.CONSTRAINT));
    spontaneous = new boolean[model.actions().size()];
    boolean processes = false;
    for (ActionInfo action : model.actions()) {
      spontaneous[action.id()] = action.spontaneous();
      processes |= !action.spontaneous();
    }
    this.deadlocks = deadlocks && processes;
    goesOn = new boolean[model.faults().size()];
    reported = new boolean[model.faults().size()];
    for (FaultInfo fault : model.faults()) {
      goesOn[fault.id()] = fault.kind() == FaultKind.STEP_INVARIANT;
      reported[fault.id()] = deadlocks || (!coverIsGoal && breaks(fault, checked));
    }
  }

  /**
   * All that the model says, or one property of it.
   *
   * @param property the only invariant to check; faults and deadlocks are then not looked for
   * @throws IllegalArgumentException if there is no such invariant
   */
  static Checks of(Model model, Optional<String> property) {
    if (property.isEmpty()) {
      return new Checks(model, info -> true, false, true);
    }
    Predicate<PropertyInfo> named =
        info ->
            info.name().equals(property.get())
                && info.kind() != PropertyKind.COVER
                && info.kind() != PropertyKind.CONSTRAINT;
    requireOne(model, named, "invariant", property.get());
    return new Checks(model, named, false, false);
  }

  /**
   * Nothing but a cover.
   *
   * @throws IllegalArgumentException if there is no such cover
   */
  static Checks ofCover(Model model, String name) {
    Predicate<PropertyInfo> named =
        info -> info.name().equals(name) && info.kind() == PropertyKind.COVER;
    requireOne(model, named, "cover", name);
    return new Checks(model, named, true, false);
  }

  private static void requireOne(
      Model model, Predicate<PropertyInfo> named, String word, String name) {
    if (model.properties().stream().noneMatch(named)) {
      throw new IllegalArgumentException("no %s `%s` in %s".formatted(word, name, model.name()));
    }
  }

  private static Predicate<PropertyInfo> is(PropertyKind kind) {
    return info -> info.kind() == kind;
  }

  private int[] ids(Predicate<PropertyInfo> which) {
    return model.properties().stream().filter(which).mapToInt(PropertyInfo::id).toArray();
  }

  /** Whether a fault is the breach of a step invariant that is checked. */
  private boolean breaks(FaultInfo fault, Predicate<PropertyInfo> checked) {
    return fault.kind() == FaultKind.STEP_INVARIANT
        && model.properties().stream()
            .filter(checked.and(is(PropertyKind.STEP_INVARIANT)))
            .anyMatch(info -> info.name().equals(fault.message()));
  }

  /** Whether an outcome is a state of the model: only a breach of a step invariant leads to one. */
  boolean goesOn(int fault) {
    return fault == Successors.NO_FAULT || goesOn[fault];
  }

  /** Whether a fault of a step is a violation. */
  boolean reports(int fault) {
    return reported[fault];
  }

  /** Whether a state is a deadlock. */
  boolean deadlocked(long[] states, int at, Successors outcomes) {
    return deadlocks && outcomes.count() == 0 && !model.ended(states, at);
  }

  /** Whether nothing is left to be done in a state, and something is to be checked then. */
  boolean finished(long[] states, int at, Successors outcomes) {
    if (finals.length == 0 || !model.ended(states, at)) {
      return false;
    }
    for (int i = 0; i < outcomes.count(); i++) {
      if (spontaneous[outcomes.action(i)]) {
        return false;
      }
    }
    return true;
  }

  /** Whether a state is outside a constraint, or it can not be said. */
  boolean outside(long[] states, int at) {
    for (int constraint : constraints) {
      if (model.evaluate(constraint, states, at) != Model.HOLDS) {
        return true;
      }
    }
    return false;
  }
}
