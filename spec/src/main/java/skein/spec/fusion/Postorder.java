package skein.spec.fusion;

import com.google.common.collect.ImmutableList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Orders the nodes of a graph so that each comes after those that it leads to, loops apart. */
final class Postorder {
  private Postorder() {}

  /**
   * The nodes that a node leads to, itself included, as far as they have not been seen.
   *
   * @param seen grows by the nodes found
   */
  static <T> List<T> of(T root, Function<T, ImmutableList<T>> successors, Set<T> seen) {
    List<T> postorder = new ArrayList<>();
    Deque<T> path = new ArrayDeque<>();
    Deque<Deque<T>> pending = new ArrayDeque<>();
    if (seen.add(root)) {
      path.push(root);
      pending.push(new ArrayDeque<>(successors.apply(root)));
    }
    while (!path.isEmpty()) {
      T child = pending.peek().pollLast();
      if (child == null) {
        postorder.add(path.pop());
        pending.pop();
      } else if (seen.add(child)) {
        path.push(child);
        pending.push(new ArrayDeque<>(successors.apply(child)));
      }
    }
    return postorder;
  }
}
