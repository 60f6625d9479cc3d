package skein.spec.lowering;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import skein.spec.diagnostic.Code;
import skein.spec.diagnostic.Diagnostic;
import skein.spec.ir.Fault;
import skein.spec.ir.IrExpr;
import skein.spec.ir.IrExpr.BinaryOp;
import skein.spec.ir.Origin;
import skein.spec.ir.Scalar;
import skein.spec.ir.Sort;
import skein.spec.ir.StateVar;
import skein.spec.model.FaultKind;
import skein.spec.source.Span;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Expr;
import skein.spec.syntax.Stmt;
import skein.spec.syntax.TypeExpr;
import skein.spec.types.Type;

/** Lowers what changes memory: declarations, assignments, allocation, queues. */
final class Stores {
  private final World world;
  private final Frame frame;
  private final Emitter emitter;
  private final FlowEvaluator expressions;
  private final Choices choices;

  Stores(World world, Frame frame, Emitter emitter, FlowEvaluator expressions) {
    this.world = world;
    this.frame = frame;
    this.emitter = emitter;
    this.expressions = expressions;
    this.choices = new Choices(world, frame, emitter, expressions);
  }

  // Declarations.

  void declare(Declaration.Binder variable, Optional<TypeExpr> type, Optional<Expr> init, Stmt s) {
    Origin origin = emitter.origin(frame, s.span());
    Optional<Shape> shape =
        type.map(t -> world.shapes().of(t, frame.typeArguments()))
            .filter(t -> !(t instanceof Shape.AnyInt));
    if (world.usage().remote().contains(variable)) {
      visible(variable, type, init, origin);
    } else if (shape.isPresent() && !(shape.get() instanceof Shape.One)) {
      block(variable, shape.get(), init, s, origin);
    } else if (init.isPresent() && init.get() instanceof Expr.Any any && any.domain().isPresent()) {
      choices.pick(variable, any.domain().get(), any.where(), origin);
    } else {
      single(variable, shape.map(t -> (Shape.One) t), init, s, origin);
    }
  }

  private void single(
      Declaration.Binder variable,
      Optional<Shape.One> shape,
      Optional<Expr> init,
      Stmt s,
      Origin origin) {
    String name = variable.name().text();
    Scalar type = shape.map(Shape.One::type).orElse(null);
    if (init.isPresent() && isFixed(init.get(), shape, variable)) {
      IrExpr value = expressions.value(init.get());
      frame.bind(variable, new Binding.ToValue(value, false));
      return;
    }
    Register register = emitter.flow().register(name, frame.function(), type);
    if (world.assigned().contains(variable)) {
      emitter.flow().markChanging(register);
    }
    if (init.isPresent() && init.get() instanceof Expr.Any) {
      choices.pick(register, Domain.all(type, init.get().span()), origin);
    } else {
      IrExpr value =
          init.isPresent() ? initial(init.get(), shape, origin) : start(type, s.span(), name);
      if (type == null) {
        needRange(variable, value, s);
        register.widen(value.type());
      }
      expressions.set(register, value, origin);
    }
    frame.bind(variable, new Binding.ToRegister(register));
  }

  /** A constant, or the running process, under a name that stands for nothing else. */
  private boolean isFixed(Expr init, Optional<Shape.One> shape, Declaration.Binder variable) {
    return shape.isEmpty()
        && !world.assigned().contains(variable)
        && (init instanceof Expr.IntLiteral
            || init instanceof Expr.BoolLiteral
            || init instanceof Expr.Self);
  }

  /** A variable that is assigned again needs more room than its first value takes. */
  private void needRange(Declaration.Binder variable, IrExpr value, Stmt s) {
    if (s instanceof Stmt.LocalVar
        && value.type() instanceof Scalar.Int
        && world.assigned().contains(variable)) {
      String name = variable.name().text();
      throw new LoweringException(
          Diagnostic.of(Code.E064, variable.span(), "`" + name + "` needs a range")
              .withHelp("write `var " + name + ": 0..N = …`: every variable is finite"));
    }
  }

  private IrExpr initial(Expr init, Optional<Shape.One> shape, Origin origin) {
    if (init instanceof Expr.New fresh) {
      return allocate(fresh, origin);
    }
    if (shape.isEmpty()) {
      return expressions.value(init);
    }
    IrExpr value = expressions.value(init, shape.get().type());
    return shape.get().type() instanceof Scalar.Ref && !shape.get().nullable()
        ? expressions.nonNull(value, init)
        : value;
  }

