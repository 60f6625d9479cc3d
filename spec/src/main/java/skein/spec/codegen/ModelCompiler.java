package skein.spec.codegen;

import java.lang.invoke.MethodHandles;
import skein.spec.ir.TransitionSystem;
import skein.spec.layout.LayoutPlanner;
import skein.spec.layout.StateLayout;
import skein.spec.model.Model;

/** Compiles a transition system to a class, and loads it. */
public final class ModelCompiler {
  /** A bit's position in the state is a {@code char} in generated tables. */
  private static final int MOST_WORDS = 1 << (Character.SIZE - 6);

  private ModelCompiler() {}

  /**
   * Compiles a system. The class is hidden: it is unloaded with the model.
   *
   * @throws IllegalArgumentException if a state has more than 65,536 bits
   */
  public static Model compile(TransitionSystem system) {
    StateLayout layout = LayoutPlanner.plan(system);
    return new CompiledModel(system, layout, load(generate(system, layout)));
  }

  private static GeneratedClass generate(TransitionSystem system, StateLayout layout) {
    return generate(system, layout, CodeLimits.DEFAULT);
  }

  /** The class that {@link #compile} loads. */
  public static GeneratedClass generate(TransitionSystem system) {
    return generate(system, LayoutPlanner.plan(system));
  }

  static GeneratedClass generate(TransitionSystem system, StateLayout layout, CodeLimits limits) {
    if (layout.words() > MOST_WORDS) {
      throw new IllegalArgumentException(
          "a state of %s takes %d bits; %d are the most"
              .formatted(system.name(), layout.words() * Long.SIZE, MOST_WORDS * Long.SIZE));
    }
    return new ClassCompiler(Target.of(system, layout, limits)).compile();
  }

  static GeneratedCode load(GeneratedClass generated) {
    try {
      MethodHandles.Lookup lookup =
          MethodHandles.lookup().defineHiddenClass(generated.bytes(), true);
      return (GeneratedCode) lookup.lookupClass().getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("the generated class cannot be loaded", e);
    }
  }
}
