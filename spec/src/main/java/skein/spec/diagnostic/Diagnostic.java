package skein.spec.diagnostic;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import skein.spec.source.Span;

/**
 * A message about a model: what is wrong, where, and what to do about it.
 *
 * @param notes further places that explain the first, in the order to show them
 * @param help the remedy, without the word "help:"
 */
public record Diagnostic(
    Code code, Span span, String message, ImmutableList<Note> notes, Optional<String> help) {

  /** A second place and what it has to do with the first. */
  public record Note(Span span, String message) {}

  public static Diagnostic of(Code code, Span span, String message) {
    return new Diagnostic(code, span, message, ImmutableList.of(), Optional.empty());
  }

  public Diagnostic withNote(Span where, String text) {
    ImmutableList<Note> more =
        ImmutableList.<Note>builder().addAll(notes).add(new Note(where, text)).build();
    return new Diagnostic(code, span, message, more, help);
  }

  public Diagnostic withHelp(String text) {
    return new Diagnostic(code, span, message, notes, Optional.of(text));
  }
}