  /** The value of a variable that is given none. */
  private static IrExpr start(Scalar type, Span span, String name) {
    if (type instanceof Scalar.Int range && (range.lo() > 0 || range.hi() < 0)) {
      throw new LoweringException(
          Diagnostic.of(
                  Code.E064, span, "`" + name + "` has no initial value, and 0 is not in its range")
              .withHelp("give it one"));
    }
    return new IrExpr.Const(type instanceof Scalar.Int ? 0 : type.zero(), type);
  }

  /** A variable of a process that others look at: it is part of the state for good. */
  private void visible(
      Declaration.Binder variable, Optional<TypeExpr> type, Optional<Expr> init, Origin origin) {
    Place place = new Place(world.globals().get(variable), self());
    frame.bind(variable, new Binding.ToPlace(place));
    if (init.isPresent()) {
      store(place, init.get(), origin);
    } else {
      new Initializer(world, frame, emitter).initialize(place, type, Optional.empty(), origin);
    }
  }

  private void block(
      Declaration.Binder variable, Shape shape, Optional<Expr> init, Stmt s, Origin origin) {
    ImmutableList<StateVar.Dimension> dimensions =
        frame
            .process()
            .map(p -> ImmutableList.of(StateVar.Dimension.of(p)))
            .orElse(ImmutableList.of());
    int first = world.variables().all().size();
    Storage storage =
        world.variables().store(variable.name().text(), StateVar.Role.LOCAL, shape, dimensions);
    ImmutableList<StateVar> all = world.variables().all();
    emitter.flow().add(new Op.Fresh(all.subList(first, all.size()), origin));
    Place place = new Place(storage, self());
    frame.bind(variable, new Binding.ToPlace(place));
    if (init.isPresent() && isPath(init.get())) {
      copy(expressions.place(init.get()), place, origin);
    } else {
      Optional<TypeExpr> type =
          s instanceof Stmt.LocalVar local ? local.type() : ((Stmt.Let) s).type();
      new Initializer(world, frame, emitter).initialize(place, type, init, origin);
    }
  }

  private static boolean isPath(Expr e) {
    return e instanceof Expr.Name || e instanceof Expr.FieldAccess || e instanceof Expr.Index;
  }

  private ImmutableList<IrExpr> self() {
    return frame
        .process()
        .map(p -> ImmutableList.<IrExpr>of(new IrExpr.Self(p)))
        .orElse(ImmutableList.of());
  }

  // Assignment.

  void assign(Stmt.Assign s) {
    Origin origin = emitter.origin(frame, s.span());
    Optional<Register> register = register(s.target());
    if (register.isPresent()) {
      assign(register.get(), s, origin);
    } else if (s.op() == Stmt.AssignOp.SET) {
      store(expressions.place(s.target()), s, origin);
    } else {
      change(s, origin);
    }
  }

  private Optional<Register> register(Expr target) {
    if (target instanceof Expr.Name name) {
      Declaration d = world.module().referenceOf(name).orElseThrow();
      if (!(d instanceof Declaration.Global) && frame.binding(d) instanceof Binding.ToRegister to) {
        return Optional.of(to.register());
      }
    }
    return Optional.empty();
  }

  private void assign(Register register, Stmt.Assign s, Origin origin) {
    if (s.value() instanceof Expr.Any any && any.domain().isPresent()) {
      Domain domain = expressions.atOnce().domain(any.domain().get());
      choices.pick(register, domain, origin);
      any.where()
          .ifPresent(
              e -> emitter.flow().add(new Op.Await(expressions.atOnce().value(e), true, origin)));
      return;
    }
    IrExpr value =
        s.value() instanceof Expr.New fresh
            ? allocate(fresh, origin)
            : s.op() == Stmt.AssignOp.SET
                ? expressions.value(s.value(), register.type())
                : changed(register.read(), s);
    expressions.set(register, guard(value, s), origin);
  }

  /** A value for a variable that is never null is not null. */
  private IrExpr guard(IrExpr value, Stmt.Assign s) {
    Type target = world.module().typeOf(s.target());
    boolean reference =
        target instanceof Type.Ref
            || target instanceof Type.ProcessRef
            || target instanceof Type.Task;
    return reference && !Evaluator.isNullable(target) && !(s.value() instanceof Expr.New)
        ? expressions.nonNull(value, s.value())
        : value;
  }

  private void store(Place place, Stmt.Assign s, Origin origin) {
    if (!(place.storage() instanceof Storage.Cell cell)) {
      wholes(place, s.value(), origin);
      return;
    }
    IrExpr value;
    if (s.value() instanceof Expr.New fresh) {
      value = allocate(fresh, origin);
      emitter.point(origin);
    } else if (s.value() instanceof Expr.Any any && any.domain().isPresent()) {
      Domain domain = expressions.atOnce().domain(any.domain().get());
      Register chosen = emitter.flow().register("", frame.function(), domain.element());
      choices.pick(chosen, domain, origin);
      value = expressions.coerce(chosen.read(), cell.variable().type(), s.value().span());
    } else {
      value = guard(expressions.value(s.value(), cell.variable().type()), s);
    }
    Place target = expressions.place(s.target());
    emitter.flow().add(new Op.Store(cell.variable(), target.indices(), value, origin));
  }

