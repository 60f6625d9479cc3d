package skein.spec.interpret;

import com.google.common.collect.ImmutableList;
import skein.spec.ir.Fault;
import skein.spec.ir.Origin;
import skein.spec.model.FaultInfo;
import skein.spec.model.Place;
import skein.spec.model.StepReport;
import skein.spec.source.Span;

/** Places of the source as reports name them. */
final class Places {
  private Places() {}

  static Place of(Span span) {
    return new Place(span.file().name(), span.line(), span.column());
  }

  static ImmutableList<StepReport.Frame> frames(Origin origin) {
    return origin.frames().stream()
        .map(frame -> new StepReport.Frame(frame.function(), of(frame.call())))
        .collect(ImmutableList.toImmutableList());
  }

  static FaultInfo of(Fault fault) {
    return new FaultInfo(
        fault.id(),
        fault.kind(),
        fault.function(),
        fault.message(),
        of(fault.span()),
        fault.origin().location().orElse(""));
  }
}
