package skein.spec.codegen;

import skein.spec.interpret.DescribedModel;
import skein.spec.ir.TransitionSystem;
import skein.spec.layout.StateLayout;
import skein.spec.model.Successors;
import skein.spec.symmetry.Canonicalizer;

/** A model that runs as bytecode. */
final class CompiledModel extends DescribedModel {
  private final GeneratedCode code;
  private final Canonicalizer canonicalizer;

  CompiledModel(TransitionSystem system, StateLayout layout, GeneratedCode code) {
    super(system, layout);
    this.code = code;
    this.canonicalizer = Canonicalizer.of(system, layout);
  }

  @Override
  public void initialStates(Successors out) {
    code.initialStates(new long[words()], out);
  }

  @Override
  public void successors(long[] states, int at, Successors out) {
    code.successors(states, at, out);
  }

  @Override
  public int evaluate(int property, long[] states, int at) {
    return code.evaluate(property, states, at);
  }

  @Override
  public boolean ended(long[] states, int at) {
    return code.ended(states, at);
  }

  @Override
  public boolean symmetric() {
    return !canonicalizer.isTrivial();
  }

  @Override
  public void canonicalize(long[] states, int at) {
    canonicalizer.canonicalize(states, at);
  }

  @Override
  public long orbitSize(long[] states, int at) {
    return canonicalizer.orbitSizeButHeap(states, at);
  }
}
