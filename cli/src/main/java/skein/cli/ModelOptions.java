package skein.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;
import skein.spec.CompileOptions;

/** Options that choose the variant of a model. */
final class ModelOptions {
  @Option(
      names = "-D",
      paramLabel = "NAME=VALUE",
      description = {
        "Give a constant another value; may be repeated.",
        "Example: -D READERS=3 -D STRICT=true"
      })
  private Map<String, String> constants = new LinkedHashMap<>();

  @Option(
      names = "--apply",
      paramLabel = "HUNK",
      split = ",",
      description = {
        "Apply hunks of the patch under review.",
        "Example: --apply fix_read,fix_write"
      })
  private List<String> hunks = List.of();

  @Option(
      names = "--no-fuse",
      description = {
        "Take every step of the model by itself. Without it, steps are made one where nobody can"
            + " tell: local ones, and those on data whose lock is held.",
        "Example: skein check --no-fuse counter.skein"
      })
  private boolean noFuse;

  CompileOptions compile() {
    return noFuse ? CompileOptions.NO_FUSION : CompileOptions.DEFAULT;
  }

  ImmutableMap<String, String> constants() {
    return ImmutableMap.copyOf(constants);
  }

  ImmutableList<String> hunks() {
    return hunks.stream()
        .map(String::trim)
        .filter(hunk -> !hunk.isEmpty())
        .collect(ImmutableList.toImmutableList());
  }
}
