package skein.spec.model;

/**
 * Who acts: a process instance or an {@code action} declaration.
 *
 * @param name stable, for reports: {@code reclaim}, {@code reada_for_search.1}, {@code end_bio}
 * @param process the process' name, or the action's
 * @param daemon whether the model can end while it has not
 */
public record Actor(int id, String name, String process, boolean daemon) {}
