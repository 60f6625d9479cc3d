package skein.spec.lowering;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.Map;
import skein.spec.ir.Fault;
import skein.spec.ir.Origin;
import skein.spec.model.FaultKind;
import skein.spec.source.Span;

/** The places where a step can fail; one place is one fault, however often it is inlined. */
final class Faults {
  private record Key(FaultKind kind, Span span, String message) {}

  private final Map<Key, Fault> all = new LinkedHashMap<>();

  Fault add(FaultKind kind, Span span, String function, String message, Origin origin) {
    return all.computeIfAbsent(
        new Key(kind, span, message),
        key -> new Fault(all.size(), kind, span, function, message, origin));
  }

  ImmutableList<Fault> all() {
    return ImmutableList.copyOf(all.values());
  }
}
