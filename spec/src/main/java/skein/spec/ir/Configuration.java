package skein.spec.ir;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;

/**
 * What a run sets from outside the model.
 *
 * @param constants values of constants by name, replacing those in the text; a bool is 0 or 1
 * @param hunks names of the hunks that are on
 */
public record Configuration(ImmutableMap<String, Long> constants, ImmutableSet<String> hunks) {

  /** Everything as the model's text has it, no hunk on. */
  public static final Configuration NONE = new Configuration(ImmutableMap.of(), ImmutableSet.of());
}
