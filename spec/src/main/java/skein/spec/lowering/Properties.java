package skein.spec.lowering;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import skein.spec.ir.Fault;
import skein.spec.ir.IrExpr;
import skein.spec.ir.Origin;
import skein.spec.ir.Scalar;
import skein.spec.ir.Sort;
import skein.spec.ir.StateProperty;
import skein.spec.model.FaultKind;
import skein.spec.model.PropertyKind;
import skein.spec.source.Span;
import skein.spec.syntax.Declaration;

/** Lowers properties; each heap brings one of its own, that nothing leaks. */
final class Properties {
  private final World world;
  private final Resolver resolver;
  private final List<StateProperty> all = new ArrayList<>();

  Properties(World world, Resolver resolver) {
    this.world = world;
    this.resolver = resolver;
  }

  ImmutableList<StateProperty> all() {
    return ImmutableList.copyOf(all);
  }

  void add(Declaration.Property property) {
    String name = property.name().text();
    Span span = property.name().span();
    ImmutableList<Origin.Frame> stack = ImmutableList.of(new Origin.Frame(name, span));
    Frame frame = new Frame(name, stack, Optional.empty(), Map.of());
    boolean ofStep = property.kind() == Declaration.PropertyKind.STEP_INVARIANT;
    Counter slots = new Counter();
    IrExpr condition = new Evaluator(world, frame, slots, ofStep).value(property.condition());
    Optional<Fault> fault = Optional.empty();
    if (ofStep) {
      Origin origin =
          new Origin(stack, span, Evaluator.text(property.condition()), Optional.empty());
      fault = Optional.of(world.faults().add(FaultKind.STEP_INVARIANT, span, name, name, origin));
    }
    add(PropertyKind.valueOf(property.kind().name()), name, condition, slots, fault, span);
  }

  void addLeaks() {
    for (Declaration.Struct struct : world.module().declarations(Declaration.Struct.class)) {
      Variables.Objects objects = world.objects().get(struct);
      if (objects != null && objects.alive().isPresent()) {
        leak(objects, struct.name().span());
      }
    }
  }

  private void leak(Variables.Objects objects, Span span) {
    Sort sort = objects.sort();
    Scalar.Ref type = new Scalar.Ref(sort);
    Counter slots = new Counter();
    int reachable = slots.slot(new Scalar.SetOf(type));
    int slot = slots.slot(type);
    IrExpr each = new IrExpr.Temp(slot, type);
    IrExpr alive = new IrExpr.Load(objects.alive().orElseThrow(), Fold.list(each), false);
    IrExpr kept = new IrExpr.Temp(reachable, new Scalar.SetOf(type));
    IrExpr all =
        new IrExpr.Quantified(
            IrExpr.Quantifier.FORALL,
            slot,
            type,
            0,
            sort.size() - 1,
            Fold.implies(alive, Fold.in(each, kept)),
            Fold.BOOL);
    IrExpr condition = new IrExpr.Let(reachable, new IrExpr.Reachable(sort), all);
    add(PropertyKind.LEAK, sort.name(), condition, slots, Optional.empty(), span);
  }

  private void add(
      PropertyKind kind,
      String name,
      IrExpr condition,
      Counter slots,
      Optional<Fault> fault,
      Span span) {
    all.add(
        new StateProperty(
            all.size(), kind, name, resolver.resolve(condition), slots.count, fault, span));
  }

  private static final class Counter implements Slots {
    private int count;

    @Override
    public int slot(Scalar type) {
      return count++;
    }
  }
}
