package skein.spec;

import java.util.Optional;
import skein.spec.codegen.ModelCompiler;
import skein.spec.diagnostic.Diagnostics;
import skein.spec.fusion.Fusion;
import skein.spec.ir.Configuration;
import skein.spec.ir.TransitionSystem;
import skein.spec.lowering.CheckSettings;
import skein.spec.lowering.Lowering;
import skein.spec.model.Model;
import skein.spec.source.SourceFile;
import skein.spec.syntax.Declaration;
import skein.spec.types.CheckedModule;
import skein.spec.types.ModuleLoader;
import skein.spec.types.Prelude;
import skein.spec.types.TypeChecker;

/** The phases of the language, one after the other: from text to a {@link Model}. */
public final class Spec {
  private Spec() {}

  /** Finds the text of an imported file. */
  public interface SourceLoader {
    /**
     * The file at a path (already resolved against the importing file's), or empty if there is
     * none.
     */
    Optional<SourceFile> load(String path);
  }

  /** Parses, resolves imports, checks names and types. Empty if an error was reported. */
  public static Optional<CheckedModule> check(
      SourceFile file, SourceLoader loader, Diagnostics diagnostics) {
    ModuleLoader.Loaded loaded = ModuleLoader.load(file, loader, Prelude.shipped(), diagnostics);
    return TypeChecker.check(loaded, diagnostics);
  }

  /** What a check of the module sets. Empty if an error was reported. */
  public static Optional<Configuration> configuration(
      CheckedModule module, Declaration.Check check, Diagnostics diagnostics) {
    return CheckSettings.of(module, check, diagnostics);
  }

  /** Fixes the constants and lowers to steps. Empty if an error was reported. */
  public static Optional<TransitionSystem> lower(
      CheckedModule module, Configuration configuration, Diagnostics diagnostics) {
    return Lowering.lower(module, configuration, diagnostics);
  }

  /** Fuses steps that nobody can tell apart from one: a system with the same verdict. */
  public static TransitionSystem fuse(TransitionSystem system) {
    return Fusion.fuse(system);
  }

  /** Compiles to bytecode over packed states. */
  public static Model compile(TransitionSystem system, CompileOptions options) {
    return compile(options.fuse() ? fuse(system) : system);
  }

  /** Compiles a system as it is to bytecode over packed states. */
  public static Model compile(TransitionSystem system) {
    return ModelCompiler.compile(system);
  }
}
