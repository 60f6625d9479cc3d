package skein.spec.lowering;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import skein.spec.diagnostic.Code;
import skein.spec.diagnostic.Diagnostic;
import skein.spec.ir.Fault;
import skein.spec.ir.IrExpr;
import skein.spec.ir.IrExpr.BinaryOp;
import skein.spec.ir.IrExpr.UnaryOp;
import skein.spec.ir.Origin;
import skein.spec.ir.Scalar;
import skein.spec.ir.Sort;
import skein.spec.ir.StateVar;
import skein.spec.model.FaultKind;
import skein.spec.source.Span;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Expr;
import skein.spec.syntax.Node;
import skein.spec.types.Type;

/** Lowers expressions that are evaluated at once: in properties, guards and atomic code. */
class Evaluator {
  private static final Sort NOWHERE = new Sort(-1, "null", 1, Sort.Kind.OBJECT, false, 0);
  static final IrExpr NULL = new IrExpr.Const(Sort.NULL, new Scalar.Ref(NOWHERE));

  final World world;
  final Frame frame;
  final Slots slots;
  private boolean old;
  private final boolean ofStep;
  private final Sets sets;
  private final Domains domains;

  /**
   * @param ofStep whether it is for a step invariant
   */
  Evaluator(World world, Frame frame, Slots slots, boolean ofStep) {
    this.world = world;
    this.frame = frame;
    this.slots = slots;
    this.ofStep = ofStep;
    this.sets = new Sets(slots);
    this.domains = new Domains(this);
  }

  boolean isOfStep() {
    return ofStep;
  }

  /** What a choice, quantifier or loop runs over. */
  Domain domain(Expr e) {
    return domains.domain(e);
  }

  /** An evaluator of the same kind for the body of a def. */
  Evaluator within(Frame inner) {
    Evaluator evaluator = new Evaluator(world, inner, slots, ofStep);
    evaluator.old = old;
    return evaluator;
  }

  /** The value of an expression of single value. */
  IrExpr value(Expr e) {
    if (e instanceof Expr.IntLiteral literal) {
      return Fold.number(literal.value());
    } else if (e instanceof Expr.BoolLiteral literal) {
      return Fold.bool(literal.value());
    } else if (e instanceof Expr.NullLiteral) {
      return NULL;
    } else if (e instanceof Expr.Self) {
      return new IrExpr.Self(frame.process().orElseThrow());
    } else if (e instanceof Expr.Name name) {
      return named(name);
    } else if (e instanceof Expr.FieldAccess || e instanceof Expr.Index) {
      return element(e);
    } else if (e instanceof Expr.AtLabel at) {
      return atLabel(at);
    } else if (e instanceof Expr.Call call) {
      return call(call);
    } else if (e instanceof Expr.Unary unary) {
      IrExpr operand = value(unary.operand());
      return unary.op() == Expr.UnaryOp.NOT ? Fold.not(operand) : Fold.negate(operand);
    } else if (e instanceof Expr.Binary binary) {
      return binary(binary);
    } else if (e instanceof Expr.Conditional c) {
      return Fold.conditional(value(c.condition()), value(c.then()), value(c.otherwise()));
    } else if (e instanceof Expr.Old was) {
      return old(was);
    }
    return ofSet(e);
  }

  /** The value of an expression that is to be stored as {@code type}: checked and converted. */
  IrExpr value(Expr e, Scalar type) {
    if (e instanceof Expr.SetLiteral literal && type instanceof Scalar.SetOf set) {
      return setLiteral(literal, set.element());
    }
    return coerce(value(e), type, e.span());
  }

  private IrExpr ofSet(Expr e) {
    if (e instanceof Expr.SetLiteral literal) {
      return setLiteral(literal, null);
    } else if (e instanceof Expr.Range range) {
      return domains.collect(domains.domain(range), element -> Fold.TRUE);
    } else if (e instanceof Expr.Comprehension c) {
      return domains.collect(
          domain(c.domain()),
          element -> {
            frame.bind(c.variable(), new Binding.ToValue(element, false));
            return value(c.condition());
          });
    } else if (e instanceof Expr.Quantified q) {
      return domains.quantified(q);
    }
    throw unsupported(e, "this cannot be used here");
  }

  static LoweringException unsupported(Node e, String message) {
    return new LoweringException(Diagnostic.of(Code.E063, e.span(), message));
  }

