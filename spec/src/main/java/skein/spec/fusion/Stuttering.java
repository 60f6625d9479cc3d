package skein.spec.fusion;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import skein.spec.ir.Expressions;
import skein.spec.ir.IrExpr;
import skein.spec.ir.IrExpr.BinaryOp;
import skein.spec.ir.IrExpr.Quantifier;
import skein.spec.ir.IrExpr.UnaryOp;
import skein.spec.ir.Scalar;
import skein.spec.ir.StateVar.Role;

/**
 * Proves of step invariants that they hold of every step that changes nothing that they read: with
 * every {@code old(x)} replaced by {@code x}, what is left must be true whatever the values of what
 * it compares are. What can go wrong when it is evaluated is not taken to hold.
 */
final class Stuttering {
  /** With more comparisons than this it is not tried. */
  private static final int MOST_ATOMS = 12;

  private Stuttering() {}

  /** Whether that can be proven of a step invariant. */
  static boolean allows(IrExpr condition) {
    IrExpr now = withoutChecks(withoutOld(condition), ImmutableSet.of());
    return isTotal(now) && isValid(now);
  }

  /**
   * The expression without the demand that objects are allocated where they are known to be.
   *
   * @param alive references to objects that are known to be allocated
   */
  private static IrExpr withoutChecks(IrExpr e, ImmutableSet<IrExpr> alive) {
    if (e instanceof IrExpr.Checked checked
        && checked.check() == IrExpr.Check.ALIVE
        && alive.contains(checked.operand())) {
      return checked.operand();
    } else if (e instanceof IrExpr.Binary b
        && (b.op() == BinaryOp.AND || b.op() == BinaryOp.IMPLIES)) {
      ImmutableSet.Builder<IrExpr> known = ImmutableSet.<IrExpr>builder().addAll(alive);
      addAlive(b.left(), known);
      IrExpr right = withoutChecks(b.right(), known.build());
      return new IrExpr.Binary(b.op(), withoutChecks(b.left(), alive), right, b.type());
    }
    ImmutableSet<IrExpr> free =
        alive.stream().filter(x -> !binds(e, x)).collect(ImmutableSet.toImmutableSet());
    return Expressions.map(e, child -> withoutChecks(child, free));
  }

  /** Whether a name means something else within an expression. */
  private static boolean binds(IrExpr e, IrExpr name) {
    return name instanceof IrExpr.Temp temp
        && (e instanceof IrExpr.Let let && let.slot() == temp.slot()
            || e instanceof IrExpr.Quantified q && q.slot() == temp.slot());
  }

  private static void addAlive(IrExpr condition, ImmutableSet.Builder<IrExpr> known) {
    if (condition instanceof IrExpr.Binary both && both.op() == BinaryOp.AND) {
      addAlive(both.left(), known);
      addAlive(both.right(), known);
    } else if (condition instanceof IrExpr.Load load && load.variable().role() == Role.ALIVE) {
      known.addAll(load.indices());
    }
  }

  private static boolean isTotal(IrExpr e) {
    boolean divides =
        e instanceof IrExpr.Binary b && (b.op() == BinaryOp.DIVIDE || b.op() == BinaryOp.REMAINDER);
    return !(e instanceof IrExpr.Checked)
        && !divides
        && Expressions.children(e).stream().allMatch(Stuttering::isTotal);
  }

  private static IrExpr withoutOld(IrExpr e) {
    IrExpr now = Expressions.map(e, Stuttering::withoutOld);
    return now instanceof IrExpr.Load load
        ? new IrExpr.Load(load.variable(), load.indices(), false)
        : now;
  }

  private static boolean isValid(IrExpr e) {
    if (e instanceof IrExpr.Quantified q && q.quantifier() == Quantifier.FORALL) {
      return isValid(q.body());
    } else if (e instanceof IrExpr.Let let) {
      return isValid(let.body());
    } else if (e instanceof IrExpr.Binary b && b.op() == BinaryOp.AND) {
      return isValid(b.left()) && isValid(b.right());
    } else if (e instanceof IrExpr.Binary b
        && b.op() == BinaryOp.IMPLIES
        && b.right() instanceof IrExpr.Quantified q
        && q.quantifier() == Quantifier.FORALL) {
      return isValid(new IrExpr.Binary(BinaryOp.IMPLIES, b.left(), q.body(), b.type()));
    }
    Set<IrExpr> atoms = new LinkedHashSet<>();
    collectAtoms(e, atoms);
    return atoms.size() <= MOST_ATOMS && isTautology(e, ImmutableList.copyOf(atoms));
  }

