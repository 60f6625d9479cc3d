package skein.spec.syntax;

import skein.spec.source.Span;

/**
 * {@code import kernel} or {@code import "path.skein"}.
 *
 * @param target the prelude's name, or the path as written, relative to the importing file
 * @param path whether the target was written as a string
 */
public record Import(Span span, String target, boolean path) implements Node {}
