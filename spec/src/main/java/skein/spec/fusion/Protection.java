package skein.spec.fusion;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import skein.spec.fusion.Facts.Kind;
import skein.spec.ir.IrExpr;
import skein.spec.ir.Program;
import skein.spec.ir.StateVar;
import skein.spec.ir.StateVar.Role;

/**
 * Which lock protects which variable, inferred: an exclusive lock that is held at every access that
 * another process could get into the way of. The lock is one for the whole variable, or one for
 * each of its objects (elements), as many indices as it has being those of the cell.
 *
 * <p>Some access must name the same object as the lock that is held at it: else there is no reason
 * to take the lock for the cell's own. Where it cannot be proven that the lock held is the cell's
 * own (the pointers may be equal or not), or the lock is frail, that is left to be asserted at run
 * time. If there is an access with no such lock held at all, the variable is not protected.
 */
final class Protection {
  private final Code code;
  private final Locks locks;
  private final Accesses accesses;
  private final Map<Integer, StateVar> protectors = new HashMap<>();

  /** What is known of an access of a variable and a lock of it. */
  private enum Status {
    PROVEN,
    ASSERTED,
    REFUTED
  }

  Protection(Code code, Locks locks, Accesses accesses) {
    this.code = code;
    this.locks = locks;
    this.accesses = accesses;
    for (StateVar variable : code.system().variables()) {
      boolean data = variable.role() != Role.ALIVE && variable.role() != Role.PROGRAM_COUNTER;
      if (data && !locks.isPlain(variable)) {
        protector(variable).ifPresent(lock -> protectors.put(variable.id(), lock));
      }
    }
  }

  /** The lock with the fewest accesses left to be asserted. */
  private Optional<StateVar> protector(StateVar variable) {
    ImmutableList<Access> contested =
        accesses.of(variable).stream()
            .filter(accesses::isContested)
            .collect(ImmutableList.toImmutableList());
    Optional<StateVar> best = Optional.empty();
    long least = Long.MAX_VALUE;
    for (StateVar lock : locks.exclusive()) {
      if (!contested.isEmpty()
          && fits(lock, variable)
          && contested.stream().noneMatch(a -> status(a, lock) == Status.REFUTED)
          && contested.stream().anyMatch(a -> holdsItsOwn(a, lock))) {
        long asserted = contested.stream().filter(a -> isAsserted(a, lock)).count();
        if (asserted < least) {
          least = asserted;
          best = Optional.of(lock);
        }
      }
    }
    return best;
  }

  /**
   * Whether the lock that is held is the cell's own, as the code says it. If it is so nowhere, it
   * may well be that the lock of one object protects another: a parent's its children.
   */
  private boolean holdsItsOwn(Access access, StateVar lock) {
    LockFlow flow = code.flow(access.program());
    return flow.before(access.position())
        .has(Kind.HELD, lock, flow.keys(access.position(), prefix(access, lock)));
  }

  private static boolean fits(StateVar lock, StateVar variable) {
    int shared = lock.dimensions().size();
    return lock.id() != variable.id()
        && shared <= variable.dimensions().size()
        && lock.dimensions().equals(variable.dimensions().subList(0, shared));
  }

  private boolean isAsserted(Access access, StateVar lock) {
    return status(access, lock) == Status.ASSERTED;
  }

  private Status status(Access access, StateVar lock) {
    Program program = code.program(access.program());
    LockFlow flow = code.flow(access.program());
    Facts facts = flow.before(access.position());
    Code.Site site =
        new Code.Site(
            access.program(), access.position(), program.instructions().get(access.position()));
    if (locks.isFresh(site, access.variable(), access.indices())) {
      // Nobody else has come to the object yet, or still may: see Movers.
      return Status.PROVEN;
    }
    Optional<ImmutableList<IrExpr>> cell = flow.keys(access.position(), prefix(access, lock));
    if (code.outline(access.program()).isEmpty() || !mayHold(facts, lock, cell)) {
      return Status.REFUTED;
    } else if (facts.has(Kind.HELD, lock, cell) && !locks.isFrail(lock)) {
      return Status.PROVEN;
    }
    return access.certain() ? Status.ASSERTED : Status.REFUTED;
  }

  /** Whether one of the locks held for sure is the cell's, for all that is known. */
  private static boolean mayHold(Facts facts, StateVar lock, Optional<ImmutableList<IrExpr>> cell) {
    return facts.facts().stream()
        .filter(f -> f.kind() == Kind.HELD && f.variable().equals(lock))
        .anyMatch(f -> cell.map(c -> !differ(c, f.key())).orElse(true));
  }

  private static boolean differ(List<IrExpr> a, List<IrExpr> b) {
    for (int i = 0; i < a.size(); i++) {
      if (a.get(i) instanceof IrExpr.Const x
          && b.get(i) instanceof IrExpr.Const y
          && x.value() != y.value()) {
        return true;
      }
    }
    return false;
  }

  private static ImmutableList<IrExpr> prefix(Access access, StateVar lock) {
    return access.indices().subList(0, lock.dimensions().size());
  }

  /** Whether a lock keeps all others from the cell. */
  boolean isProtected(Access access) {
    return protectors.containsKey(access.variable().id());
  }

  /** The lock's cell whose owner has to be asserted to be the process, before an access. */
  Optional<IrExpr.Load> asserted(Access access) {
    return Optional.ofNullable(protectors.get(access.variable().id()))
        .filter(lock -> accesses.isContested(access) && isAsserted(access, lock))
        .map(lock -> new IrExpr.Load(lock, prefix(access, lock), false));
  }
}
