package skein.spec.lowering;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import skein.spec.ir.Scalar;
import skein.spec.ir.Sort;
import skein.spec.ir.StateVar;

/**
 * The registers of a process that outlive a step, as variables of the state. Copies of one local
 * (its function is inlined more than once) share a variable where they are never alive together.
 */
final class Locals {
  /** Begins the names of variables that the source does not have. */
  private static final String HIDDEN = "$";

  private final Map<Integer, StateVar> variables = new HashMap<>();
  private final Map<Integer, BitSet> conflicts = new HashMap<>();
  private final Graph graph;
  private final Liveness liveness;

  Locals(World world, Sort process, Flow flow, Graph graph, Cuts cuts, Liveness liveness) {
    this.graph = graph;
    this.liveness = liveness;
    BitSet kept = kept(flow, cuts);
    findConflicts(kept);
    Map<Integer, List<Integer>> sharers = new HashMap<>();
    Set<String> names = new HashSet<>();
    List<Register> owners = new ArrayList<>();
    for (Register register : flow.registers()) {
      if (kept.get(register.slot())) {
        assign(world, process, register, owners, sharers, names);
      }
    }
  }

  private BitSet kept(Flow flow, Cuts cuts) {
    BitSet references = new BitSet();
    for (Register register : flow.registers()) {
      if (isReference(register.type())) {
        references.set(register.slot());
      }
    }
    BitSet kept = new BitSet();
    for (int i = 0; i < graph.size(); i++) {
      if (cuts.isCut(i)) {
        kept.or(liveness.liveIn(i));
      } else if (graph.isReachable(i) && graph.op(i) instanceof Op.Allocation) {
        BitSet live = (BitSet) liveness.liveIn(i).clone();
        live.and(references);
        kept.or(live);
      }
    }
    kept.clear(flow.slots().size(), Math.max(kept.length(), flow.slots().size()));
    return kept;
  }

  private static boolean isReference(Scalar type) {
    return type instanceof Scalar.Ref
        || type instanceof Scalar.SetOf set && set.element() instanceof Scalar.Ref;
  }

  /** Two registers conflict if one is given a value while the other's is still needed. */
  private void findConflicts(BitSet kept) {
    for (int i = 0; i < graph.size(); i++) {
      BitSet defined = liveness.defined(i);
      defined.and(kept);
      if (graph.isReachable(i) && !defined.isEmpty()) {
        int slot = defined.nextSetBit(0);
        BitSet others = liveness.liveOut(i);
        others.and(kept);
        others.clear(slot);
        others.stream().forEach(other -> conflict(slot, other));
      }
    }
  }

  private void conflict(int a, int b) {
    conflicts.computeIfAbsent(a, key -> new BitSet()).set(b);
    conflicts.computeIfAbsent(b, key -> new BitSet()).set(a);
  }

  private void assign(
      World world,
      Sort process,
      Register register,
      List<Register> owners,
      Map<Integer, List<Integer>> sharers,
      Set<String> names) {
    for (Register owner : owners) {
      boolean alike =
          owner.name().equals(register.name())
              && owner.function().equals(register.function())
              && owner.type().equals(register.type());
      if (alike && isFree(register.slot(), sharers.get(owner.slot()))) {
        sharers.get(owner.slot()).add(register.slot());
        variables.put(register.slot(), variables.get(owner.slot()));
        return;
      }
    }
    owners.add(register);
    sharers.put(register.slot(), new ArrayList<>(List.of(register.slot())));
    StateVar variable =
        world
            .variables()
            .add(
                name(register, names),
                StateVar.Role.LOCAL,
                register.type(),
                ImmutableList.of(StateVar.Dimension.of(process)));
    variables.put(register.slot(), variable);
  }

  private boolean isFree(int slot, List<Integer> sharing) {
    BitSet against = conflicts.getOrDefault(slot, new BitSet());
    return sharing.stream().noneMatch(against::get);
  }

  private static String name(Register register, Set<String> names) {
    String plain = register.name().isEmpty() ? HIDDEN + names.size() : register.name();
    if (names.add(plain)) {
      return plain;
    }
    String base = register.function() + "." + plain;
    String name = base;
    for (int i = 2; !names.add(name); i++) {
      name = base + "." + i;
    }
    return name;
  }

  /** The variable that a register lives in, if it outlives a step. */
  Optional<StateVar> variable(int slot) {
    return Optional.ofNullable(variables.get(slot));
  }
}
