package skein.cli.render;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import skein.spec.model.StepReport.Change;

/** Words for changes of variables: {@code refs 1 -> 2}, {@code clear TREE_REF}. */
final class Changes {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+");

  private Changes() {}

  static boolean isNumber(String value) {
    return NUMBER.matcher(value).matches();
  }

  static boolean isSet(String value) {
    return value.startsWith("{");
  }

  /**
   * @param name what to call the variable
   * @param read whether the new value was made from the old one
   */
  static String describe(Change change, String name, boolean read) {
    if (isSet(change.before()) && isSet(change.after())) {
      return describeSet(change, name);
    }
    if (read && isNumber(change.before())) {
      return name + " " + change.before() + " -> " + change.after();
    }
    return name + " = " + change.after();
  }

  private static String describeSet(Change change, String name) {
    Set<String> before = elements(change.before());
    Set<String> after = elements(change.after());
    Set<String> added = Sets.difference(after, before);
    Set<String> removed = Sets.difference(before, after);
    if (after.isEmpty() && removed.size() > 1) {
      return name + " = {}";
    }
    List<String> parts = new ArrayList<>();
    if (areFlags(Sets.union(before, after))) {
      // The name of a flag says enough, unless that of the word is a full one.
      String where = name.contains(".") ? " in " + name : "";
      addPart(parts, "set ", added, where);
      addPart(parts, "clear ", removed, where);
    } else {
      addPart(parts, name + " += ", added, "");
      addPart(parts, name + " -= ", removed, "");
    }
    return String.join(", ", parts);
  }

  private static void addPart(List<String> parts, String verb, Set<String> what, String where) {
    if (!what.isEmpty()) {
      parts.add(verb + what.stream().collect(Collectors.joining(", ")) + where);
    }
  }

  /** Whether elements are members of an enum: words in capitals. */
  private static boolean areFlags(Set<String> elements) {
    return elements.stream()
        .allMatch(
            element ->
                Character.isUpperCase(element.charAt(0))
                    && CharMatcher.inRange('a', 'z')
                        .or(CharMatcher.is('.'))
                        .matchesNoneOf(element));
  }

  /** The elements of a set, given its text. */
  static ImmutableSet<String> elements(String set) {
    String inside = set.substring(1, set.length() - 1);
    return ImmutableSet.copyOf(Splitter.on(',').trimResults().omitEmptyStrings().split(inside));
  }
}
