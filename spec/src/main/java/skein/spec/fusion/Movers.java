package skein.spec.fusion;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import skein.spec.fusion.Code.Site;
import skein.spec.ir.Expressions;
import skein.spec.ir.Instruction;
import skein.spec.ir.IrExpr;
import skein.spec.ir.Program;
import skein.spec.ir.Scalar;
import skein.spec.ir.Sort;
import skein.spec.ir.StateVar;
import skein.spec.ir.StateVar.Role;

/**
 * What kind of {@link Mover} each step is: that of everything it may do, on every way through it.
 *
 * <ul>
 *   <li>What no other process can get into the way of, and what a lock protects that is held, is a
 *       both-mover; taking a {@linkplain Locks plain} lock a right-mover, giving it back a
 *       left-mover.
 *   <li>To allocate and to free is no mover. Whatever comes to an object that can be freed can move
 *       to the right: if it could not, because another process frees the object next, then that
 *       could as well have come first, and here were a use after free. But it must not be moved to
 *       the left, where it would be done before the object is freed. So even data that a lock
 *       within the object protects is only a right-mover.
 *   <li>{@code new} looks at all references there are. A step that overwrites one can be moved to
 *       the right past it: the objects that {@code new} could take after are among those that it
 *       could take before. To the left it must not be moved, for the reference that it drops may be
 *       why {@code new} could take the object.
 *   <li>What a property sees is no mover: {@link Visibility}.
 * </ul>
 */
final class Movers {
  private final Code code;
  private final Locks locks;
  private final Accesses accesses;
  private final Protection protection;
  private final Visibility visibility;

  Movers(Code code, Locks locks, Accesses accesses, Protection protection, Visibility visibility) {
    this.code = code;
    this.locks = locks;
    this.accesses = accesses;
    this.protection = protection;
    this.visibility = visibility;
  }

  /** What kind of mover a step of a process is. */
  Mover of(int program, int step) {
    Outline outline = code.outline(program).orElseThrow();
    ImmutableSet<Integer> labels = visibility.labels(outline.program());
    Mover mover = leavesOrReaches(outline, step, labels) ? Mover.NONE : Mover.BOTH;
    for (int position : outline.positions(step)) {
      Instruction instruction = outline.program().instructions().get(position);
      mover = mover.and(of(new Site(program, position, instruction)));
    }
    return mover;
  }

  /** Whether a step may lead to where a constraint keeps the run from going on. */
  boolean mayEndRun(int program, int step) {
    Outline outline = code.outline(program).orElseThrow();
    return leavesOrReaches(outline, step, visibility.constrainedLabels(outline.program()))
        || outline.positions(step).stream()
            .map(outline.program().instructions()::get)
            .anyMatch(
                instruction ->
                    instruction instanceof Instruction.Store store
                        && visibility.isConstrained(store.variable()));
  }

  private static boolean leavesOrReaches(Outline outline, int step, ImmutableSet<Integer> labels) {
    return labels.contains(step) || outline.next(step).stream().anyMatch(labels::contains);
  }

  private Mover of(Site site) {
    Mover mover = Mover.BOTH;
    if (site.instruction() instanceof Instruction.Store store) {
      mover = ofStore(site, store);
    }
    for (IrExpr e : Expressions.of(site.instruction())) {
      mover = mover.and(ofExpression(e));
    }
    for (Access access : accesses.at(site.program(), site.position())) {
      if (accesses.isContested(access) && !protection.isProtected(access)) {
        return Mover.NONE;
      }
    }
    return mover;
  }

  private Mover ofStore(Site site, Instruction.Store store) {
    Program program = code.program(site.program());
    StateVar variable = store.variable();
    if (variable.role() == Role.PROGRAM_COUNTER) {
      return Mover.BOTH;
    } else if (variable.role() == Role.ALIVE || visibility.sees(program, variable)) {
      return Mover.NONE;
    }
    Mover mover = isMemory(variable) || holdsReference(variable) ? Mover.RIGHT : Mover.BOTH;
    if (locks.isPlain(variable)) {
      return mover.and(Shapes.isSelf(store.value()) ? Mover.RIGHT : Mover.LEFT);
    }
    return mover;
  }

  private Mover ofExpression(IrExpr e) {
    Mover mover = Mover.BOTH;
    if (e instanceof IrExpr.Referenced
        || e instanceof IrExpr.Reachable
        || e instanceof IrExpr.Load l && l.variable().role() == Role.PROGRAM_COUNTER) {
      return Mover.NONE;
    } else if (e instanceof IrExpr.Load load && isMemory(load.variable())
        || e instanceof IrExpr.Checked checked && isOfFreed(checked)) {
      mover = Mover.RIGHT;
    }
    for (IrExpr child : Expressions.children(e)) {
      mover = mover.and(ofExpression(child));
    }
    return mover;
  }

  private boolean isOfFreed(IrExpr.Checked checked) {
    return checked.check() == IrExpr.Check.ALIVE
        && code.isFreed(((Scalar.Ref) checked.operand().type()).sort());
  }

  /** Whether it is a field of an object that can be freed. */
  private boolean isMemory(StateVar variable) {
    Optional<Sort> owner = variable.owner();
    return owner.isPresent() && owner.get().kind() == Sort.Kind.HEAP && code.isFreed(owner.get());
  }

  /** Whether what it refers to matters to an allocation. */
  private boolean holdsReference(StateVar variable) {
    return code.system().sorts().stream()
        .anyMatch(sort -> code.isAllocated(sort) && References.canRefer(variable, sort));
  }
}
