package skein.spec.interpret;

import java.util.List;
import skein.spec.ir.Fault;
import skein.spec.ir.TransitionSystem;
import skein.spec.layout.StateLayout;
import skein.spec.model.Successors;

/** A model that is interpreted: slow, and the oracle for every other way to run a system. */
public final class InterpretedModel extends DescribedModel {

  public InterpretedModel(TransitionSystem system, StateLayout layout) {
    super(system, layout);
  }

  @Override
  public void initialStates(Successors out) {
    add(interpreter().initialStates(), out);
  }

  @Override
  public void successors(long[] states, int at, Successors out) {
    add(interpreter().outcomes(cells(states, at)), out);
  }

  private void add(List<Outcome> outcomes, Successors out) {
    for (Outcome outcome : outcomes) {
      int fault = outcome.fault().map(Fault::id).orElse(Successors.NO_FAULT);
      int at = out.add(outcome.action(), fault);
      layout().encode(outcome.cells(), out.states(), at);
    }
  }

  @Override
  public int evaluate(int property, long[] states, int at) {
    return interpreter().evaluate(system().properties().get(property), cells(states, at));
  }

  @Override
  public boolean ended(long[] states, int at) {
    return interpreter().ended(cells(states, at));
  }
}
