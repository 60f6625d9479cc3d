package skein.spec.ir;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import skein.spec.ir.StateVar.Dimension;
import skein.spec.model.FaultKind;
import skein.spec.model.PropertyKind;

/**
 * Random transition systems, well-typed, with everything that a system can have. The same seed
 * makes the same system.
 */
public final class RandomSystems {
  private static final ImmutableList<Scalar> PLAIN =
      ImmutableList.of(
          new Scalar.Bool(),
          new Scalar.Int(0, 3),
          new Scalar.Int(-2, 5),
          new Scalar.Int(1, 1),
          new Scalar.Int(-5_000_000_000L, 5_000_000_000L),
          new Scalar.Enum("Color", ImmutableList.of("RED", "GREEN", "BLUE")),
          new Scalar.Enum("One", ImmutableList.of("ONLY")));
  private static final ImmutableList<Scalar> ELEMENTS =
      ImmutableList.of(
          new Scalar.Bool(),
          new Scalar.Int(2, 5),
          new Scalar.Int(-3, 60),
          new Scalar.Enum("Color", ImmutableList.of("RED", "GREEN", "BLUE")));

  private final Random random;
  private final SystemBuilder system = new SystemBuilder();
  private final List<Sort> processes = new ArrayList<>();
  private final List<Sort> objects = new ArrayList<>();
  private final boolean endless;
  private final int risk;

  private RandomSystems(long seed) {
    this.random = new Random(seed);
    this.endless = chance(4);
    this.risk = chance(60) ? 0 : chance(60) ? 2 : 9;
  }

  /** The system of a seed. */
  public static TransitionSystem of(long seed) {
    return new RandomSystems(seed).build();
  }

  private TransitionSystem build() {
    makeSorts();
    makeVariables();
    List<ProgramBuilder> builders = new ArrayList<>();
    List<Integer> counts = new ArrayList<>();
    for (Sort process : processes) {
      int steps = 1 + random.nextInt(4);
      counts.add(steps);
      builders.add(ProgramBuilder.process(system, process, steps, chance(30)));
    }
    ProgramBuilder initial = ProgramBuilder.initial(system);
    system.fault(FaultKind.ENDLESS_LOOP, "init");
    allocate(initial);
    system.add(code(initial, Optional.empty(), "init").single(false));
    for (int i = 0; i < processes.size(); i++) {
      Sort sort = processes.get(i);
      system.fault(FaultKind.ENDLESS_LOOP, sort.name());
      system.add(code(builders.get(i), Optional.of(sort), sort.name()).steps(counts.get(i)));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      String name = "action" + i;
      system.fault(FaultKind.ENDLESS_LOOP, name);
      ProgramBuilder action = ProgramBuilder.action(system, name);
      system.add(code(action, Optional.empty(), name).single(chance(70)));
    }
    makeProperties();
    return system.build();
  }

  /** Gives the heap something to follow from the start. */
  private void allocate(ProgramBuilder initial) {
    for (StateVar variable : system.variables()) {
      if (variable.name().equals("head")) {
        initial.store(variable, new IrExpr.Const(0, variable.type()));
      }
      boolean alive = variable.role() == StateVar.Role.ALIVE;
      if (alive || variable.name().equals("next") && chance(70)) {
        Sort heap = variable.owner().orElseThrow();
        for (int i = 0; i < heap.size(); i++) {
          int value = random.nextInt(alive ? 2 : heap.size());
          IrExpr index = new IrExpr.Const(i, new Scalar.Ref(heap));
          initial.store(variable, new IrExpr.Const(value, variable.type()), index);
        }
      }
    }
  }

  private RandomPrograms code(ProgramBuilder builder, Optional<Sort> self, String name) {
    return new RandomPrograms(
        random, system, builder, self, name, endless, self.isPresent() ? risk : risk / 3);
  }

  private void makeSorts() {
    for (int i = random.nextInt(3); i > 0; i--) {
      objects.add(system.objects("Object" + i, size()));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      objects.add(system.heap("Heap" + i, size()));
    }
    for (int i = random.nextInt(3); i >= 0; i--) {
      String name = "process" + i;
      int size = 1 + random.nextInt(3);
      processes.add(
          chance(30)
              ? system.numbered(name, size, random.nextInt(3))
              : system.processes(name, size));
    }
    system.task();
  }

