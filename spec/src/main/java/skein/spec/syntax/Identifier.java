package skein.spec.syntax;

import skein.spec.source.Span;

/** A name where it is introduced or used. */
public record Identifier(Span span, String text) {
  @Override
  public String toString() {
    return text;
  }
}
