package skein.spec.fusion;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import skein.spec.fusion.Code.Site;
import skein.spec.fusion.Facts.Kind;
import skein.spec.ir.Expressions;
import skein.spec.ir.Instruction;
import skein.spec.ir.IrExpr;
import skein.spec.ir.IrExpr.BinaryOp;
import skein.spec.ir.Sort;
import skein.spec.ir.StateVar;
import skein.spec.ir.StateVar.Role;
import skein.spec.ir.TransitionSystem;

/**
 * Which locks can be relied on, told by how the model's code uses them and never by their names.
 *
 * <p>A lock is <em>exclusive</em> if only a process that has just seen, in the same step, that
 * there is no owner makes itself the owner, and only the owner makes it owned by nobody. So whether
 * a process is the owner changes by its own steps alone. A lock is <em>plain</em> if beyond that
 * nobody looks at the owner but to wait until there is none and then to become it, or to see
 * whether it is itself. Taking a plain lock is a right-mover: what others do next with it, they
 * could as little do before. Giving it back is a left-mover. A trylock that fails, or a condition
 * on the lock, spoils that: it tells whether the lock is held.
 *
 * <p>A lock within a heap object that can be freed is <em>frail</em>: the object can go, and come
 * back with a lock that is free. That a process holds it has to be asserted wherever it matters.
 */
final class Locks {
  private final Code code;
  private final ImmutableSet<StateVar> all;
  private final Set<StateVar> shared = new HashSet<>();
  private final Set<StateVar> observed = new HashSet<>();

  Locks(Code code) {
    this.code = code;
    Set<StateVar> owners = new LinkedHashSet<>();
    code.system().locks().stream().map(TransitionSystem.Lock::owner).forEach(owners::add);
    this.all = ImmutableSet.copyOf(owners);
    code.forEach(this::look);
  }

  /** The locks that are exclusive, in a fixed order. */
  ImmutableList<StateVar> exclusive() {
    return all.stream().filter(this::isExclusive).collect(ImmutableList.toImmutableList());
  }

  boolean isExclusive(StateVar variable) {
    return all.contains(variable) && !shared.contains(variable);
  }

  boolean isPlain(StateVar variable) {
    return isExclusive(variable) && !observed.contains(variable);
  }

  boolean isFrail(StateVar lock) {
    return lock.owner().map(this::isFreed).orElse(false);
  }

  private boolean isFreed(Sort sort) {
    return sort.kind() == Sort.Kind.HEAP && code.isFreed(sort);
  }

  private void look(Site site) {
    if (site.instruction() instanceof Instruction.Store store
        && all.contains(store.variable())
        && !isByRule(site, store)) {
      shared.add(store.variable());
    }
    for (IrExpr e : Expressions.of(site.instruction())) {
      for (StateVar lock : all) {
        if (observes(site, e, lock)) {
          observed.add(lock);
        }
      }
    }
  }

  private boolean isByRule(Site site, Instruction.Store store) {
    StateVar lock = store.variable();
    LockFlow flow = code.flow(site.program());
    Facts facts = flow.before(site.position());
    Optional<ImmutableList<IrExpr>> cell = flow.keys(site.position(), store.indices());
    if (isFresh(site, lock, store.indices())) {
      return true;
    } else if (code.program(site.program()).sort().isEmpty()) {
      return false;
    } else if (Shapes.isSelf(store.value())) {
      return facts.has(Kind.FREE, lock, cell);
    }
    boolean owned =
        facts.has(Kind.ASSERTED, lock, cell) || facts.has(Kind.HELD, lock, cell) && !isFrail(lock);
    return Shapes.isNull(store.value()) && owned;
  }

  /** Whether a cell is one of an object that the step has just allocated or freed. */
  boolean isFresh(Site site, StateVar variable, ImmutableList<IrExpr> indices) {
    Optional<Sort> owner = variable.owner();
    if (owner.isEmpty() || owner.get().kind() != Sort.Kind.HEAP || variable.role() == Role.ALIVE) {
      return false;
    }
    LockFlow flow = code.flow(site.program());
    Optional<ImmutableList<IrExpr>> object = flow.keys(site.position(), indices.subList(0, 1));
    return flow.before(site.position()).facts().stream()
        .filter(f -> f.kind() == Kind.FRESH && f.variable().owner().equals(owner))
        .anyMatch(f -> Optional.of(f.key()).equals(object));
  }

  /** Whether an expression reads who the owner of a lock is, other than as the rules allow. */
  private boolean observes(Site site, IrExpr e, StateVar lock) {
    for (BinaryOp op : new BinaryOp[] {BinaryOp.EQUAL, BinaryOp.NOT_EQUAL}) {
      Optional<Shapes.Compared> compared = Shapes.compared(e, op, lock);
      if (compared.isPresent() && isAllowed(site, compared.get(), op)) {
        return compared.get().load().indices().stream().anyMatch(i -> observes(site, i, lock));
      }
    }
    if (e instanceof IrExpr.Load load && load.variable().id() == lock.id()) {
      return true;
    }
    return Expressions.children(e).stream().anyMatch(child -> observes(site, child, lock));
  }

  private boolean isAllowed(Site site, Shapes.Compared compared, BinaryOp op) {
    return isStable(compared)
        || Shapes.isNull(compared.with())
            && op == BinaryOp.EQUAL
            && site.instruction() instanceof Instruction.Await await
            && isConjunct(await.condition(), compared.load())
            && isTaken(site.program(), await.next(), compared.load());
  }

  /** Whether a lock's owner is compared with the process itself: only its own steps change that. */
  static boolean isStable(Shapes.Compared compared) {
    return Shapes.isSelf(compared.with());
  }

  private static boolean isConjunct(IrExpr condition, IrExpr.Load load) {
    IrExpr bare = Shapes.strip(condition);
    if (bare instanceof IrExpr.Binary both && both.op() == BinaryOp.AND) {
      return isConjunct(both.left(), load) || isConjunct(both.right(), load);
    }
    return Shapes.compared(bare, BinaryOp.EQUAL, load.variable())
        .map(compared -> compared.load().equals(load))
        .orElse(false);
  }

  /** Whether the lock is taken next, without anything between that could make it another's. */
  private boolean isTaken(int program, int position, IrExpr.Load load) {
    return code.program(program).instructions().get(position) instanceof Instruction.Store store
        && store.variable().id() == load.variable().id()
        && Shapes.isSelf(store.value())
        && bare(store.indices()).equals(bare(load.indices()));
  }

  private static ImmutableList<IrExpr> bare(ImmutableList<IrExpr> indices) {
    return indices.stream().map(Shapes::strip).collect(ImmutableList.toImmutableList());
  }
}
