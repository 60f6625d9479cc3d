package skein.spec.interpret;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableLongArray;
import skein.spec.ir.TransitionSystem;
import skein.spec.layout.StateLayout;
import skein.spec.model.ActionInfo;
import skein.spec.model.Actor;
import skein.spec.model.Blocked;
import skein.spec.model.FaultInfo;
import skein.spec.model.Model;
import skein.spec.model.Passage;
import skein.spec.model.PropertyInfo;
import skein.spec.model.StepReport;
import skein.spec.model.VariableInfo;

/**
 * What is the same in every model of a transition system over packed states, however it computes
 * successors: names, and reports, for which the interpreter runs steps again.
 */
public abstract class DescribedModel implements Model {
  private final TransitionSystem system;
  private final StateLayout layout;
  private final Interpreter interpreter;
  private final Explainer explainer;
  private final ImmutableList<FaultInfo> faults;
  private final ImmutableList<PropertyInfo> properties;

  protected DescribedModel(TransitionSystem system, StateLayout layout) {
    this.system = system;
    this.layout = layout;
    this.interpreter = new Interpreter(system);
    this.explainer = new Explainer(interpreter);
    this.faults = system.faults().stream().map(Places::of).collect(ImmutableList.toImmutableList());
    this.properties =
        system.properties().stream()
            .map(p -> new PropertyInfo(p.id(), p.kind(), p.name(), Places.of(p.span())))
            .collect(ImmutableList.toImmutableList());
  }

  protected final TransitionSystem system() {
    return system;
  }

  protected final StateLayout layout() {
    return layout;
  }

  protected final Interpreter interpreter() {
    return interpreter;
  }

  @Override
  public final String name() {
    return system.name();
  }

  @Override
  public final int words() {
    return layout.words();
  }

  @Override
  public final ImmutableList<ActionInfo> actions() {
    return interpreter.actions().actions();
  }

  @Override
  public final ImmutableList<Actor> actors() {
    return interpreter.actions().actors();
  }

  @Override
  public final ImmutableList<FaultInfo> faults() {
    return faults;
  }

  @Override
  public final ImmutableList<PropertyInfo> properties() {
    return properties;
  }

  @Override
  public final ImmutableList<VariableInfo> variables() {
    return explainer.variables();
  }

  @Override
  public final String value(int variable, long[] states, int at) {
    return explainer.value(variable, layout.slot(variable).load(states, at));
  }

  @Override
  public final StepReport explain(
      long[] states, int at, int action, long[] nextStates, int nextAt, int fault) {
    return explainer.explain(cells(states, at), action, cells(nextStates, nextAt), fault);
  }

  @Override
  public final ImmutableList<Passage> retrace(
      long[] states, int at, int action, long[] nextStates, int nextAt, int fault) {
    return explainer.retrace(cells(states, at), action, cells(nextStates, nextAt), fault).stream()
        .map(this::passage)
        .collect(ImmutableList.toImmutableList());
  }

  private Passage passage(Part part) {
    long[] packed = new long[words()];
    layout.encode(part.cells(), packed, 0);
    return new Passage(
        part.text(),
        new StepReport(part.lines(), part.fault().map(Places::of)),
        ImmutableLongArray.copyOf(packed));
  }

  @Override
  public final ImmutableList<Blocked> blocked(long[] states, int at) {
    return explainer.blocked(cells(states, at));
  }

  @Override
  public final ImmutableMap<String, String> bounds() {
    return system.bounds();
  }

  /** Unpacks a state: one {@code long} a cell. */
  protected final long[] cells(long[] states, int at) {
    long[] cells = new long[layout.cells()];
    layout.decode(states, at, cells);
    return cells;
  }
}
