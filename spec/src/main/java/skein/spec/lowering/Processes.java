package skein.spec.lowering;

import com.google.common.collect.ImmutableList;
import java.util.Map;
import java.util.Optional;
import skein.spec.ir.IrExpr;
import skein.spec.ir.Origin;
import skein.spec.ir.Program;
import skein.spec.ir.Scalar;
import skein.spec.ir.Sort;
import skein.spec.ir.StateVar;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Stmt;

/** Writes the code of processes, actions and initial states. */
final class Processes {
  private final World world;

  Processes(World world) {
    this.world = world;
  }

  Lowered process(Declaration.Process process) {
    Sort sort = world.sorts().of(process);
    String name = process.name().text();
    Emitter emitter = new Emitter();
    Frame frame = frame(name, process, Optional.of(sort));
    if (process.instances() instanceof Declaration.Instances.Numbered numbered) {
      Scalar.Int range =
          new Scalar.Int(sort.firstNumber(), sort.firstNumber() + (long) sort.size() - 1);
      IrExpr number =
          new IrExpr.Binary(
              IrExpr.BinaryOp.ADD, new IrExpr.Self(sort), Fold.number(sort.firstNumber()), range);
      frame.bind(numbered.index(), new Binding.ToValue(number, false));
    }
    Statements statements = new Statements(world, frame, emitter);
    ImmutableList<Stmt.LocalVar> initialised = world.initialised(process);
    for (Stmt s : process.body().body()) {
      if (s instanceof Stmt.LocalVar local && initialised.contains(local)) {
        Storage storage = world.globals().get(local.variable());
        frame.bind(
            local.variable(),
            new Binding.ToPlace(new Place(storage, Fold.list(new IrExpr.Self(sort)))));
      } else {
        statements.run(s);
      }
    }
    emitter.flow().place(frame.exit());
    emitter.flow().add(new Op.Exit(emitter.origin(frame, process.name().span())));
    return Lowered.of(
        world,
        Program.Kind.PROCESS,
        name,
        Optional.of(sort),
        process.daemon(),
        Optional.of(world.counters().get(process)),
        process.name().span(),
        emitter.flow());
  }

  Lowered action(Declaration.Action action) {
    String name = action.name().text();
    Emitter emitter = new Emitter();
    Frame frame = frame(name, action, Optional.empty());
    FlowEvaluator expressions = new FlowEvaluator(world, frame, emitter);
    Choices choices = new Choices(world, frame, emitter, expressions);
    emitter.atomically(
        () -> {
          action.parameters().forEach(p -> parameter(p, frame, emitter, choices, expressions));
          action
              .guard()
              .ifPresent(
                  guard ->
                      emitter
                          .flow()
                          .add(
                              new Op.Await(
                                  expressions.atOnce().value(guard),
                                  false,
                                  emitter.origin(frame, guard.span()))));
          new Statements(world, frame, emitter).run(action.body());
        });
    emitter.flow().place(frame.exit());
    emitter.flow().add(new Op.Exit(emitter.origin(frame, action.name().span())));
    return Lowered.of(
        world,
        Program.Kind.ACTION,
        name,
        Optional.empty(),
        false,
        Optional.empty(),
        action.name().span(),
        emitter.flow());
  }

  /** Every value of an action's parameter is tried; of a heap struct, every allocated object. */
  private void parameter(
      Declaration.Parameter parameter,
      Frame frame,
      Emitter emitter,
      Choices choices,
      FlowEvaluator expressions) {
    Shape shape = world.shapes().of(parameter.type());
    if (!(shape instanceof Shape.One one)) {
      throw Evaluator.unsupported(
          parameter, "a parameter of an action needs a type with values that can be listed");
    }
    Origin origin = emitter.origin(frame, parameter.span());
    Register register =
        emitter.flow().register(parameter.name().text(), frame.function(), one.type());
    frame.bind(parameter, new Binding.ToRegister(register));
    Domain domain = Domain.all(one.type(), parameter.span());
    if (one.type() instanceof Scalar.Ref ref && ref.sort().kind() == Sort.Kind.HEAP) {
      StateVar alive = world.objectsOf(ref.sort()).orElseThrow().alive().orElseThrow();
      domain = domain.where(each -> new IrExpr.Load(alive, Fold.list(each), false));
    }
    choices.pick(register, domain, origin);
  }

  /** Gives every variable its initial value; heap objects are not allocated yet. */
  Lowered initial() {
    Emitter emitter = new Emitter();
    Origin start =
        new Origin(ImmutableList.of(), world.module().root().span(), "initially", Optional.empty());
    Frame frame = new Frame("initially", start.frames(), Optional.empty(), Map.of());
    emitter.atomically(
        () -> {
          Initializer initializer = new Initializer(world, frame, emitter);
          world.module().declarations(Declaration.Global.class).stream()
              .filter(world::isUsed)
              .forEach(global -> global(global, initializer));
          world.objects().values().stream()
              .sorted((a, b) -> Integer.compare(a.sort().id(), b.sort().id()))
              .filter(objects -> objects.alive().isEmpty())
              .forEach(objects -> objects(objects, initializer, start));
          world
              .module()
              .declarations(Declaration.Process.class)
              .forEach(process -> visible(process, initializer));
          world.module().declarations(Declaration.Action.class).stream()
              .filter(Declaration.Action::initial)
              .forEach(code -> initially(code, emitter));
        });
    emitter.flow().add(new Op.Exit(start));
    return Lowered.of(
        world,
        Program.Kind.INITIAL,
        "initially",
        Optional.empty(),
        false,
        Optional.empty(),
        world.module().root().span(),
        emitter.flow());
  }

  private void visible(Declaration.Process process, Initializer initializer) {
    Sort sort = world.sorts().of(process);
    for (Stmt.LocalVar local : world.initialised(process)) {
      Origin origin =
          new Origin(ImmutableList.of(), local.span(), Evaluator.text(local), Optional.empty());
      for (int i = 0; i < sort.size(); i++) {
        IrExpr instance = new IrExpr.Const(i, new Scalar.Ref(sort));
        Place place = new Place(world.globals().get(local.variable()), Fold.list(instance));
        initializer.initialize(place, local.type(), local.init(), origin);
      }
    }
  }

  private void initially(Declaration.Action code, Emitter emitter) {
    Frame frame = frame("init", code, Optional.empty());
    new Statements(world, frame, emitter).run(code.body());
    emitter.flow().place(frame.exit());
  }

  private void global(Declaration.Global global, Initializer initializer) {
    Origin origin =
        new Origin(ImmutableList.of(), global.span(), Evaluator.text(global), Optional.empty());
    Place place = new Place(world.globals().get(global), ImmutableList.of());
    initializer.initialize(place, Optional.of(global.type()), global.init(), origin);
  }

  private static void objects(Variables.Objects objects, Initializer initializer, Origin origin) {
    for (int i = 0; i < objects.sort().size(); i++) {
      IrExpr object = new IrExpr.Const(i, new Scalar.Ref(objects.sort()));
      initializer.fields(objects.fields(), Fold.list(object), origin);
    }
  }

  private static Frame frame(String name, Declaration d, Optional<Sort> sort) {
    return new Frame(name, ImmutableList.of(new Origin.Frame(name, d.span())), sort, Map.of());
  }
}
