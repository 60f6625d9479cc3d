package skein.spec.types;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import skein.spec.syntax.Declaration;

/** What is true of all the text of one top-level declaration while it is checked. */
final class Body {

  /** What kind of text it is. */
  enum Kind {
    PROCESS,
    FUNCTION,
    ACTION,
    DEF,
    PROPERTY,
    /** Sizes, bounds, values of constants. */
    CONSTANT,
    /** Initial values of globals and fields. */
    INITIAL
  }

  final Kind kind;
  final Declaration owner;

  /** The type of {@code self}, where a process runs. */
  final Optional<Type> self;

  /** Unknown names reported here: each is reported once. */
  private final Set<String> unknown = new HashSet<>();

  Body(Kind kind, Declaration owner, Optional<Type> self) {
    this.kind = kind;
    this.owner = owner;
    this.self = self;
  }

  static Body of(Kind kind, Declaration owner) {
    return new Body(kind, owner, Optional.empty());
  }

  /** Whether this is the first time that a name is found to be unknown here. */
  boolean firstUnknown(String name) {
    return unknown.add(name);
  }

  /** Whether steps are taken here, so that functions can be called. */
  boolean hasSteps() {
    return kind == Kind.PROCESS || kind == Kind.FUNCTION || kind == Kind.ACTION;
  }

  boolean allowsOld() {
    return owner instanceof Declaration.Property property
        && property.kind() == Declaration.PropertyKind.STEP_INVARIANT;
  }
}