  private static boolean isTautology(IrExpr e, ImmutableList<IrExpr> atoms) {
    for (int values = 0; values < 1 << atoms.size(); values++) {
      List<IrExpr> trueAtoms = new ArrayList<>();
      for (int i = 0; i < atoms.size(); i++) {
        if ((values >>> i & 1) != 0) {
          trueAtoms.add(atoms.get(i));
        }
      }
      if (isConsistent(trueAtoms) && !value(e, trueAtoms)) {
        return false;
      }
    }
    return true;
  }

  /** Whether nothing is to be equal to two constants. */
  private static boolean isConsistent(List<IrExpr> trueAtoms) {
    Map<IrExpr, Long> values = new HashMap<>();
    for (IrExpr atom : trueAtoms) {
      if (atom instanceof IrExpr.Binary b
          && b.op() == BinaryOp.EQUAL
          && b.right() instanceof IrExpr.Const constant) {
        Long other = values.putIfAbsent(b.left(), constant.value());
        if (other != null && other != constant.value()) {
          return false;
        }
      }
    }
    return true;
  }

  private static void collectAtoms(IrExpr e, Set<IrExpr> atoms) {
    if (isConnective(e)) {
      Expressions.children(e).forEach(child -> collectAtoms(child, atoms));
    } else if (!isKnown(e)) {
      atoms.add(atom(e));
    }
  }

  private static boolean isConnective(IrExpr e) {
    if (e instanceof IrExpr.Binary b) {
      boolean ofBools = b.left().type() instanceof Scalar.Bool;
      return switch (b.op()) {
        case AND, OR, IMPLIES -> true;
        case EQUAL, NOT_EQUAL -> ofBools;
        default -> false;
      };
    }
    return e instanceof IrExpr.Unary u && u.op() == UnaryOp.NOT
        || e instanceof IrExpr.Conditional c && c.type() instanceof Scalar.Bool;
  }

  private static boolean value(IrExpr e, List<IrExpr> trueAtoms) {
    if (e instanceof IrExpr.Unary u && isConnective(e)) {
      return !value(u.operand(), trueAtoms);
    } else if (e instanceof IrExpr.Conditional c && isConnective(e)) {
      return value(value(c.condition(), trueAtoms) ? c.then() : c.otherwise(), trueAtoms);
    } else if (isConnective(e)) {
      IrExpr.Binary b = (IrExpr.Binary) e;
      boolean left = value(b.left(), trueAtoms);
      boolean right = value(b.right(), trueAtoms);
      return switch (b.op()) {
        case AND -> left && right;
        case OR -> left || right;
        case IMPLIES -> !left || right;
        case EQUAL -> left == right;
        default -> left != right;
      };
    } else if (isKnown(e)) {
      return known(e);
    }
    return trueAtoms.contains(atom(e)) != isNegative(e);
  }

  /** A comparison of values and its opposite are one atom. */
  private static IrExpr atom(IrExpr e) {
    if (e instanceof IrExpr.Binary b && b.op() == BinaryOp.NOT_EQUAL) {
      return new IrExpr.Binary(BinaryOp.EQUAL, b.left(), b.right(), b.type());
    }
    return e;
  }

  private static boolean isNegative(IrExpr e) {
    return e instanceof IrExpr.Binary b && b.op() == BinaryOp.NOT_EQUAL;
  }

  /** Whether a comparison says something of one value and itself, or of itself and more. */
  private static boolean isKnown(IrExpr e) {
    if (e instanceof IrExpr.Const) {
      return true;
    }
    if (!(e instanceof IrExpr.Binary b)) {
      return false;
    }
    return switch (b.op()) {
      case EQUAL, NOT_EQUAL, LESS, SUBSET -> b.left().equals(b.right());
      case LESS_EQUAL -> b.left().equals(b.right()) || isIncreased(b.right(), b.left());
      default -> false;
    };
  }

  private static boolean isIncreased(IrExpr e, IrExpr by) {
    return e instanceof IrExpr.Binary sum
        && sum.op() == BinaryOp.ADD
        && sum.left().equals(by)
        && sum.right() instanceof IrExpr.Const c
        && c.value() >= 0;
  }

  private static boolean known(IrExpr e) {
    if (e instanceof IrExpr.Const constant) {
      return constant.value() != 0;
    }
    return switch (((IrExpr.Binary) e).op()) {
      case EQUAL, LESS_EQUAL, SUBSET -> true;
      default -> false;
    };
  }
}
