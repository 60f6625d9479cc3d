package skein.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import skein.checker.report.CheckResult;
import skein.spec.ir.Configuration;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Module;
import skein.spec.types.CheckedModule;

/** Within which bounds a result holds: constants, hunks, memory model, constraints. */
final class Bounds {
  private final ImmutableSet<String> hunks;
  private final ImmutableSet<String> applied;
  private final ImmutableSet<String> ownConstants;

  Bounds(CheckedModule module, Configuration configuration) {
    this.hunks =
        module.declarations(Declaration.Hunk.class).stream()
            .map(hunk -> hunk.name().text())
            .collect(ImmutableSet.toImmutableSet());
    this.applied = configuration.hunks();
    ImmutableSet.Builder<String> own = ImmutableSet.builder();
    own.addAll(configuration.constants().keySet());
    for (Module part : module.modules()) {
      // The prelude's own constants are of interest only where they have been changed.
      if (part.name().map(name -> !name.text().equals("kernel")).orElse(true)) {
        constants(part, own);
      }
    }
    this.ownConstants = own.build();
  }

  private static void constants(Module part, ImmutableSet.Builder<String> names) {
    for (Declaration declaration : part.declarations()) {
      if (declaration instanceof Declaration.Const constant) {
        names.add(constant.name().text());
      }
    }
  }

  /** Of all constants and hunks those constants that are worth naming. */
  ImmutableMap<String, String> constants(Map<String, String> bounds) {
    return bounds.entrySet().stream()
        .filter(bound -> ownConstants.contains(bound.getKey()))
        .collect(ImmutableMap.toImmutableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The hunks that are on, in the order of the text. */
  ImmutableList<String> applied() {
    return hunks.stream().filter(applied::contains).collect(ImmutableList.toImmutableList());
  }

  /** The constants and the hunks. */
  String text(Map<String, String> bounds) {
    String constants =
        constants(bounds).entrySet().stream()
            .map(bound -> bound.getKey() + "=" + bound.getValue())
            .collect(Collectors.joining(" "));
    StringBuilder out = new StringBuilder(constants.isEmpty() ? "no constants" : constants);
    if (!hunks.isEmpty()) {
      String on = String.join(", ", applied());
      out.append(on.isEmpty() ? ", no hunk applied" : ", " + on + " applied");
    }
    return out.toString();
  }

  /**
   * One line: the bounds of a result.
   *
   * @param fused whether the figures count fused steps
   */
  String text(CheckResult result, boolean fused) {
    StringBuilder out = new StringBuilder("bounds: ").append(text(result.bounds()));
    out.append("; sequentially consistent memory");
    if (result.statistics().outside() > 0) {
      out.append(
          String.format(
              Locale.ROOT,
              "; %,d states outside the constraints not explored further",
              result.statistics().outside()));
    }
    out.append(result.complete() ? "; search complete" : "");
    return out.append(fused ? "; steps fused (--no-fuse counts each)" : "").toString();
  }
}
