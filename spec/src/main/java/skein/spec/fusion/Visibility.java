package skein.spec.fusion;

import com.google.common.collect.ImmutableSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import skein.spec.ir.Expressions;
import skein.spec.ir.Instruction;
import skein.spec.ir.IrExpr;
import skein.spec.ir.IrExpr.BinaryOp;
import skein.spec.ir.Program;
import skein.spec.ir.Scalar;
import skein.spec.ir.Sort;
import skein.spec.ir.StateProperty;
import skein.spec.ir.StateVar;
import skein.spec.ir.StateVar.Role;
import skein.spec.ir.TransitionSystem;
import skein.spec.model.PropertyKind;

/**
 * What properties can see. A step that stores to what an invariant, a step invariant, a cover or a
 * constraint reads is visible, and no mover: a block has at most one such step, so that the values
 * that those properties see follow each other as they do without fusion, and with them what the
 * properties say. Where a step invariant does not hold of every step that changes nothing it sees,
 * it can tell how many steps there are, and nothing is fused.
 *
 * <p>A run does not go on from a state outside a constraint. So a step that stores to what a
 * constraint reads is the last of its block: what follows may fail, and is not to be reached.
 *
 * <p>Final invariants and leaks are decided where all processes but daemons have ended, hence have
 * no block half done. So it is only the daemons' steps that they can see.
 *
 * <p>Of a program counter only whether it is at some label can be asked. A step that comes to such
 * a label, or leaves it, is visible, whoever asks.
 */
final class Visibility {
  private final TransitionSystem system;
  private final Set<Integer> always = new HashSet<>();
  private final Set<Integer> inTheEnd = new HashSet<>();
  private final Set<Integer> constrained = new HashSet<>();
  private final Map<Integer, Set<Integer>> labels = new HashMap<>();
  private final Map<Integer, Set<Integer>> constrainedLabels = new HashMap<>();
  private final Set<Integer> elusive = new HashSet<>();
  private final boolean countsSteps;

  Visibility(TransitionSystem system) {
    this.system = system;
    boolean counts = false;
    for (StateProperty property : system.properties()) {
      boolean last =
          property.kind() == PropertyKind.FINAL_INVARIANT || property.kind() == PropertyKind.LEAK;
      collect(property.condition(), last ? inTheEnd : always);
      counts |=
          property.kind() == PropertyKind.STEP_INVARIANT
              && !Stuttering.allows(property.condition());
      lookForLabels(property.condition(), labels);
      if (property.kind() == PropertyKind.CONSTRAINT) {
        collect(property.condition(), constrained);
        lookForLabels(property.condition(), constrainedLabels);
      }
    }
    countsSteps = counts;
    system.programs().forEach(this::lookForLabels);
    lookForLabels(system.initial());
  }

  /** Whether some property can tell how many steps were taken, whatever they do. */
  boolean countsSteps() {
    return countsSteps;
  }

  /** Whether some property sees what a program stores to a variable. */
  boolean sees(Program program, StateVar variable) {
    return always.contains(variable.id()) || program.daemon() && inTheEnd.contains(variable.id());
  }

  /** Whether some constraint reads a variable, program counters apart. */
  boolean isConstrained(StateVar variable) {
    return variable.role() != Role.PROGRAM_COUNTER && constrained.contains(variable.id());
  }

  /** The steps of a process of which it is asked whether it stands there. */
  ImmutableSet<Integer> labels(Program program) {
    return of(program, labels);
  }

  /** The steps of a process of which a constraint asks whether it stands there. */
  ImmutableSet<Integer> constrainedLabels(Program program) {
    return of(program, constrainedLabels);
  }

  private static ImmutableSet<Integer> of(Program program, Map<Integer, Set<Integer>> labels) {
    StateVar counter = program.programCounter().orElseThrow();
    return ImmutableSet.copyOf(labels.getOrDefault(counter.id(), Set.of()));
  }

  /** Whether a process' program counter is looked at in a way that is not understood. */
  boolean isElusive(Program program) {
    return elusive.contains(program.programCounter().orElseThrow().id());
  }

  private void collect(IrExpr condition, Set<Integer> seen) {
    Expressions.visit(
        condition,
        e -> {
          if (e instanceof IrExpr.Load load) {
            seen.add(load.variable().id());
          } else if (e instanceof IrExpr.Checked checked && checked.check() == IrExpr.Check.ALIVE) {
            addAlive(((Scalar.Ref) checked.operand().type()).sort(), seen);
          } else if (e instanceof IrExpr.Reachable || e instanceof IrExpr.Referenced) {
            addReferences(seen);
          }
        });
  }

  private void addAlive(Sort sort, Set<Integer> seen) {
    for (StateVar variable : system.variables()) {
      if (variable.role() == Role.ALIVE && variable.owner().orElseThrow().id() == sort.id()) {
        seen.add(variable.id());
      }
    }
  }

  private void addReferences(Set<Integer> seen) {
    for (StateVar variable : system.variables()) {
      boolean refers =
          system.sorts().stream()
              .anyMatch(s -> s.kind() == Sort.Kind.HEAP && References.canRefer(variable, s));
      if (refers || variable.role() == Role.ALIVE) {
        seen.add(variable.id());
      }
    }
  }

  private void lookForLabels(Program program) {
    for (Instruction instruction : program.instructions()) {
      Expressions.of(instruction).forEach(e -> lookForLabels(e, labels));
    }
  }

  private void lookForLabels(IrExpr e, Map<Integer, Set<Integer>> found) {
    if (e instanceof IrExpr.Binary binary
        && binary.op() == BinaryOp.EQUAL
        && isCounter(binary.left())
        && binary.right() instanceof IrExpr.Const step) {
      int counter = ((IrExpr.Load) binary.left()).variable().id();
      found.computeIfAbsent(counter, any -> new TreeSet<>()).add(Math.toIntExact(step.value()));
      Expressions.children(binary.left()).forEach(child -> lookForLabels(child, found));
      return;
    }
    if (isCounter(e)) {
      elusive.add(((IrExpr.Load) e).variable().id());
    }
    Expressions.children(e).forEach(child -> lookForLabels(child, found));
  }

  private static boolean isCounter(IrExpr e) {
    return e instanceof IrExpr.Load load && load.variable().role() == Role.PROGRAM_COUNTER;
  }
}
