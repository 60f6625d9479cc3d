package skein.spec.ir;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import skein.spec.source.Span;

/**
 * The code of one process declaration, one action, or of the initial states: a control-flow graph
 * cut into steps. A step runs from its entry until an {@link Instruction.End}; temporaries do not
 * outlive it.
 *
 * <p>A step that jumps backwards (to its own position or a lower one) more than {@value
 * #MOST_BACKWARD_JUMPS} times in one outcome fails at the next such jump, with the fault of kind
 * {@link skein.spec.model.FaultKind#ENDLESS_LOOP} whose function is the program's name.
 *
 * <p>A step with {@link Instruction.Pick}s has an outcome for every combination of picks: run it
 * with the first values, then again with the last pick advanced, and so on, until all are used up.
 *
 * @param kind what it is the code of
 * @param sort the process' instances; absent for actions and the initial program
 * @param programCounter absent for actions and the initial program, which have one step
 * @param temporaries types of the temporaries, by slot, those bound in expressions included
 * @param steps step k is run by a process whose program counter is k; the counter's last value,
 *     {@code steps.size()}, means that the process has ended
 * @param seams where, in the midst of a step, another begins that was a step of its own before both
 *     were fused: the position of a {@link Instruction.Branch} that does nothing, and the origin of
 *     the step that begins there. Says nothing about what the program does; for traces
 */
public record Program(
    Kind kind,
    String name,
    Optional<Sort> sort,
    boolean daemon,
    Optional<StateVar> programCounter,
    ImmutableList<Scalar> temporaries,
    ImmutableList<Instruction> instructions,
    ImmutableList<Step> steps,
    ImmutableMap<Integer, Origin> seams,
    Span span) {

  /** A program none of whose steps were fused. */
  public Program(
      Kind kind,
      String name,
      Optional<Sort> sort,
      boolean daemon,
      Optional<StateVar> programCounter,
      ImmutableList<Scalar> temporaries,
      ImmutableList<Instruction> instructions,
      ImmutableList<Step> steps,
      Span span) {
    this(
        kind,
        name,
        sort,
        daemon,
        programCounter,
        temporaries,
        instructions,
        steps,
        ImmutableMap.of(),
        span);
  }

  /** How often one outcome may jump backwards. */
  public static final int MOST_BACKWARD_JUMPS = 65_536;

  /** What a program is the code of. */
  public enum Kind {
    PROCESS,
    ACTION,
    INITIAL
  }

  /**
   * @param entry position of the first instruction
   * @param origin of the first instruction that the user would recognise as this step
   */
  public record Step(int entry, Origin origin) {}
}
