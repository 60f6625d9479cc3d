package skein.spec.ir;

import static skein.spec.ir.IrExpr.BinaryOp.ADD;
import static skein.spec.ir.IrExpr.BinaryOp.SUBTRACT;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToIntFunction;
import skein.spec.ir.IrExpr.Binary;
import skein.spec.ir.IrExpr.BinaryOp;
import skein.spec.ir.IrExpr.Check;
import skein.spec.ir.IrExpr.Checked;
import skein.spec.ir.IrExpr.Const;
import skein.spec.ir.IrExpr.Quantified;
import skein.spec.ir.IrExpr.Quantifier;
import skein.spec.ir.IrExpr.Temp;
import skein.spec.ir.IrExpr.Unary;
import skein.spec.ir.IrExpr.UnaryOp;
import skein.spec.ir.StateVar.Dimension;
import skein.spec.model.FaultKind;

/** Random expressions, well-typed: no value can be out of place but where a check says so. */
final class RandomExpressions {
  static final Scalar.Bool BOOL = new Scalar.Bool();

  private final Random random;
  private final SystemBuilder system;
  private final String function;
  private final ToIntFunction<Scalar> newTemporary;
  private final Optional<Sort> self;
  private final boolean old;
  private final int risk;
  private final List<Temp> scope = new ArrayList<>();

  /**
   * @param function whose faults they are
   * @param newTemporary makes a slot
   * @param self the sort of the running process
   * @param old whether the state before the step may be read
   * @param risk how many percent of what could fail is not made safe
   */
  RandomExpressions(
      Random random,
      SystemBuilder system,
      String function,
      ToIntFunction<Scalar> newTemporary,
      Optional<Sort> self,
      boolean old,
      int risk) {
    this.random = random;
    this.system = system;
    this.function = function;
    this.newTemporary = newTemporary;
    this.self = self;
    this.old = old;
    this.risk = risk;
  }

  /** Temporaries that have a value; callers remove those that go out of scope. */
  List<Temp> scope() {
    return scope;
  }

  /** A value that a cell of the type can hold. */
  IrExpr fitting(Scalar type, int depth) {
    IrExpr value = value(type, depth);
    if (!(type instanceof Scalar.Int wanted) || contains(wanted, (Scalar.Int) value.type())) {
      return value;
    }
    return inRange(value, wanted, FaultKind.RANGE);
  }

  /** Made to be in a range: by a check that can fail, or, as a rule, by the nearest value. */
  private IrExpr inRange(IrExpr value, Scalar.Int wanted, FaultKind kind) {
    if (chance(3 * risk)) {
      return new Checked(
          value, Check.WITHIN, wanted.lo(), wanted.hi(), system.fault(kind, function));
    }
    IrExpr low = binary(BinaryOp.MAX, value, number(wanted.lo()));
    IrExpr both = binary(BinaryOp.MIN, low, number(wanted.hi()));
    return chance(10)
        ? new Checked(both, Check.WITHIN, wanted.lo(), wanted.hi(), system.fault(kind, function))
        : both;
  }

  private static boolean contains(Scalar.Int outer, Scalar.Int inner) {
    return outer.lo() <= inner.lo() && inner.hi() <= outer.hi();
  }

  IrExpr bool(int depth) {
    return value(BOOL, depth);
  }

  /** A value of the type; of an int type, any int. */
  IrExpr value(Scalar type, int depth) {
    if (depth <= 0 || chance(20)) {
      return leaf(type, depth);
    } else if (chance(8)) {
      IrExpr then = value(type, depth - 1);
      IrExpr otherwise = value(type, depth - 1);
      Scalar both = type instanceof Scalar.Int ? hull(then.type(), otherwise.type()) : type;
      return new IrExpr.Conditional(bool(depth - 1), then, otherwise, both);
    } else if (chance(6)) {
      return let(type, depth - 1);
    } else if (type instanceof Scalar.Bool) {
      return compound(depth - 1);
    } else if (type instanceof Scalar.Int) {
      return arithmetic(depth - 1);
    } else if (type instanceof Scalar.SetOf set) {
      return set(set, depth - 1);
    } else if (type instanceof Scalar.Ref ref) {
      return reference(ref.sort(), depth - 1);
    }
    return leaf(type, depth);
  }

