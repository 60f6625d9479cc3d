package skein.spec.lowering;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import skein.spec.diagnostic.Diagnostics;
import skein.spec.ir.Configuration;
import skein.spec.syntax.Declaration;
import skein.spec.types.CheckedModule;

/** What a {@code check … with …} sets. */
public final class CheckSettings {
  private CheckSettings() {}

  /**
   * The configuration that a check asks for; a later setting may use the constants that earlier
   * ones have set. Empty if an error was reported.
   */
  public static Optional<Configuration> of(
      CheckedModule module, Declaration.Check check, Diagnostics diagnostics) {
    try {
      return Optional.of(of(module, check));
    } catch (LoweringException e) {
      diagnostics.report(e.diagnostic());
      return Optional.empty();
    }
  }

  private static Configuration of(CheckedModule module, Declaration.Check check) {
    Map<String, Long> constants = new LinkedHashMap<>();
    Set<String> hunks = new LinkedHashSet<>();
    for (Declaration.Setting setting : check.settings()) {
      String name = setting.name().text();
      if (setting instanceof Declaration.Setting.Value value) {
        Configuration sofar =
            new Configuration(ImmutableMap.copyOf(constants), ImmutableSet.copyOf(hunks));
        constants.put(name, new Constants(module, sofar).value(value.value()));
      } else if (module.global(name).orElse(null) instanceof Declaration.Const) {
        constants.put(name, 1L);
      } else {
        hunks.add(name);
      }
    }
    return new Configuration(ImmutableMap.copyOf(constants), ImmutableSet.copyOf(hunks));
  }
}
