package skein.spec.model;

/** A property of the model; {@code id} is its position in {@link Model#properties()}. */
public record PropertyInfo(int id, PropertyKind kind, String name, Place place) {}
