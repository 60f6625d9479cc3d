package skein.spec.ir;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/**
 * What every model is lowered to: variables, programs of guarded atomic steps, properties.
 *
 * <p>Before the initial program runs, every cell is {@link Scalar#zero()}.
 *
 * @param task the sort of all process instances; absent if the model has no process
 * @param programs processes first, then actions, each in the order of the source
 * @param bounds the constants and hunks as set for this run, in source order, for reports
 * @param locks for each cell that holds a lock's owner: see {@link Lock}
 */
public record TransitionSystem(
    String name,
    ImmutableList<Sort> sorts,
    Optional<Sort> task,
    ImmutableList<StateVar> variables,
    Program initial,
    ImmutableList<Program> programs,
    ImmutableList<StateProperty> properties,
    ImmutableList<Fault> faults,
    ImmutableList<Lock> locks,
    ImmutableMap<String, String> bounds) {

  /** Whether steps of some program are made from several. */
  public boolean isFused() {
    return programs.stream().anyMatch(program -> !program.seams().isEmpty());
  }

  /**
   * A lock: the variable that holds the owner ({@code Task?}), and its name for reports, {@code
   * refs_lock}.
   */
  public record Lock(StateVar owner, String name) {}
}