  private IrExpr let(Scalar type, int depth) {
    IrExpr value = value(anyType(), depth);
    int slot = newTemporary.applyAsInt(value.type());
    IrExpr body = bound(new Temp(slot, value.type()), () -> value(type, depth));
    return new IrExpr.Let(slot, value, body);
  }

  private <T> T bound(Temp temp, java.util.function.Supplier<T> body) {
    scope.add(temp);
    T result = body.get();
    scope.remove(scope.size() - 1);
    return result;
  }

  /** A constant, a temporary or a cell, whose indices are not deep either. */
  private IrExpr leaf(Scalar type, int depth) {
    List<IrExpr> leaves = new ArrayList<>();
    leaves.add(constant(type));
    scope.stream().filter(temp -> sameKind(type, temp.type())).forEach(leaves::add);
    if (type instanceof Scalar.Ref ref && self.isPresent()) {
      if (ref.sort().equals(self.get())) {
        leaves.add(new IrExpr.Self(self.get()));
      } else if (ref.sort().kind() == Sort.Kind.TASK) {
        leaves.add(new IrExpr.AsTask(new IrExpr.Self(self.get()), ref.sort()));
      }
    }
    List<StateVar> variables =
        system.variables().stream().filter(v -> sameKind(type, v.type())).toList();
    if (!variables.isEmpty() && depth > -3 && chance(65)) {
      StateVar variable = pick(variables);
      return new IrExpr.Load(
          variable, indices(variable, Math.min(depth, 0) - 1), old && chance(40));
    }
    return pick(leaves);
  }

  private static boolean sameKind(Scalar wanted, Scalar found) {
    return wanted instanceof Scalar.Int ? found instanceof Scalar.Int : wanted.equals(found);
  }

  Const constant(Scalar type) {
    if (type instanceof Scalar.Int range) {
      return number(chance(70) ? random.nextInt(6) - 2 : chance(50) ? range.lo() : range.hi());
    } else if (type instanceof Scalar.SetOf set) {
      int bits = Math.toIntExact(set.element().cardinality());
      return new Const(random.nextLong() >>> (64 - bits), type);
    } else if (type instanceof Scalar.Ref ref) {
      return new Const(random.nextInt(ref.sort().size() + 1) - 1, type);
    }
    return new Const(random.nextInt(Math.toIntExact(type.cardinality())), type);
  }

  private static Const number(long value) {
    return new Const(value, new Scalar.Int(value, value));
  }

  /** The indices of a cell of a variable. */
  ImmutableList<IrExpr> indices(StateVar variable, int depth) {
    return variable.dimensions().stream()
        .map(dimension -> index(dimension, depth))
        .collect(ImmutableList.toImmutableList());
  }

  private IrExpr index(Dimension dimension, int depth) {
    if (dimension.sort().isPresent()) {
      return present(dimension.sort().get(), depth);
    } else if (dimension.key().isEmpty()) {
      Scalar.Int indices = new Scalar.Int(0, dimension.size() - 1);
      return inRange(value(range(), depth), indices, FaultKind.INDEX);
    } else if (dimension.key().get() instanceof Scalar.Int key) {
      IrExpr value = inRange(value(key, depth), key, FaultKind.INDEX);
      return new Binary(SUBTRACT, value, number(key.lo()), new Scalar.Int(0, key.hi() - key.lo()));
    }
    return value(dimension.key().get(), depth);
  }