  // Names and places.

  private IrExpr named(Expr.Name name) {
    Optional<Declaration> target = world.module().referenceOf(name);
    if (target.isEmpty() || isType(target.get())) {
      return domains.collect(domains.domain(name), element -> Fold.TRUE);
    }
    Declaration declaration = target.get();
    if (declaration instanceof Declaration.Const || declaration instanceof Declaration.Hunk) {
      long value = world.constants().value(declaration);
      return world.module().typeOf(name) instanceof Type.Bool
          ? Fold.bool(value != 0)
          : Fold.number(value);
    } else if (declaration instanceof Declaration.EnumMember
        && world.module().typeOf(name) instanceof Type.Enum type) {
      long ordinal = type.declaration().members().indexOf(declaration);
      return new IrExpr.Const(ordinal, world.shapes().enumType(type.declaration()));
    } else if (declaration instanceof Declaration.Global) {
      return read(place(name));
    }
    Binding binding = frame.binding(declaration);
    if (binding instanceof Binding.ToRegister to) {
      return to.register().read();
    }
    return binding instanceof Binding.ToValue to
        ? to.value()
        : read(((Binding.ToPlace) binding).place());
  }

  static boolean isType(Declaration d) {
    return d instanceof Declaration.Struct
        || d instanceof Declaration.Process
        || d instanceof Declaration.Enum;
  }

  private IrExpr element(Expr e) {
    if (e instanceof Expr.Index index
        && world.module().typeOf(index.object()) instanceof Type.QueueOf) {
      return queueItem(place(index.object()), value(index.index()), index);
    }
    return read(place(e));
  }

  IrExpr read(Place place) {
    if (place.storage() instanceof Storage.Cell cell) {
      return new IrExpr.Load(cell.variable(), place.indices(), old);
    }
    throw new IllegalStateException("not a single value: " + place);
  }

  /** Where a path leads: to a variable, or a part of one. */
  Place place(Expr e) {
    if (e instanceof Expr.Name name) {
      Declaration target = world.module().referenceOf(name).orElseThrow();
      if (target instanceof Declaration.Global) {
        return new Place(world.globals().get(target), ImmutableList.of());
      }
      if (frame.binding(target) instanceof Binding.ToPlace to) {
        return to.place();
      }
      throw unsupported(e, "`" + name.text() + "` is not a place in memory");
    } else if (e instanceof Expr.FieldAccess access) {
      return field(access);
    } else if (e instanceof Expr.Index index) {
      return indexed(index);
    } else if (e instanceof Expr.Old was) {
      return within(was).place(was.operand());
    }
    throw unsupported(e, "this is not a place in memory");
  }

  private Place field(Expr.FieldAccess access) {
    Type type = world.module().typeOf(access.object());
    String name = access.field().text();
    if (type instanceof Type.Ref ref) {
      Variables.Objects objects = world.objects().get(ref.declaration());
      return new Place(
          objects.fields().fields().get(name), Fold.list(pointer(access.object(), objects)));
    } else if (type instanceof Type.ProcessRef) {
      Declaration local = world.module().referenceOf(access).orElseThrow();
      return new Place(world.globals().get(local), Fold.list(nonNull(access.object())));
    }
    Place object = place(access.object());
    return object.in(((Storage.Group) object.storage()).fields().get(name));
  }

  /** A reference that may be followed. */
  IrExpr pointer(Expr e, Variables.Objects objects) {
    IrExpr reference = nonNull(e);
    if (objects.alive().isEmpty() || old) {
      return reference;
    }
    String message = "`" + text(e) + "` points to a freed " + objects.sort().name();
    return new IrExpr.Checked(
        reference,
        IrExpr.Check.ALIVE,
        0,
        0,
        fault(FaultKind.USE_AFTER_FREE, e.span(), "use after free: " + message));
  }

  IrExpr nonNull(Expr e) {
    return nonNull(value(e), e);
  }

  IrExpr nonNull(IrExpr reference, Expr e) {
    if (!isNullable(world.module().typeOf(e))) {
      return reference;
    }
    return new IrExpr.Checked(
        reference,
        IrExpr.Check.NOT_NULL,
        0,
        0,
        fault(FaultKind.NULL, e.span(), "null dereference: `" + text(e) + "` is null"));
  }