  private void wholes(Place place, Expr value, Origin origin) {
    if (value instanceof Expr.ArrayLiteral) {
      store(place, value, origin);
    } else {
      copy(expressions.place(value), place, origin);
    }
  }

  /** Gives a variable its initial value, which has been written with it. */
  private void store(Place place, Expr init, Origin origin) {
    if (place.storage() instanceof Storage.Cell cell && init instanceof Expr.New fresh) {
      IrExpr value = allocate(fresh, origin);
      emitter.flow().add(new Op.Store(cell.variable(), place.indices(), value, origin));
    } else if (isPath(init) && !(place.storage() instanceof Storage.Cell)) {
      copy(expressions.place(init), place, origin);
    } else {
      new Initializer(world, frame, emitter)
          .initialize(place, Optional.empty(), Optional.of(init), origin);
    }
  }

  private void change(Stmt.Assign s, Origin origin) {
    IrExpr value = expressions.value(s.value());
    Place place = expressions.place(s.target());
    Storage.Cell cell = (Storage.Cell) place.storage();
    IrExpr changed = changed(expressions.read(place), value, s);
    emitter.flow().add(new Op.Store(cell.variable(), place.indices(), changed, origin));
  }

  private IrExpr changed(IrExpr before, Stmt.Assign s) {
    return changed(before, expressions.value(s.value()), s);
  }

  private IrExpr changed(IrExpr before, IrExpr value, Stmt.Assign s) {
    boolean add = s.op() == Stmt.AssignOp.ADD;
    if (before.type() instanceof Scalar.SetOf set) {
      IrExpr other = value;
      if (!(value.type() instanceof Scalar.SetOf)) {
        other =
            Fold.singleton(expressions.coerce(nonNull(value, s), set.element(), s.value().span()));
      }
      IrExpr same = expressions.coerce(other, set, s.value().span());
      return Fold.set(add ? BinaryOp.UNION : BinaryOp.MINUS, before, same);
    }
    IrExpr sum = Fold.arithmetic(add ? BinaryOp.ADD : BinaryOp.SUBTRACT, before, value);
    return expressions.coerce(sum, before.type(), s.span());
  }

  private IrExpr nonNull(IrExpr value, Stmt.Assign s) {
    return value.type() instanceof Scalar.Ref ? expressions.nonNull(value, s.value()) : value;
  }

  /** Copies a struct, array, map or queue. */
  private void copy(Place from, Place to, Origin origin) {
    Place source = expressions.freeze(from, origin.span());
    Place target = expressions.freeze(to, origin.span());
    Cells.forEach(
        source,
        (variable, indices, path) -> {
          Cells.Leaf leaf = Cells.leaf(target, path);
          IrExpr value = new IrExpr.Load(variable, indices, false);
          emitter
              .flow()
              .add(
                  new Op.Store(
                      leaf.variable(),
                      leaf.indices(),
                      expressions.coerce(value, leaf.variable().type(), origin.span()),
                      origin));
        });
  }

  // The heap.

  /** Takes a free object: one that nothing refers to, or any to which something still does. */
  private IrExpr allocate(Expr.New fresh, Origin origin) {
    Declaration struct = world.module().referenceOf(fresh).orElseThrow();
    Variables.Objects objects = world.objects().get(struct);
    Sort sort = objects.sort();
    Scalar.Ref type = new Scalar.Ref(sort);
    Register object = emitter.flow().register("", frame.function(), type);
    emitter.point(origin);
    emitter.atomically(
        () -> {
          StateVar alive = objects.alive().orElseThrow();
          Fault exhausted =
              expressions.fault(
                  FaultKind.POOL_EXHAUSTED,
                  fresh.span(),
                  "pool exhausted: all "
                      + sort.size()
                      + " objects of "
                      + sort.name()
                      + " are allocated");
          Scalar.SetOf set = new Scalar.SetOf(type);
          Register free = emitter.flow().register("", frame.function(), set);
          Register referenced = emitter.flow().register("", frame.function(), set);
          emitter.flow().add(new Op.Allocation(origin));
          expressions.set(free, free(alive, type), origin);
          IrExpr some = Fold.compare(BinaryOp.NOT_EQUAL, free.read(), new IrExpr.Const(0, set));
          emitter.flow().add(new Op.Assert(some, exhausted, origin));
          expressions.set(referenced, new IrExpr.Referenced(sort), origin);
          emitter.flow().add(new Op.Pick(object, 0, sort.size() - 1, origin));
          IrExpr condition = isCandidate(object, free, referenced, type);
          emitter.flow().add(new Op.Await(condition, true, origin));
          emitter.flow().add(new Op.Store(alive, Fold.list(object.read()), Fold.TRUE, origin));
          new Initializer(world, frame, emitter)
              .fields(objects.fields(), Fold.list(object.read()), hidden(origin));
        });
    return object.read();
  }