  /** A reference that is not null, and if it points to the heap perhaps to an allocated object. */
  private IrExpr present(Sort sort, int depth) {
    Scalar.Ref type = new Scalar.Ref(sort);
    if (self.isPresent() && sort.equals(self.get()) && chance(60)) {
      return new IrExpr.Self(sort);
    }
    IrExpr present = presentOf(type, depth);
    return sort.kind() == Sort.Kind.HEAP && chance(risk)
        ? checked(present, Check.ALIVE, FaultKind.USE_AFTER_FREE)
        : present;
  }

  private IrExpr presentOf(Scalar.Ref type, int depth) {
    Const some = new Const(random.nextInt(type.sort().size()), type);
    int how = random.nextInt(100);
    if (how < risk) {
      return checked(value(type, depth), Check.NOT_NULL, FaultKind.NULL);
    } else if (how < 50) {
      IrExpr value = value(type, depth);
      int slot = newTemporary.applyAsInt(type);
      Temp temp = new Temp(slot, type);
      IrExpr isNull = new Binary(BinaryOp.EQUAL, temp, new Const(Sort.NULL, type), BOOL);
      return new IrExpr.Let(slot, value, new IrExpr.Conditional(isNull, some, temp, type));
    }
    return some;
  }

  private IrExpr checked(IrExpr operand, Check check, FaultKind kind) {
    return new Checked(operand, check, 0, 0, system.fault(kind, function));
  }

  private IrExpr reference(Sort sort, int depth) {
    Scalar type = new Scalar.Ref(sort);
    if (sort.kind() == Sort.Kind.TASK && chance(60)) {
      List<Sort> processes =
          system.sorts().stream().filter(s -> s.kind() == Sort.Kind.PROCESS).toList();
      return new IrExpr.AsTask(value(new Scalar.Ref(pick(processes)), depth), sort);
    }
    return chance(60) ? leafOf(type, depth) : leaf(type, depth);
  }

  /** A load whose indices are computed. */
  private IrExpr leafOf(Scalar type, int depth) {
    List<StateVar> variables =
        system.variables().stream().filter(v -> sameKind(type, v.type())).toList();
    if (variables.isEmpty()) {
      return leaf(type, depth);
    }
    StateVar variable = pick(variables);
    return new IrExpr.Load(variable, indices(variable, depth), old && chance(40));
  }

  private IrExpr compound(int depth) {
    switch (random.nextInt(9)) {
      case 0:
        return new Unary(UnaryOp.NOT, bool(depth), BOOL);
      case 1, 2:
        BinaryOp logical = pick(List.of(BinaryOp.AND, BinaryOp.OR, BinaryOp.IMPLIES));
        return new Binary(logical, bool(depth), bool(depth), BOOL);
      case 3:
        Scalar type = anyType();
        BinaryOp same = chance(50) ? BinaryOp.EQUAL : BinaryOp.NOT_EQUAL;
        return new Binary(same, value(type, depth), value(type, depth), BOOL);
      case 4:
        BinaryOp less = chance(50) ? BinaryOp.LESS : BinaryOp.LESS_EQUAL;
        return new Binary(less, value(range(), depth), value(range(), depth), BOOL);
      case 5:
        Scalar.SetOf set = anySet();
        return new Binary(BinaryOp.IN, value(set.element(), depth), value(set, depth), BOOL);
      case 6:
        Scalar.SetOf sets = anySet();
        return new Binary(BinaryOp.SUBSET, value(sets, depth), value(sets, depth), BOOL);
      case 7:
        return quantified(chance(50) ? Quantifier.FORALL : Quantifier.EXISTS, BOOL, depth);
      default:
        return leafOf(BOOL, depth);
    }
  }