  static boolean isNullable(Type type) {
    return type instanceof Type.Ref ref && ref.nullable()
        || type instanceof Type.ProcessRef process && process.nullable()
        || type instanceof Type.Task task && task.nullable()
        || type instanceof Type.Null
        || type instanceof Type.Variable;
  }

  private Place indexed(Expr.Index e) {
    Place object = place(e.object());
    if (!(object.storage() instanceof Storage.Indexed storage)) {
      throw unsupported(e, "an item of a queue is not a place in memory");
    }
    IrExpr index = value(e.index());
    if (storage.key().isPresent() && storage.key().get() instanceof Scalar.Ref ref) {
      return object.at(convert(nonNull(index, e.index()), ref), storage.element());
    }
    long origin = storage.key().map(Scalar::origin).orElse(0L);
    if (!(index.type() instanceof Scalar.Int)) {
      return object.at(index, storage.element());
    }
    IrExpr checked =
        within(
            index,
            origin,
            origin + storage.size() - 1,
            FaultKind.INDEX,
            e.index().span(),
            "index out of bounds: `" + text(e.index()) + "` of " + text(e.object()));
    IrExpr number =
        origin == 0 ? checked : Fold.arithmetic(BinaryOp.SUBTRACT, checked, Fold.number(origin));
    return object.at(number, storage.element());
  }

  private IrExpr within(IrExpr value, long lo, long hi, FaultKind kind, Span span, String message) {
    if (Fold.within(value.type(), lo, hi)) {
      return value;
    }
    String full = message + " is not in " + lo + ".." + hi;
    return new IrExpr.Checked(value, IrExpr.Check.WITHIN, lo, hi, fault(kind, span, full));
  }

  // Queues.

  IrExpr length(Place queue) {
    Storage.Fifo fifo = (Storage.Fifo) queue.storage();
    return new IrExpr.Load(fifo.length(), queue.indices(), old);
  }

  IrExpr item(Place queue, IrExpr number) {
    Storage.Fifo fifo = (Storage.Fifo) queue.storage();
    return new IrExpr.Load(
        fifo.items(),
        ImmutableList.<IrExpr>builder().addAll(queue.indices()).add(number).build(),
        old);
  }

  private IrExpr queueItem(Place queue, IrExpr number, Expr e) {
    int capacity = ((Storage.Fifo) queue.storage()).capacity();
    String message = "queue: `" + text(e) + "` is beyond its end";
    IrExpr.Checked inside =
        new IrExpr.Checked(
            Fold.conditional(
                Fold.and(
                    Fold.compare(BinaryOp.LESS_EQUAL, Fold.number(0), number),
                    Fold.compare(BinaryOp.LESS, number, length(queue))),
                number,
                Fold.number(-1)),
            IrExpr.Check.WITHIN,
            0,
            capacity - 1,
            fault(FaultKind.QUEUE, e.span(), message));
    return item(queue, inside);
  }

  // Calls.

  IrExpr call(Expr.Call call) {
    Optional<Declaration> target = world.module().referenceOf(call);
    if (target.isEmpty()) {
      return builtIn(call);
    }
    if (!(target.get() instanceof Declaration.Def def)) {
      throw unsupported(call, "a fn cannot be called here");
    }
    return def(def, call);
  }

  /** Evaluates a def's body with its parameters bound. */
  private IrExpr def(Declaration.Def def, Expr.Call call) {
    Frame inner =
        new Frame(frame.function(), frame.stack(), frame.process(), frame.typeArguments());
    List<IrExpr> values = new ArrayList<>();
    List<Integer> bound = new ArrayList<>();
    for (int i = 0; i < call.arguments().size(); i++) {
      Declaration.Parameter parameter = def.parameters().get(i);
      Expr argument = call.arguments().get(i);
      if (isSingle(argument)) {
        IrExpr value = argument(parameter, argument);
        if (!isPlain(value)) {
          int slot = slots.slot(value.type());
          values.add(value);
          bound.add(slot);
          value = new IrExpr.Temp(slot, value.type());
        }
        inner.bind(parameter, new Binding.ToValue(value, false));
      } else {
        inner.bind(parameter, new Binding.ToPlace(place(argument)));
      }
    }
    IrExpr body = within(inner).value(def.body());
    for (int i = bound.size() - 1; i >= 0; i--) {
      body = new IrExpr.Let(bound.get(i), values.get(i), body);
    }
    return body;
  }