  private IrExpr free(StateVar alive, Scalar.Ref type) {
    int slot = emitter.flow().slot(type);
    IrExpr each = new IrExpr.Temp(slot, type);
    return new IrExpr.Quantified(
        IrExpr.Quantifier.COLLECT,
        slot,
        type,
        0,
        type.sort().size() - 1,
        Fold.not(new IrExpr.Load(alive, Fold.list(each), false)),
        new Scalar.SetOf(type));
  }

  private IrExpr isCandidate(Register object, Register free, Register referenced, Scalar.Ref type) {
    int slot = emitter.flow().slot(type);
    IrExpr each = new IrExpr.Temp(slot, type);
    IrExpr unused = Fold.set(BinaryOp.MINUS, free.read(), referenced.read());
    IrExpr lower = new IrExpr.Binary(BinaryOp.LESS, each, object.read(), Fold.BOOL);
    IrExpr lowest =
        Fold.not(
            new IrExpr.Quantified(
                IrExpr.Quantifier.EXISTS,
                slot,
                type,
                0,
                type.sort().size() - 1,
                Fold.and(lower, Fold.in(each, unused)),
                Fold.BOOL));
    return Fold.and(
        Fold.in(object.read(), free.read()),
        Fold.or(Fold.in(object.read(), referenced.read()), lowest));
  }

  void free(Stmt.Free s) {
    Origin origin = emitter.origin(frame, s.span());
    Type.Ref type = (Type.Ref) world.module().typeOf(s.object());
    Variables.Objects objects = world.objects().get(type.declaration());
    StateVar alive = objects.alive().orElseThrow();
    Register object = emitter.flow().register("", frame.function(), new Scalar.Ref(objects.sort()));
    IrExpr pointer = expressions.nonNull(expressions.value(s.object()), s.object());
    Fault twice =
        expressions.fault(
            FaultKind.DOUBLE_FREE,
            s.span(),
            "double free: `" + Evaluator.text(s.object()) + "` has been freed already");
    expressions.set(object, pointer, origin);
    IrExpr allocated = new IrExpr.Load(alive, Fold.list(object.read()), false);
    emitter.flow().add(new Op.Assert(allocated, twice, origin));
    emitter.flow().add(new Op.Store(alive, Fold.list(object.read()), Fold.FALSE, origin));
    Place fields = new Place(objects.fields(), Fold.list(object.read()));
    Cells.forEach(
        fields,
        (variable, indices, path) ->
            emitter
                .flow()
                .add(
                    new Op.Store(
                        variable,
                        indices,
                        new IrExpr.Const(variable.type().zero(), variable.type()),
                        hidden(origin))));
  }

  /** Bookkeeping that traces do not show. */
  static Origin hidden(Origin origin) {
    return new Origin(origin.frames(), origin.span(), "", Optional.empty());
  }

  // Queues.

  void push(Expr.Call call) {
    Origin origin = emitter.origin(frame, call.span());
    Expr queue = call.arguments().get(0);
    Expr item = call.arguments().get(1);
    Place unfrozen = expressions.place(queue);
    Storage.Fifo fifo = (Storage.Fifo) unfrozen.storage();
    IrExpr value = expressions.value(item, fifo.items().type());
    Place place = expressions.freeze(unfrozen, queue.span());
    IrExpr length = expressions.length(place);
    Fault full =
        expressions.fault(
            FaultKind.QUEUE,
            call.span(),
            "queue: push to `" + Evaluator.text(queue) + "`, which is full");
    IrExpr room = Fold.compare(BinaryOp.LESS, length, Fold.number(fifo.capacity()));
    emitter.flow().add(new Op.Assert(room, full, origin));
    ImmutableList<IrExpr> indices =
        ImmutableList.<IrExpr>builder().addAll(place.indices()).add(length).build();
    emitter.flow().add(new Op.Store(fifo.items(), indices, value, origin));
    IrExpr longer = Fold.arithmetic(BinaryOp.ADD, length, Fold.number(1));
    emitter.flow().add(new Op.Store(fifo.length(), place.indices(), longer, origin));
  }
}
