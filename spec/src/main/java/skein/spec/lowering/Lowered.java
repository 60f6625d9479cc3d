package skein.spec.lowering;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.Set;
import skein.spec.ir.Program;
import skein.spec.ir.Scalar;
import skein.spec.ir.Sort;
import skein.spec.ir.StateVar;
import skein.spec.source.Span;

/** A program lowered and cut into steps, but not yet assembled. */
record Lowered(
    Program.Kind kind,
    String name,
    Optional<Sort> sort,
    boolean daemon,
    Optional<StateVar> counter,
    Span span,
    ImmutableList<Scalar> slots,
    Graph graph,
    Cuts cuts,
    Liveness liveness,
    Optional<Locals> locals,
    ImmutableList<StateVar> own) {

  static Lowered of(
      World world,
      Program.Kind kind,
      String name,
      Optional<Sort> sort,
      boolean daemon,
      Optional<StateVar> counter,
      Span span,
      Flow flow) {
    Graph graph = new Graph(flow.ops());
    ImmutableList<StateVar> own =
        flow.ops().stream()
            .filter(op -> op instanceof Op.Fresh)
            .flatMap(op -> ((Op.Fresh) op).variables().stream())
            .distinct()
            .collect(ImmutableList.toImmutableList());
    Cuts cuts = new Cuts(graph, Set.copyOf(own));
    ImmutableList<Scalar> slots = flow.slots();
    Liveness liveness = new Liveness(graph, slots.size(), own);
    Optional<Locals> locals = sort.map(s -> new Locals(world, s, flow, graph, cuts, liveness));
    return new Lowered(
        kind, name, sort, daemon, counter, span, slots, graph, cuts, liveness, locals, own);
  }
}