  /** An argument passed by value, converted to the parameter's type. */
  IrExpr argument(Declaration.Parameter parameter, Expr argument) {
    Shape shape = world.shapes().of(parameter.type(), frame.typeArguments());
    if (shape instanceof Shape.One one) {
      IrExpr value = value(argument, one.type());
      return one.type() instanceof Scalar.Ref && !one.nullable() ? nonNull(value, argument) : value;
    }
    return value(argument);
  }

  static boolean isPlain(IrExpr value) {
    return value instanceof IrExpr.Const
        || value instanceof IrExpr.Temp
        || value instanceof IrExpr.Self
        || value instanceof IrExpr.AsTask task && isPlain(task.operand());
  }

  /** Whether the value of an expression is a single one, not a struct, array, map or queue. */
  boolean isSingle(Expr e) {
    Type type = world.module().typeOf(e);
    return !(type instanceof Type.Value
        || type instanceof Type.Array
        || type instanceof Type.MapOf
        || type instanceof Type.QueueOf
        || type instanceof Type.Variable && isPlaceOfMany(e));
  }

  private boolean isPlaceOfMany(Expr e) {
    return e instanceof Expr.Name name
        && frame.binding(world.module().referenceOf(name).orElseThrow())
            instanceof Binding.ToPlace to
        && !(to.place().storage() instanceof Storage.Cell);
  }

  IrExpr builtIn(Expr.Call call) {
    Expr first = call.arguments().get(0);
    switch (call.function().text()) {
      case "size":
        return size(first);
      case "head":
        return queueItem(place(first), Fold.number(0), call);
      case "min":
        return Fold.arithmetic(BinaryOp.MIN, value(first), value(call.arguments().get(1)));
      case "max":
        return Fold.arithmetic(BinaryOp.MAX, value(first), value(call.arguments().get(1)));
      default:
        throw unsupported(call, "`" + call.function().text() + "` cannot be called here");
    }
  }

  private IrExpr size(Expr e) {
    if (world.module().typeOf(e) instanceof Type.QueueOf) {
      return length(place(e));
    }
    IrExpr set = value(e);
    long max = ((Scalar.SetOf) set.type()).element().cardinality();
    return set instanceof IrExpr.Const c
        ? Fold.number(Long.bitCount(c.value()))
        : new IrExpr.Unary(UnaryOp.SIZE, set, new Scalar.Int(0, max));
  }

  private IrExpr atLabel(Expr.AtLabel at) {
    Declaration.Label label = (Declaration.Label) world.module().referenceOf(at).orElseThrow();
    Type.ProcessRef type = (Type.ProcessRef) world.module().typeOf(at.process());
    StateVar counter = world.counters().get(type.declaration());
    int slot = world.labelSlot(label);
    return new IrExpr.Binary(
        BinaryOp.EQUAL,
        new IrExpr.Load(counter, Fold.list(nonNull(at.process())), old),
        new IrExpr.Temp(slot, counter.type()),
        Fold.BOOL);
  }

  private IrExpr old(Expr.Old was) {
    return within(was).value(was.operand());
  }

  private Evaluator within(Expr.Old was) {
    if (!ofStep) {
      throw unsupported(was, "`old` has a meaning in a step invariant only");
    }
    Evaluator evaluator = new Evaluator(world, frame, slots, true);
    evaluator.old = true;
    return evaluator;
  }

  // Operators.

  private IrExpr binary(Expr.Binary e) {
    switch (e.op()) {
      case AND:
        return Fold.and(value(e.left()), value(e.right()));
      case OR:
        return Fold.or(value(e.left()), value(e.right()));
      case IMPLIES:
        return Fold.implies(value(e.left()), value(e.right()));
      case IN:
        return in(e);
      case UNION:
      case INTER:
      case MINUS:
      case SUBSET:
        return ofSets(e);
      case EQUAL:
      case NOT_EQUAL:
        return equality(e);
      default:
        return ofInts(e);
    }
  }

