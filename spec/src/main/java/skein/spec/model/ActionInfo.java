package skein.spec.model;

/**
 * One action: a step of one process instance, or an {@code action} declaration.
 *
 * @param id position in {@link Model#actions()}; ids are the fixed order in which ties between
 *     traces are broken
 * @param name the source text of the step, or the action's name
 * @param actor who does it: an id of {@link Model#actors()}
 * @param code identifies the code: equal for the same step of different instances; for coverage
 * @param spontaneous whether it is an {@code action} declaration, not a step of a process
 */
public record ActionInfo(int id, String name, int actor, int code, boolean spontaneous) {}
