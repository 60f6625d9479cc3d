package skein.spec.codegen;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Cuts the instructions of a step into segments of limited size. Where control comes into a segment
 * from outside there is an entry; entries are numbered, those of one segment one after the other.
 */
final class SegmentPlan {
  private final List<List<Integer>> segments = new ArrayList<>();
  private final Map<Integer, Integer> segmentOf = new HashMap<>();
  private final List<List<Integer>> entries = new ArrayList<>();
  private final Map<Integer, Integer> entryOf = new HashMap<>();

  /**
   * @param sizes bytes of code of each instruction, by position
   * @param most bytes of code of a segment, unless a single instruction has more
   */
  SegmentPlan(StepGraph graph, Map<Integer, Integer> sizes, int most) {
    int filled = most;
    for (int position : graph.order()) {
      if (filled + sizes.get(position) > most) {
        segments.add(new ArrayList<>());
        filled = 0;
      }
      filled += sizes.get(position);
      segmentOf.put(position, segments.size() - 1);
      segments.get(segments.size() - 1).add(position);
    }
    List<TreeSet<Integer>> entered = new ArrayList<>();
    segments.forEach(any -> entered.add(new TreeSet<>()));
    entered.get(0).add(graph.entry());
    for (int position : graph.order()) {
      for (int to : StepGraph.targets(graph.at(position))) {
        if (!isInside(position, to)) {
          entered.get(segmentOf.get(to)).add(to);
        }
      }
    }
    for (TreeSet<Integer> positions : entered) {
      positions.forEach(position -> entryOf.put(position, entryOf.size()));
      entries.add(List.copyOf(positions));
    }
  }

  /** The positions in each segment, in layout order. */
  ImmutableList<List<Integer>> segments() {
    return ImmutableList.copyOf(segments);
  }

  boolean isInside(int from, int to) {
    return segmentOf.get(from).equals(segmentOf.get(to));
  }

  /** The positions at which a segment is entered, by number of entry. */
  List<Integer> entries(int segment) {
    return entries.get(segment);
  }

  /** The number of the entry at a position. */
  int entry(int position) {
    return entryOf.get(position);
  }
}