  private IrExpr ofInts(Expr.Binary e) {
    IrExpr a = value(e.left());
    IrExpr b = value(e.right());
    switch (e.op()) {
      case LESS:
        return Fold.compare(BinaryOp.LESS, a, b);
      case LESS_EQUAL:
        return Fold.compare(BinaryOp.LESS_EQUAL, a, b);
      case GREATER:
        return Fold.compare(BinaryOp.LESS, b, a);
      case GREATER_EQUAL:
        return Fold.compare(BinaryOp.LESS_EQUAL, b, a);
      case ADD:
        return Fold.arithmetic(BinaryOp.ADD, a, b);
      case SUBTRACT:
        return Fold.arithmetic(BinaryOp.SUBTRACT, a, b);
      case MULTIPLY:
        return Fold.arithmetic(BinaryOp.MULTIPLY, a, b);
      case DIVIDE:
        return Fold.arithmetic(BinaryOp.DIVIDE, a, divisor(b, e.right()));
      default:
        return Fold.arithmetic(BinaryOp.REMAINDER, a, divisor(b, e.right()));
    }
  }

  private IrExpr divisor(IrExpr value, Expr e) {
    Scalar.Int range = (Scalar.Int) value.type();
    if (range.lo() > 0 || range.hi() < 0) {
      return value;
    }
    return new IrExpr.Checked(
        value,
        IrExpr.Check.NOT_ZERO,
        0,
        0,
        fault(FaultKind.DIVISION_BY_ZERO, e.span(), "division by zero: `" + text(e) + "` is 0"));
  }

  private IrExpr equality(Expr.Binary e) {
    BinaryOp op = e.op() == Expr.BinaryOp.EQUAL ? BinaryOp.EQUAL : BinaryOp.NOT_EQUAL;
    IrExpr a = value(e.left());
    IrExpr b = value(e.right());
    if (a.type() instanceof Scalar.SetOf || b.type() instanceof Scalar.SetOf) {
      Scalar.SetOf type = commonType(a, b, e.span());
      return Fold.compare(op, sets.rebase(a, type), sets.rebase(b, type));
    }
    if (a.type() instanceof Scalar.Ref x
        && b.type() instanceof Scalar.Ref y
        && !x.equals(y)
        && x.sort() != NOWHERE
        && y.sort() != NOWHERE) {
      Scalar.Ref task = new Scalar.Ref(world.sorts().task(e.span()));
      return Fold.compare(op, convert(a, task), convert(b, task));
    }
    return Fold.compare(op, a, b);
  }

  private IrExpr in(Expr.Binary e) {
    IrExpr element = value(e.left());
    if (world.module().typeOf(e.right()) instanceof Type.QueueOf) {
      return inQueue(element, place(e.right()));
    }
    if (e.right() instanceof Expr.Range range) {
      IrExpr lo = value(range.lo());
      IrExpr hi = value(range.hi());
      return Fold.and(
          Fold.compare(BinaryOp.LESS_EQUAL, lo, element),
          Fold.compare(BinaryOp.LESS_EQUAL, element, hi));
    }
    IrExpr set = value(e.right());
    Scalar inner = ((Scalar.SetOf) set.type()).element();
    return Fold.in(inner instanceof Scalar.Ref ref ? convert(element, ref) : element, set);
  }

  private IrExpr inQueue(IrExpr element, Place queue) {
    Storage.Fifo fifo = (Storage.Fifo) queue.storage();
    IrExpr wanted = fifo.items().type() instanceof Scalar.Ref ref ? convert(element, ref) : element;
    Scalar.Int numbers = new Scalar.Int(0, fifo.capacity() - 1);
    int slot = slots.slot(numbers);
    IrExpr number = new IrExpr.Temp(slot, numbers);
    IrExpr body =
        Fold.and(
            Fold.compare(BinaryOp.LESS, number, length(queue)),
            Fold.equal(item(queue, number), wanted));
    return new IrExpr.Quantified(
        IrExpr.Quantifier.EXISTS, slot, numbers, 0, numbers.hi(), body, Fold.BOOL);
  }

  private IrExpr ofSets(Expr.Binary e) {
    IrExpr a = value(e.left());
    IrExpr b = value(e.right());
    Scalar.SetOf type = commonType(a, b, e.span());
    IrExpr left = sets.rebase(a, type);
    IrExpr right = sets.rebase(b, type);
    switch (e.op()) {
      case UNION:
        return Fold.set(BinaryOp.UNION, left, right);
      case INTER:
        return Fold.set(BinaryOp.INTER, left, right);
      case MINUS:
        return Fold.set(BinaryOp.MINUS, left, right);
      default:
        return new IrExpr.Binary(BinaryOp.SUBSET, left, right, Fold.BOOL);
    }
  }

