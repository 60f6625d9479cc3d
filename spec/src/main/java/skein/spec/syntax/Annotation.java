package skein.spec.syntax;

import skein.spec.source.Span;

/** {@code @at("fs/btrfs/extent_io.c:4841")}: where the statement that follows stands in the C. */
public record Annotation(Span span, Identifier name, String argument) implements Node {}
