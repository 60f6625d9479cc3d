package skein.spec.fusion;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import skein.spec.ir.Expressions;
import skein.spec.ir.IrExpr;
import skein.spec.ir.IrExpr.BinaryOp;
import skein.spec.ir.IrExpr.UnaryOp;
import skein.spec.ir.Scalar;

/**
 * Tells of conditions whether they are true whatever the values are that they compare, by trying
 * all truth values of the comparisons in them.
 */
final class Tautology {
  /** With more comparisons than this it is not tried. */
  private static final int MOST_ATOMS = 12;

  private Tautology() {}

  /** Whether a condition can be proven to be one. */
  static boolean isOne(IrExpr e) {
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
