package skein.spec.lowering;

import java.util.Optional;
import skein.spec.ir.Fault;
import skein.spec.ir.IrExpr;
import skein.spec.ir.Origin;
import skein.spec.ir.Scalar;
import skein.spec.model.FaultKind;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Expr;
import skein.spec.syntax.Stmt;

/** Lowers statements, with a sequence point before each. */
final class Statements {
  private final World world;
  private final Frame frame;
  private final Emitter emitter;
  private final FlowEvaluator expressions;
  private final Stores stores;
  private final Choices choices;

  Statements(World world, Frame frame, Emitter emitter) {
    this.world = world;
    this.frame = frame;
    this.emitter = emitter;
    this.expressions = new FlowEvaluator(world, frame, emitter);
    this.stores = new Stores(world, frame, emitter, expressions);
    this.choices = new Choices(world, frame, emitter, expressions);
  }

  void run(Stmt s) {
    if (s instanceof Stmt.Block block) {
      block.body().forEach(this::run);
    } else if (s instanceof Stmt.Annotated annotated) {
      annotated(annotated);
    } else {
      emitter.point(origin(s));
      statement(s);
    }
  }

  private void annotated(Stmt.Annotated s) {
    Optional<String> at =
        s.annotations().stream()
            .filter(a -> a.name().text().equals("at"))
            .map(a -> a.argument())
            .findFirst();
    emitter.located(at, () -> run(s.body()));
  }

  private void statement(Stmt s) {
    if (s instanceof Stmt.Let let) {
      stores.declare(let.variable(), let.type(), Optional.of(let.value()), let);
    } else if (s instanceof Stmt.LocalVar local) {
      stores.declare(local.variable(), local.type(), local.init(), local);
    } else if (s instanceof Stmt.Assign assign) {
      stores.assign(assign);
    } else if (s instanceof Stmt.Call call) {
      call(call.call());
    } else if (s instanceof Stmt.Await await) {
      IrExpr condition = expressions.atOnce().value(await.condition());
      emitter.flow().add(new Op.Await(condition, false, origin(s)));
    } else if (s instanceof Stmt.Assert check) {
      check(check);
    } else if (s instanceof Stmt.Free free) {
      stores.free(free);
    } else if (s instanceof Stmt.Atomic atomic) {
      emitter.atomically(() -> run(atomic.body()));
    } else {
      control(s);
    }
  }

  private void control(Stmt s) {
    if (s instanceof Stmt.If branch) {
      branch(branch);
    } else if (s instanceof Stmt.While loop) {
      loop(Optional.of(loop.condition()), loop.body(), s);
    } else if (s instanceof Stmt.Loop loop) {
      loop(Optional.empty(), loop.body(), s);
    } else if (s instanceof Stmt.For loop) {
      forEach(loop);
    } else if (s instanceof Stmt.Choose choose) {
      Register register =
          choices.pick(choose.variable(), choose.domain(), choose.where(), origin(s));
      frame.bind(choose.variable(), new Binding.ToRegister(register));
      run(choose.body());
    } else if (s instanceof Stmt.Either either) {
      either(either);
    } else {
      jump(s);
    }
  }

  private void jump(Stmt s) {
    if (s instanceof Stmt.Break) {
      expressions.jump(frame.loops().peek().onBreak(), origin(s));
    } else if (s instanceof Stmt.Continue) {
      expressions.jump(frame.loops().peek().onContinue(), origin(s));
    } else if (s instanceof Stmt.Goto jump) {
      expressions.jump(frame.label(jump.label().text()), origin(s));
    } else if (s instanceof Stmt.Labelled labelled) {
      emitter.flow().place(frame.label(labelled.label().name().text()));
      if (world.usage().remote().contains(labelled.label())) {
        emitter.flow().add(new Op.Stand(labelled.label(), origin(s)));
      }
      run(labelled.body());
    } else if (s instanceof Stmt.Return result) {
      result(result);
    }
  }

  private void result(Stmt.Return s) {
    s.value()
        .ifPresent(
            e -> {
              IrExpr value = expressions.value(e);
              frame
                  .result()
                  .ifPresent(
                      register -> {
                        if (value != Evaluator.NULL) {
                          register.widen(value.type());
                        }
                        expressions.set(register, value, origin(s));
                      });
            });
    expressions.jump(frame.exit(), origin(s));
  }

  private void call(Expr.Call call) {
    Optional<Declaration> target = world.module().referenceOf(call);
    if (target.isPresent() && target.get() instanceof Declaration.Function function) {
      expressions.inline(function, call, Optional.empty());
    } else if (call.function().text().equals("push")) {
      stores.push(call);
    } else {
      expressions.value(call);
    }
  }

  // Decisions and loops.

  private void branch(Stmt.If s) {
    Label yes = new Label();
    Label no = new Label();
    Label end = new Label();
    expressions.condition(s.condition(), yes, no);
    emitter.flow().place(yes);
    run(s.then());
    expressions.jump(end, origin(s));
    emitter.flow().place(no);
    s.otherwise().ifPresent(this::run);
    emitter.flow().place(end);
  }

