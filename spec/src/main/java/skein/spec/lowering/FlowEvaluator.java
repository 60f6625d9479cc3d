package skein.spec.lowering;

import com.google.common.collect.ImmutableList;
import java.util.Map;
import java.util.Optional;
import skein.spec.ir.Expressions;
import skein.spec.ir.Fault;
import skein.spec.ir.IrExpr;
import skein.spec.ir.Origin;
import skein.spec.ir.Scalar;
import skein.spec.ir.StateVar;
import skein.spec.model.FaultKind;
import skein.spec.source.Span;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Expr;
import skein.spec.syntax.TypeExpr;

/**
 * Lowers expressions of code: with a sequence point after the left operand of {@code &&}, {@code
 * ||}, {@code =>}, {@code ?:} and after a call's arguments, and with calls inlined. What is
 * returned is what remains to be evaluated in the step that is being written.
 */
final class FlowEvaluator extends Evaluator {
  private final Emitter emitter;

  FlowEvaluator(World world, Frame frame, Emitter emitter) {
    super(world, frame, emitter.flow(), false);
    this.emitter = emitter;
  }

  @Override
  FlowEvaluator within(Frame inner) {
    return new FlowEvaluator(world, inner, emitter);
  }

  /** An evaluator for what has no sequence points. */
  Evaluator atOnce() {
    return new Evaluator(world, frame, slots, false) {
      @Override
      Fault fault(FaultKind kind, Span span, String message) {
        return FlowEvaluator.this.fault(kind, span, message);
      }
    };
  }

  @Override
  IrExpr value(Expr e) {
    if (e instanceof Expr.Quantified || e instanceof Expr.Comprehension) {
      return atOnce().value(e);
    } else if (needsFlow(e)) {
      return e instanceof Expr.Conditional c ? conditional(c) : decided(e);
    }
    return super.value(e);
  }

  private boolean needsFlow(Expr e) {
    Expr left;
    if (e instanceof Expr.Conditional c) {
      left = c.condition();
    } else if (e instanceof Expr.Binary b && isShortCircuit(b.op())) {
      left = b.left();
    } else {
      return false;
    }
    return Sharing.calls(world.module(), e)
        || !emitter.isAtomic() && Sharing.touches(world, frame, left);
  }

  private static boolean isShortCircuit(Expr.BinaryOp op) {
    return op == Expr.BinaryOp.AND || op == Expr.BinaryOp.OR || op == Expr.BinaryOp.IMPLIES;
  }

  private IrExpr decided(Expr e) {
    Register result = emitter.flow().register("", frame.function(), Fold.BOOL);
    Label yes = new Label();
    Label no = new Label();
    Label end = new Label();
    Origin origin = origin(e.span());
    condition(e, yes, no);
    emitter.flow().place(yes);
    set(result, Fold.TRUE, origin);
    jump(end, origin);
    emitter.flow().place(no);
    set(result, Fold.FALSE, origin);
    emitter.flow().place(end);
    return result.read();
  }

  private IrExpr conditional(Expr.Conditional e) {
    Register result = emitter.flow().register("", frame.function(), null);
    Label yes = new Label();
    Label no = new Label();
    Label end = new Label();
    condition(e.condition(), yes, no);
    emitter.flow().place(yes);
    arm(e.then(), result);
    jump(end, origin(e.span()));
    emitter.flow().place(no);
    arm(e.otherwise(), result);
    emitter.flow().place(end);
    return result.read();
  }

  private void arm(Expr e, Register result) {
    emitter.point(origin(e.span()));
    IrExpr value = value(e);
    if (value != NULL) {
      result.widen(value.type());
    }
    set(result, value, origin(e.span()));
  }

  /** Writes the decision of a condition: control goes to one of the labels. */
  void condition(Expr e, Label yes, Label no) {
    if (e instanceof Expr.Unary not && not.op() == Expr.UnaryOp.NOT) {
      condition(not.operand(), no, yes);
    } else if (e instanceof Expr.Binary b && isShortCircuit(b.op()) && needsFlow(b)) {
      shortCircuit(b, yes, no);
    } else if (e instanceof Expr.Call call && isDef(call)) {
      Declaration.Def def = (Declaration.Def) world.module().referenceOf(call).orElseThrow();
      FlowEvaluator inner = within(bind(def, call));
      if (Prelude.holds(def)) {
        emitter.pinned(origin(call.span()), () -> inner.condition(def.body(), yes, no));
      } else {
        inner.condition(def.body(), yes, no);
      }
    } else {
      branch(value(e), yes, no, origin(e.span()));
    }
  }