  // Sets.

  private static Scalar.SetOf commonType(IrExpr a, IrExpr b, Span span) {
    Scalar.SetOf type = Sets.common(a, b);
    if (type.element().cardinality() > 64) {
      throw Domains.tooLarge(span);
    }
    return type;
  }

  private IrExpr setLiteral(Expr.SetLiteral literal, Scalar wanted) {
    if (literal.elements().isEmpty()) {
      Scalar element = wanted == null ? Fold.BOOL : wanted;
      return new IrExpr.Const(0, new Scalar.SetOf(element));
    }
    ImmutableList<IrExpr> elements =
        literal.elements().stream()
            .map(e -> elementValue(e, wanted))
            .collect(ImmutableList.toImmutableList());
    Scalar type =
        wanted != null
            ? wanted
            : elements.stream().map(IrExpr::type).reduce(Fold::join).orElseThrow();
    if (type.cardinality() > 64) {
      throw unsupported(literal, "a set over more than 64 values");
    }
    Scalar.SetOf set = new Scalar.SetOf(type);
    IrExpr all = new IrExpr.Const(0, set);
    for (IrExpr element : elements) {
      IrExpr one = sets.rebase(Fold.singleton(element), set);
      all = Sets.isEmpty(all) ? one : Fold.set(BinaryOp.UNION, all, one);
    }
    return all;
  }

  private IrExpr elementValue(Expr e, Scalar wanted) {
    IrExpr value = wanted == null ? value(e) : value(e, wanted);
    return nonNull(value, e);
  }

  // Conversions.

  /** A reference to a process instance as a reference of another sort: a {@code Task}. */
  IrExpr convert(IrExpr value, Scalar.Ref type) {
    if (value.type() instanceof Scalar.Ref from
        && type.sort().kind() == Sort.Kind.TASK
        && from.sort().kind() == Sort.Kind.PROCESS) {
      return new IrExpr.AsTask(value, type.sort());
    }
    return value;
  }

  /** The value as one of a cell of this type; an int outside its range is a fault. */
  IrExpr coerce(IrExpr value, Scalar type, Span span) {
    if (type instanceof Scalar.Int range && value.type() instanceof Scalar.Int) {
      return within(
          value,
          range.lo(),
          range.hi(),
          FaultKind.RANGE,
          span,
          "out of range: the value of `" + text(span) + "`");
    } else if (type instanceof Scalar.Ref ref) {
      return convert(value, ref);
    } else if (type instanceof Scalar.SetOf set) {
      return coerceSet(value, set, span);
    }
    return value;
  }

  private IrExpr coerceSet(IrExpr value, Scalar.SetOf type, Span span) {
    Scalar from = ((Scalar.SetOf) value.type()).element();
    IrExpr converted = sets.rebase(value, type);
    if (!(from instanceof Scalar.Int a)
        || !(type.element() instanceof Scalar.Int b)
        || Fold.within(a, b.lo(), b.hi())
        || Sets.isEmpty(value)) {
      return converted;
    }
    Fault fault =
        fault(
            FaultKind.RANGE,
            span,
            "out of range: `" + text(span) + "` has elements outside " + b.lo() + ".." + b.hi());
    IrExpr same = Fold.compare(BinaryOp.EQUAL, Sets.size(value), Sets.size(converted));
    IrExpr checked =
        new IrExpr.Checked(
            Fold.conditional(same, Fold.number(1), Fold.number(0)),
            IrExpr.Check.NOT_ZERO,
            0,
            0,
            fault);
    return new IrExpr.Conditional(
        Fold.compare(BinaryOp.EQUAL, checked, Fold.number(1)),
        converted,
        new IrExpr.Const(0, type),
        type);
  }

  // Reports.

  Fault fault(FaultKind kind, Span span, String message) {
    Origin origin = new Origin(frame.stack(), span, text(span), Optional.empty());
    return world.faults().add(kind, span, frame.function(), message, origin);
  }

  static String text(Node e) {
    return text(e.span());
  }

  /** The source text on one line. */
  static String text(Span span) {
    return span.text().replaceAll("\\s+", " ").trim();
  }
}