  private void loop(Optional<Expr> condition, Stmt body, Stmt s) {
    Label head = new Label();
    Label inside = new Label();
    Label end = new Label();
    emitter.flow().place(head);
    condition.ifPresent(
        e -> {
          emitter.point(origin(e));
          expressions.condition(e, inside, end);
        });
    emitter.flow().place(inside);
    body(body, end, head);
    expressions.jump(head, origin(s));
    emitter.flow().place(end);
  }

  private void body(Stmt body, Label end, Label next) {
    frame.loops().push(new Frame.LoopExits(end, next));
    run(body);
    frame.loops().pop();
  }

  private void forEach(Stmt.For s) {
    Domain domain = expressions.domain(s.domain());
    Origin origin = Stores.hidden(origin(s.domain()));
    Scalar type = domain.element();
    Register variable = emitter.flow().register(s.variable().name().text(), frame.function(), type);
    Label inside = new Label();
    Label body = new Label();
    Label next = new Label();
    Label more = new Label();
    Label end = new Label();
    if (domain.lo() > domain.hi()) {
      return;
    }
    Domain fixed = choices.keep(domain, origin(s.domain()));
    expressions.set(variable, new IrExpr.Const(domain.lo(), type), origin);
    emitter.flow().place(inside);
    expressions.branch(fixed.filter(variable.read()), body, next, origin);
    emitter.flow().place(body);
    frame.bind(s.variable(), new Binding.ToRegister(variable));
    body(s.body(), end, next);
    emitter.flow().place(next);
    IrExpr last = Fold.equal(variable.read(), new IrExpr.Const(domain.hi(), type));
    expressions.branch(domain.lo() == domain.hi() ? Fold.TRUE : last, end, more, origin);
    emitter.flow().place(more);
    IrExpr increment =
        new IrExpr.Binary(IrExpr.BinaryOp.ADD, variable.read(), Fold.number(1), type);
    expressions.set(variable, increment, origin);
    expressions.jump(inside, origin);
    emitter.flow().place(end);
  }

  private void either(Stmt.Either s) {
    int count = s.branches().size();
    Label end = new Label();
    Scalar.Int numbers = new Scalar.Int(0, count - 1);
    Register chosen = emitter.flow().register("", frame.function(), numbers);
    Origin origin = new Origin(frame.stack(), s.span(), "", Optional.empty());
    emitter.flow().add(new Op.Pick(chosen, 0, count - 1, origin));
    for (int i = 0; i < count; i++) {
      Label branch = new Label();
      Label next = new Label();
      IrExpr condition = i == count - 1 ? Fold.TRUE : Fold.equal(chosen.read(), Fold.number(i));
      expressions.branch(condition, branch, next, origin);
      emitter.flow().place(branch);
      run(s.branches().get(i));
      expressions.jump(end, origin);
      emitter.flow().place(next);
    }
    emitter.flow().place(end);
  }

  // BUG_ON, WARN_ON, assert.

  private void check(Stmt.Assert s) {
    Label good = new Label();
    Label bad = new Label();
    Fault fault = fault(s);
    Origin origin = origin(s);
    if (Sharing.calls(world.module(), s.condition()) || !emitter.isAtomic()) {
      boolean goodIfTrue = s.kind() == Stmt.AssertKind.ASSERT;
      expressions.condition(s.condition(), goodIfTrue ? good : bad, goodIfTrue ? bad : good);
      emitter.flow().place(bad);
      emitter.flow().add(new Op.Assert(Fold.FALSE, fault, origin));
      emitter.flow().add(new Op.Exit(origin));
      emitter.flow().place(good);
    } else {
      IrExpr condition = expressions.value(s.condition());
      IrExpr wanted = s.kind() == Stmt.AssertKind.ASSERT ? condition : Fold.not(condition);
      emitter.flow().add(new Op.Assert(wanted, fault, origin));
    }
  }

  private Fault fault(Stmt.Assert s) {
    String written = s.message().orElse("");
    int colon = written.indexOf(':');
    String word = colon < 0 ? "" : written.substring(0, colon).trim();
    for (FaultKind kind : FaultKind.values()) {
      if (!word.isEmpty() && kind.word().equals(word)) {
        return expressions.fault(kind, s.span(), written.substring(colon + 1).trim());
      }
    }
    String condition = Evaluator.text(s.condition());
    switch (s.kind()) {
      case BUG_ON:
        return expressions.fault(FaultKind.BUG_ON, s.span(), message("BUG_ON", condition, written));
      case WARN_ON:
        return expressions.fault(
            FaultKind.WARN_ON, s.span(), message("WARN_ON", condition, written));
      default:
        String text = written.isEmpty() ? "assert " + condition : written;
        return expressions.fault(FaultKind.ASSERT, s.span(), text);
    }
  }

  private static String message(String kind, String condition, String written) {
    return kind + "(" + condition + ")" + (written.isEmpty() ? "" : ": " + written);
  }

  private Origin origin(skein.spec.syntax.Node node) {
    return emitter.origin(frame, node.span());
  }
}