  private void shortCircuit(Expr.Binary b, Label yes, Label no) {
    Label more = new Label();
    if (b.op() == Expr.BinaryOp.AND) {
      condition(b.left(), more, no);
    } else if (b.op() == Expr.BinaryOp.OR) {
      condition(b.left(), yes, more);
    } else {
      condition(b.left(), more, yes);
    }
    emitter.flow().place(more);
    emitter.point(origin(b.right().span()));
    condition(b.right(), yes, no);
  }

  private boolean isDef(Expr.Call call) {
    return world.module().referenceOf(call).orElse(null) instanceof Declaration.Def;
  }

  void branch(IrExpr condition, Label yes, Label no, Origin origin) {
    if (condition instanceof IrExpr.Const c) {
      jump(c.value() != 0 ? yes : no, origin);
    } else {
      emitter.flow().add(new Op.Branch(condition, yes, no, origin));
    }
  }

  void jump(Label label, Origin origin) {
    emitter.flow().add(new Op.Jump(label, origin));
  }

  void set(Register register, IrExpr value, Origin origin) {
    emitter.flow().add(new Op.Set(register, value, origin));
  }

  Origin origin(Span span) {
    return emitter.origin(frame, span);
  }

  @Override
  Fault fault(FaultKind kind, Span span, String message) {
    String full = emitter.pinned().map(o -> message + " in `" + o.text() + "`").orElse(message);
    Origin origin = emitter.faultOrigin(frame, span);
    return world.faults().add(kind, span, frame.function(), full, origin);
  }

  // Calls.

  @Override
  IrExpr call(Expr.Call call) {
    Optional<Declaration> target = world.module().referenceOf(call);
    if (target.isEmpty()) {
      return call.function().text().equals("pop") ? pop(call) : builtIn(call);
    } else if (target.get() instanceof Declaration.Def def) {
      return within(bind(def, call)).value(def.body());
    }
    Register result = emitter.flow().register("", frame.function(), null);
    inline((Declaration.Function) target.get(), call, Optional.of(result));
    return result.read();
  }

  /** The frame of a def with its arguments evaluated. */
  private Frame bind(Declaration.Def def, Expr.Call call) {
    Map<Declaration, Shape> types =
        TypeArguments.infer(this, def.typeParameters(), def.parameters(), call);
    Frame inner = new Frame(frame.function(), frame.stack(), frame.process(), types);
    boolean shared = false;
    for (int i = 0; i < call.arguments().size(); i++) {
      shared |= bindArgument(def.parameters().get(i), call.arguments().get(i), inner, "");
    }
    if (shared) {
      emitter.point(origin(call.span()));
    }
    return inner;
  }

  /** Writes the body of a function in place of its call; its result goes to a register. */
  void inline(Declaration.Function function, Expr.Call call, Optional<Register> result) {
    String name = function.name().text();
    ImmutableList<Origin.Frame> stack =
        ImmutableList.<Origin.Frame>builder()
            .addAll(frame.stack())
            .add(new Origin.Frame(name, call.span()))
            .build();
    Map<Declaration, Shape> types =
        TypeArguments.infer(this, function.typeParameters(), function.parameters(), call);
    Frame inner = new Frame(name, stack, frame.process(), types);
    for (int i = 0; i < call.arguments().size(); i++) {
      bindArgument(function.parameters().get(i), call.arguments().get(i), inner, name);
    }
    result.ifPresent(inner::returnTo);
    Origin site = origin(call.span());
    emitter.point(site);
    emitter.located(Optional.empty(), () -> body(function, inner, site));
    emitter.flow().place(inner.exit());
    emitter.point(site);
  }

  private void body(Declaration.Function function, Frame inner, Origin site) {
    Runnable write = () -> new Statements(world, inner, emitter).run(function.body());
    if (!function.atomic()) {
      write.run();
    } else if (Prelude.holds(function)) {
      emitter.atomically(() -> emitter.pinned(site, write));
    } else {
      emitter.atomically(write);
    }
  }

  /** Makes a parameter stand for its argument; whether the argument reads something shared. */
  private boolean bindArgument(
      Declaration.Parameter parameter, Expr argument, Frame inner, String function) {
    boolean shared = Sharing.touches(world, frame, argument);
    if (parameter.ref()) {
      inner.bind(parameter, reference(argument));
      return shared;
    } else if (!isSingle(argument)) {
      inner.bind(parameter, new Binding.ToPlace(freeze(place(argument), argument.span())));
      return shared;
    }
    IrExpr value = argument(parameter, argument, inner);
    Origin origin = origin(argument.span());
    boolean constant = !world.assigned().contains(parameter);
    if (constant && value instanceof IrExpr.Checked c && isUnchanging(c.operand(), argument)) {
      set(emitter.flow().register("", function, c.type()), c, Stores.hidden(origin));
      value = c.operand();
    }
    if (constant && isUnchanging(value, argument)) {
      inner.bind(parameter, new Binding.ToValue(value, false));
      return shared;
    }
    Register register =
        emitter
            .flow()
            .register(parameter.name().text(), function, registerType(parameter, inner, value));
    if (!constant) {
      emitter.flow().markChanging(register);
    }
    set(register, value, shared ? origin : Stores.hidden(origin));
    inner.bind(parameter, new Binding.ToRegister(register));
    return shared;
  }