  private IrExpr arithmetic(int depth) {
    switch (random.nextInt(9)) {
      case 0:
        IrExpr operand = value(range(), depth);
        IrExpr negated = binary(SUBTRACT, number(0), operand);
        return new Unary(UnaryOp.NEGATE, operand, negated.type());
      case 1:
        Scalar.SetOf set = anySet();
        long most = set.element().cardinality();
        return new Unary(UnaryOp.SIZE, value(set, depth), new Scalar.Int(0, most));
      case 2:
        return quantified(Quantifier.COUNT, new Scalar.Int(0, 64), depth);
      case 3:
        BinaryOp division = chance(50) ? BinaryOp.DIVIDE : BinaryOp.REMAINDER;
        IrExpr divisor =
            chance(3 * risk)
                ? checked(value(range(), depth), Check.NOT_ZERO, FaultKind.DIVISION_BY_ZERO)
                : number(chance(50) ? -2 : 3);
        return binary(division, value(range(), depth), divisor);
      case 4, 5:
        return leafOf(range(), depth);
      default:
        BinaryOp op = pick(List.of(ADD, SUBTRACT, BinaryOp.MULTIPLY, BinaryOp.MIN, BinaryOp.MAX));
        return binary(op, value(range(), depth), value(range(), depth));
    }
  }

  private IrExpr set(Scalar.SetOf type, int depth) {
    switch (random.nextInt(6)) {
      case 0, 1:
        BinaryOp op = pick(List.of(BinaryOp.UNION, BinaryOp.INTER, BinaryOp.MINUS));
        return new Binary(op, value(type, depth), value(type, depth), type);
      case 2:
        IrExpr element =
            type.element() instanceof Scalar.Ref ref
                ? present(ref.sort(), depth)
                : fitting(type.element(), depth);
        return new Unary(UnaryOp.SINGLETON, element, type);
      case 3:
        return quantified(Quantifier.COLLECT, type, depth);
      case 4:
        if (type.element() instanceof Scalar.Ref ref && ref.sort().kind() == Sort.Kind.HEAP) {
          return chance(50) ? new IrExpr.Referenced(ref.sort()) : new IrExpr.Reachable(ref.sort());
        }
        return leafOf(type, depth);
      default:
        return leafOf(type, depth);
    }
  }

  private IrExpr quantified(Quantifier quantifier, Scalar type, int depth) {
    Scalar element = type instanceof Scalar.SetOf set ? set.element() : anySet().element();
    long lo = element.origin();
    long hi = lo + element.cardinality() - 1;
    if (chance(20)) {
      lo += random.nextInt(2);
      hi -= random.nextInt(2);
    }
    int slot = newTemporary.applyAsInt(element);
    IrExpr body = bound(new Temp(slot, element), () -> bool(depth));
    return new Quantified(quantifier, slot, element, lo, hi, body, type);
  }

  /** A type that values are compared in: that of some variable, or bool, or int. */
  Scalar anyType() {
    return chance(20) ? BOOL : chance(20) ? range() : pick(system.variables()).type();
  }

  private Scalar.SetOf anySet() {
    List<Scalar.SetOf> sets = new ArrayList<>();
    sets.add(new Scalar.SetOf(new Scalar.Int(-1, 2)));
    for (StateVar variable : system.variables()) {
      if (variable.type() instanceof Scalar.SetOf set) {
        sets.add(set);
      }
    }
    for (Sort sort : system.sorts()) {
      if (sort.size() <= 64) {
        sets.add(new Scalar.SetOf(new Scalar.Ref(sort)));
      }
    }
    return pick(sets);
  }

  private static Scalar.Int range() {
    return new Scalar.Int(-1, 3);
  }

  /** An operation on ints with the type of all the values that it can have. */
  private static IrExpr binary(BinaryOp op, IrExpr left, IrExpr right) {
    Scalar.Int a = (Scalar.Int) left.type();
    Scalar.Int b = (Scalar.Int) right.type();
    return new Binary(op, left, right, Intervals.of(op, a, b));
  }

  private static Scalar hull(Scalar a, Scalar b) {
    Scalar.Int left = (Scalar.Int) a;
    Scalar.Int right = (Scalar.Int) b;
    return new Scalar.Int(Math.min(left.lo(), right.lo()), Math.max(left.hi(), right.hi()));
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
