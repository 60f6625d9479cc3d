package skein.spec.ir;

import java.util.Optional;
import skein.spec.model.PropertyKind;
import skein.spec.source.Span;

/**
 * A property of single states, or, for {@link PropertyKind#STEP_INVARIANT}, of steps.
 *
 * @param id position in {@link TransitionSystem#properties()}
 * @param temporaries number of slots that {@link IrExpr.Let} and quantifiers in it use
 * @param fault what a step that violates a step invariant fails with; absent for the other kinds
 */
public record StateProperty(
    int id,
    PropertyKind kind,
    String name,
    IrExpr condition,
    int temporaries,
    Optional<Fault> fault,
    Span span) {}