  private Scalar registerType(Declaration.Parameter parameter, Frame inner, IrExpr value) {
    Shape shape = world.shapes().of(parameter.type(), inner.typeArguments());
    return shape instanceof Shape.One one ? one.type() : value.type();
  }

  /** An argument passed by value to a parameter whose type may name type parameters. */
  private IrExpr argument(Declaration.Parameter parameter, Expr argument, Frame inner) {
    Shape shape = world.shapes().of(parameter.type(), inner.typeArguments());
    if (shape instanceof Shape.One one) {
      IrExpr value = value(argument, one.type());
      return one.type() instanceof Scalar.Ref
              && !one.nullable()
              && parameter.type() instanceof TypeExpr.Named named
              && !(world.module().referenceOf(named).orElse(null)
                  instanceof Declaration.TypeParameter)
          ? nonNull(value, argument)
          : value;
    }
    return value(argument);
  }

  private boolean isUnchanging(IrExpr value, Expr argument) {
    if (value instanceof IrExpr.Const || value instanceof IrExpr.Self) {
      return true;
    } else if (value instanceof IrExpr.AsTask task) {
      return isUnchanging(task.operand(), argument);
    }
    return value instanceof IrExpr.Temp
        && argument instanceof Expr.Name name
        && !world.assigned().contains(world.module().referenceOf(name).orElseThrow());
  }

  private Binding reference(Expr argument) {
    if (argument instanceof Expr.Name name) {
      Declaration target = world.module().referenceOf(name).orElseThrow();
      if (!(target instanceof Declaration.Global)) {
        return frame.binding(target);
      }
    }
    return new Binding.ToPlace(freeze(place(argument), argument.span()));
  }

  /** The place as it is now, whatever the variables on its path become. */
  Place freeze(Place place, Span span) {
    return new Place(
        place.storage(),
        place.indices().stream()
            .map(index -> settle(index, span))
            .collect(ImmutableList.toImmutableList()));
  }

  /** An index that keeps its value; whether it may be followed is checked where it is used. */
  private IrExpr settle(IrExpr index, Span span) {
    if (isSettled(index)) {
      return index;
    } else if (index instanceof IrExpr.Checked c) {
      return new IrExpr.Checked(settle(c.operand(), span), c.check(), c.lo(), c.hi(), c.fault());
    }
    Register register = emitter.flow().register("", frame.function(), index.type());
    set(register, index, origin(span));
    return register.read();
  }

  private boolean isSettled(IrExpr index) {
    if (index instanceof IrExpr.Temp temp) {
      return emitter.flow().isSettled(temp.slot());
    }
    return !(index instanceof IrExpr.Load)
        && Expressions.children(index).stream().allMatch(this::isSettled);
  }

  // Queues.

  private IrExpr pop(Expr.Call call) {
    Expr queue = call.arguments().get(0);
    Register result = emitter.flow().register("", frame.function(), null);
    emitter.point(origin(call.span()));
    emitter.atomically(
        () -> {
          Place place = freeze(place(queue), queue.span());
          Storage.Fifo fifo = (Storage.Fifo) place.storage();
          Origin origin = origin(call.span());
          Fault empty =
              fault(
                  FaultKind.QUEUE,
                  call.span(),
                  "queue: pop from `" + text(queue) + "`, which is empty");
          IrExpr some = Fold.compare(IrExpr.BinaryOp.LESS, Fold.number(0), length(place));
          emitter.flow().add(new Op.Assert(some, empty, origin));
          result.widen(fifo.items().type());
          set(result, item(place, Fold.number(0)), origin);
          for (int i = 0; i + 1 < fifo.capacity(); i++) {
            store(fifo.items(), place, i, item(place, Fold.number(i + 1)), origin);
          }
          IrExpr zero = new IrExpr.Const(fifo.items().type().zero(), fifo.items().type());
          store(fifo.items(), place, fifo.capacity() - 1, zero, origin);
          IrExpr less = Fold.arithmetic(IrExpr.BinaryOp.SUBTRACT, length(place), Fold.number(1));
          emitter.flow().add(new Op.Store(fifo.length(), place.indices(), less, origin));
        });
    emitter.point(origin(call.span()));
    return result.read();
  }

  private void store(StateVar items, Place queue, int number, IrExpr value, Origin origin) {
    ImmutableList<IrExpr> indices =
        ImmutableList.<IrExpr>builder().addAll(queue.indices()).add(Fold.number(number)).build();
    emitter.flow().add(new Op.Store(items, indices, value, origin));
  }
}
