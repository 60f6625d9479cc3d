package skein.spec.model;

/**
 * One cell of the state, for reports.
 *
 * @param id position in {@link Model#variables()}
 * @param name in full: {@code buffer_radix}, {@code ExtentBuffer.0.refs}, {@code reclaim.page}
 * @param owner the object or process instance it belongs to, or empty: {@code ExtentBuffer.0}
 * @param shortName the name within the owner: {@code refs}
 * @param hidden a program counter or other bookkeeping, which a trace shows in its own way
 */
public record VariableInfo(int id, String name, String owner, String shortName, boolean hidden) {}
