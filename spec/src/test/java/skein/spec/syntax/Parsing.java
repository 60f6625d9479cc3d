package skein.spec.syntax;

import com.google.common.collect.ImmutableList;
import skein.spec.diagnostic.Diagnostic;
import skein.spec.diagnostic.Diagnostics;
import skein.spec.source.SourceFile;

/** Parses snippets for the tests. */
final class Parsing {
  private Parsing() {}

  /** The module of a text without mistakes. */
  static Module module(String text) {
    Diagnostics diagnostics = new Diagnostics();
    Module module = Parser.parse(new SourceFile("m.skein", text), diagnostics);
    if (!diagnostics.all().isEmpty()) {
      throw new AssertionError(text + "\n" + lines(diagnostics));
    }
    return module;
  }

  /** The one declaration of a text. */
  static String declaration(String text) {
    ImmutableList<Declaration> all = module(text).declarations();
    if (all.size() != 1) {
      throw new AssertionError("declarations: " + Trees.text(all));
    }
    return Trees.text(all.get(0));
  }

  /** The statements in the body of a function. */
  static String statements(String body) {
    Declaration declaration = module("fn f() {\n" + body + "\n}").declarations().get(0);
    String text = Trees.text(((Declaration.Function) declaration).body().body());
    return text.substring(1, text.length() - 1);
  }

  /** An expression. */
  static String expression(String text) {
    Declaration declaration = module("def d = " + text).declarations().get(0);
    return Trees.text(((Declaration.Def) declaration).body());
  }

  /** What is wrong with a text: a line each, {@code line:column code message | help}. */
  static String errors(String text) {
    Diagnostics diagnostics = new Diagnostics();
    Module module = Parser.parse(new SourceFile("m.skein", text), diagnostics);
    if (module.span().end() != text.length()) {
      throw new AssertionError(module.span());
    }
    return lines(diagnostics);
  }

  private static String lines(Diagnostics diagnostics) {
    StringBuilder lines = new StringBuilder();
    for (Diagnostic d : diagnostics.all()) {
      lines.append(d.span().line()).append(':').append(d.span().column()).append(' ');
      lines.append(d.code()).append(' ').append(d.message());
      d.notes()
          .forEach(
              n -> lines.append(" | ").append(n.span().line()).append(": ").append(n.message()));
      d.help().ifPresent(help -> lines.append(" | ").append(help));
      lines.append('\n');
    }
    return lines.toString();
  }
}