  private int size() {
    return chance(4) ? 64 : chance(4) ? 17 : 1 + random.nextInt(3);
  }

  private void makeVariables() {
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      system.global("global" + i, type(), dimensions(16));
    }
    for (Sort object : objects) {
      for (int i = random.nextInt(3); i > 0; i--) {
        system.member("field" + i, object, type(), dimensions(32 / object.size()));
      }
    }
    for (Sort object : objects) {
      if (object.kind() == Sort.Kind.HEAP && chance(70)) {
        system.member("next", object, new Scalar.Ref(object));
        system.global("head", new Scalar.Ref(object));
      }
    }
    for (Sort process : processes) {
      for (int i = random.nextInt(3); i > 0; i--) {
        system.member("local" + i, process, type(), dimensions(4));
      }
    }
  }

  private Scalar type() {
    if (chance(45)) {
      return pick(PLAIN);
    } else if (chance(55)) {
      return new Scalar.Ref(pick(system.sorts()));
    }
    return new Scalar.SetOf(chance(40) ? pick(ELEMENTS) : new Scalar.Ref(pick(system.sorts())));
  }

  /**
   * @param most how many cells there may be
   */
  private Dimension[] dimensions(int most) {
    List<Dimension> dimensions = new ArrayList<>();
    int cells = 1;
    while (chance(30)) {
      Dimension dimension = dimension();
      cells *= dimension.size();
      if (cells > most) {
        break;
      }
      dimensions.add(dimension);
    }
    return dimensions.toArray(new Dimension[0]);
  }

  private Dimension dimension() {
    if (chance(40)) {
      return Dimension.of(pick(system.sorts()));
    } else if (chance(50)) {
      return Dimension.plain(1 + random.nextInt(3));
    }
    Scalar key = pick(List.of(PLAIN.get(0), PLAIN.get(2), PLAIN.get(5), ELEMENTS.get(1)));
    int size = Math.toIntExact(key.cardinality());
    return new Dimension(size, Optional.empty(), Optional.of(key));
  }

  private void makeProperties() {
    for (int i = random.nextInt(5); i > 0; i--) {
      PropertyKind kind = pick(List.of(PropertyKind.values()));
      String name = "property" + i;
      int[] temporaries = {0};
      RandomExpressions expressions =
          new RandomExpressions(
              random,
              system,
              name,
              type -> temporaries[0]++,
              Optional.empty(),
              kind == PropertyKind.STEP_INVARIANT,
              risk);
      IrExpr condition = chance(50) ? telling(kind, expressions) : expressions.bool(4);
      system.property(kind, name, condition, temporaries[0]);
    }
  }

  /** A condition that seldom is the same in all states or steps. */
  private IrExpr telling(PropertyKind kind, RandomExpressions expressions) {
    List<Sort> heaps =
        system.sorts().stream().filter(sort -> sort.kind() == Sort.Kind.HEAP).toList();
    if (kind == PropertyKind.STEP_INVARIANT) {
      StateVar variable = pick(system.variables());
      ImmutableList<IrExpr> indices = expressions.indices(variable, -1);
      IrExpr.BinaryOp op =
          variable.type() instanceof Scalar.Int
              ? IrExpr.BinaryOp.LESS_EQUAL
              : IrExpr.BinaryOp.EQUAL;
      IrExpr now = new IrExpr.Load(variable, indices, false);
      return new IrExpr.Binary(
          op, new IrExpr.Load(variable, indices, true), now, RandomExpressions.BOOL);
    } else if (heaps.isEmpty()) {
      return expressions.bool(4);
    }
    Sort heap = pick(heaps);
    IrExpr set = chance(70) ? new IrExpr.Reachable(heap) : new IrExpr.Referenced(heap);
    return new IrExpr.Binary(
        IrExpr.BinaryOp.SUBSET, set, expressions.constant(set.type()), RandomExpressions.BOOL);
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
