package skein.checker.explore;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import skein.spec.model.Model;

/** What was found, each at its least depth. The states are left to the search for a trace. */
final class Findings {
  private static final int NONE = Integer.MAX_VALUE;
  private static final Finding.Type[] TYPES = Finding.Type.values();

  private final int stride;
  private final int[] depths;
  private boolean any;

  Findings(Model model) {
    stride = 1 + Math.max(model.faults().size(), model.properties().size());
    depths = new int[stride * TYPES.length];
    Arrays.fill(depths, NONE);
  }

  void add(Finding.Type type, int id, int depth) {
    int index = type.ordinal() * stride + id;
    depths[index] = Math.min(depths[index], depth);
    any = true;
  }

  void addAll(Findings other) {
    if (other.any) {
      Arrays.setAll(depths, i -> Math.min(depths[i], other.depths[i]));
      any = true;
    }
  }

  boolean any() {
    return any;
  }

  /** All, with their depths, the least deep first, then in their fixed order. */
  ImmutableMap<Finding, Integer> inOrder() {
    Map<Finding, Integer> found = new TreeMap<>();
    for (int index = 0; index < depths.length; index++) {
      if (depths[index] != NONE) {
        found.put(new Finding(TYPES[index / stride], index % stride), depths[index]);
      }
    }
    return found.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
        .collect(ImmutableMap.toImmutableMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
