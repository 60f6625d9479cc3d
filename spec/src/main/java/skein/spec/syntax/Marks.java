package skein.spec.syntax;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The roles that the parser saw tokens in; tokens are known by where they start. */
final class Marks {
  private final Map<Integer, Set<Role>> roles = new HashMap<>();
  private final Map<Integer, Integer> bodies = new HashMap<>();

  void add(Token token, Role role) {
    roles.computeIfAbsent(token.start(), start -> EnumSet.noneOf(Role.class)).add(role);
  }

  boolean has(Token token, Role role) {
    Set<Role> all = roles.get(token.start());
    return all != null && all.contains(role);
  }

  /**
   * A statement without braces that is the body of an if or a loop, from {@code start} to {@code
   * end}.
   */
  void addBody(int start, int end) {
    bodies.put(start, end);
  }

  /** Where the body that starts at an offset ends; the offset itself if none starts there. */
  int bodyEnd(int start) {
    return bodies.getOrDefault(start, start);
  }
}
