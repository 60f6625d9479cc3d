package skein.spec.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableLongArray;
import java.util.Arrays;

/**
 * The contract between languages and algorithms: a finite transition system over packed states.
 *
 * <p>A state is {@link #words()} {@code long}s; two states are the same if their words are. States
 * are handed around as an array and the offset of the first word. Anyone may implement this in
 * plain Java and check it; what reports need beyond names has defaults.
 *
 * <p>All methods may be called by several threads at once.
 */
public interface Model {

  String name();

  /** Longs a state, at least 1. */
  int words();

  /** Adds the initial states, in a fixed order; repeated states are allowed. */
  void initialStates(Successors out);

  /**
   * Adds every outcome of every enabled step of a state, in ascending order of action. An outcome
   * with a fault other than {@link FaultKind#STEP_INVARIANT} carries the state as it was when the
   * step failed, which is not a state of the model.
   */
  void successors(long[] states, int at, Successors out);

  /** All actions; the position is the id. */
  ImmutableList<ActionInfo> actions();

  /** All actors; the position is the id. */
  ImmutableList<Actor> actors();

  /** All places where a step can fail. */
  default ImmutableList<FaultInfo> faults() {
    return ImmutableList.of();
  }

  /** All properties; step invariants are listed, but decided in {@link #successors}. */
  default ImmutableList<PropertyInfo> properties() {
    return ImmutableList.of();
  }

  /** A property holds. */
  int HOLDS = 1;

  /** A property does not hold. */
  int FAILS = 0;

  /**
   * Decides a property other than a step invariant on a state.
   *
   * @return {@link #HOLDS}, {@link #FAILS}, or {@code -1 - fault} if its evaluation went wrong
   */
  default int evaluate(int property, long[] states, int at) {
    return HOLDS;
  }

  /** Whether every process that is no daemon has ended. */
  default boolean ended(long[] states, int at) {
    return false;
  }

  /** Whether {@link #canonicalize} does anything. */
  default boolean symmetric() {
    return false;
  }

  /** Overwrites a state with the representative of its orbit, one for each orbit. */
  default void canonicalize(long[] states, int at) {}

  /**
   * Number of states in the orbit of a state. Those that differ only in which object of a pool is
   * which count as one, if the model always takes the first that is free.
   */
  default long orbitSize(long[] states, int at) {
    return 1;
  }

  /** The cells of a state, for reports. */
  ImmutableList<VariableInfo> variables();

  /** The value of a cell as text, as the language writes it. */
  String value(int variable, long[] states, int at);

  /**
   * Explains the step that led from one state to the next.
   *
   * @param fault the fault it ended with, or {@link Successors#NO_FAULT}
   */
  default StepReport explain(
      long[] states, int at, int action, long[] nextStates, int nextAt, int fault) {
    return StepReports.ofChanges(this, states, at, action, nextStates, nextAt, fault);
  }

  /**
   * Explains a step part by part, if it was made from several: see {@link skein.spec.fusion}. If a
   * step invariant is violated, the part that does so is the last.
   *
   * @param fault the fault it ended with, or {@link Successors#NO_FAULT}
   */
  default ImmutableList<Passage> retrace(
      long[] states, int at, int action, long[] nextStates, int nextAt, int fault) {
    StepReport report = explain(states, at, action, nextStates, nextAt, fault);
    ImmutableLongArray after =
        ImmutableLongArray.copyOf(Arrays.copyOfRange(nextStates, nextAt, nextAt + words()));
    return ImmutableList.of(new Passage(actions().get(action).name(), report, after));
  }

  /** What the processes that have not ended wait for, in a state without successors. */
  default ImmutableList<Blocked> blocked(long[] states, int at) {
    return ImmutableList.of();
  }

  /** Constants and hunks as set, by name in source order; stated with every result. */
  default ImmutableMap<String, String> bounds() {
    return ImmutableMap.of();
  }
}
