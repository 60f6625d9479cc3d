package skein.spec.model;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * A process that can not go on in a deadlock.
 *
 * @param actor id of {@link Model#actors()}
 * @param frames its call stack, outermost first
 * @param text what it waits at: the statement
 * @param condition the condition awaited, if the statement has one of its own: {@code l.owner ==
 *     null}
 * @param lock the lock it waits for ({@code ExtentBuffer.0.refs_lock}), if it is one
 * @param owner the actor that holds that lock
 */
public record Blocked(
    int actor,
    ImmutableList<StepReport.Frame> frames,
    String text,
    String condition,
    Place place,
    Optional<String> lock,
    Optional<Integer> owner) {}
