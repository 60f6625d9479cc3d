package skein.spec.types;

import com.google.common.collect.ImmutableList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import skein.spec.Spec;
import skein.spec.diagnostic.Code;
import skein.spec.diagnostic.Diagnostic;
import skein.spec.diagnostic.Diagnostics;
import skein.spec.source.SourceFile;
import skein.spec.syntax.Declaration;
import skein.spec.syntax.Import;
import skein.spec.syntax.Module;
import skein.spec.syntax.Parser;

/**
 * Parses a model and everything that it imports, each file once, however many import it.
 *
 * <p>A path is taken relative to the file that names it.
 */
public final class ModuleLoader {

  /**
   * A model's files, parsed.
   *
   * @param modules the root and everything it imports, each imported module before its importers
   * @param importMissing an imported file could not be found
   * @param broken some text could not be read
   */
  public record Loaded(
      Module root,
      ImmutableList<Module> modules,
      boolean importMissing,
      boolean broken,
      Prelude prelude) {

    /**
     * Whether a name may have a declaration that is not in the trees: in a file that was not found,
     * or in text that could not be read but looks as if it declared the name.
     */
    boolean mayDeclare(String name) {
      return importMissing || broken && modules.stream().anyMatch(m -> declares(m, name));
    }

    private static boolean declares(Module module, String name) {
      String quoted = Pattern.quote(name);
      String declaration = "(?:" + DECLARING + ")\\s+" + quoted + "\\b";
      String listed = "[{,(<]\\s*" + quoted + "\\s*[,}>]";
      String typed = "\\b" + quoted + "\\s*:";
      return Pattern.compile(declaration + "|" + listed + "|" + typed)
          .matcher(module.span().file().text())
          .find();
    }

    /** The names that {@code import kernel} would bring; none if it stands there. */
    Set<String> missingKernelNames() {
      SourceFile kernel = prelude.find(KERNEL).orElse(null);
      boolean there = modules.stream().anyMatch(m -> m.span().file() == kernel);
      Set<String> names = new HashSet<>();
      if (kernel != null && !there) {
        for (Declaration d : Parser.parse(kernel, new Diagnostics()).declarations()) {
          Kinds.name(d).ifPresent(name -> names.add(name.text()));
        }
      }
      return names;
    }
  }

  private static final String KERNEL = "kernel";
  private static final String DECLARING =
      "var|let|const|hunk|enum|struct|fn|def|process|action|invariant|cover|for|choose|forall|exists"
          + "|count";

  private final Spec.SourceLoader sources;
  private final Prelude prelude;
  private final Diagnostics diagnostics;
  private final Map<String, Module> done = new HashMap<>();
  private final List<Module> order = new ArrayList<>();
  private final Deque<String> open = new ArrayDeque<>();
  private boolean missing;

  private ModuleLoader(Spec.SourceLoader sources, Prelude prelude, Diagnostics diagnostics) {
    this.sources = sources;
    this.prelude = prelude;
    this.diagnostics = diagnostics;
  }

  /** Parses a file and what it imports. What is wrong is reported; what could be read is there. */
  public static Loaded load(
      SourceFile file, Spec.SourceLoader sources, Prelude prelude, Diagnostics diagnostics) {
    ModuleLoader loader = new ModuleLoader(sources, prelude, diagnostics);
    Module root = loader.module(normalize(file.name()), file);
    return new Loaded(
        root, ImmutableList.copyOf(loader.order), loader.missing, diagnostics.hasErrors(), prelude);
  }

  private Module module(String key, SourceFile file) {
    open.push(key);
    Module module = Parser.parse(file, diagnostics);
    for (Import imported : module.imports()) {
      take(imported, file);
    }
    open.pop();
    done.put(key, module);
    order.add(module);
    return module;
  }

  private void take(Import imported, SourceFile importer) {
    String key =
        imported.path() ? resolve(importer.name(), imported.target()) : "<" + imported.target();
    if (done.containsKey(key)) {
      return;
    }
    if (open.contains(key)) {
      cycle(imported, key);
      return;
    }
    Optional<SourceFile> file =
        imported.path() ? sources.load(key) : prelude.find(imported.target());
    if (file.isPresent()) {
      module(key, file.get());
    } else {
      notFound(imported, key);
    }
  }

  private void cycle(Import imported, String key) {
    List<String> files = new ArrayList<>();
    for (String file : open) {
      files.add(0, "`" + file.replace("<", "") + "`");
      if (file.equals(key)) {
        break;
      }
    }
    diagnostics.report(
        Diagnostic.of(
                Code.E028,
                imported.span(),
                files.size() == 1
                    ? "this file imports itself"
                    : "imports in a circle: "
                        + String.join(" imports ", files)
                        + " imports "
                        + files.get(0))
            .withHelp(
                files.size() == 1
                    ? "leave it out"
                    : "put what both need into a third file, and import that"));
  }

  private void notFound(Import imported, String path) {
    missing = true;
    String target = imported.target();
    if (!imported.path()) {
      report(
          imported,
          "there is no prelude `" + target + "`",
          prelude.find(KERNEL).isPresent() && target.toLowerCase(Locale.ROOT).startsWith("k")
              ? "did you mean `kernel`?"
              : "the one prelude is `kernel`; a file is imported as `import \""
                  + target
                  + ".skein\"`");
    } else if (target.equals(KERNEL) || target.equals(KERNEL + ".skein")) {
      report(imported, "cannot find `" + path + "`", "the prelude is imported as `import kernel`");
    } else if (sources.load(path + ".skein").isPresent()) {
      report(imported, "cannot find `" + path + "`", "did you mean `" + target + ".skein`?");
    } else {
      report(
          imported, "cannot find `" + path + "`", "a path is relative to the file that imports it");
    }
  }

  private void report(Import imported, String message, String help) {
    diagnostics.report(Diagnostic.of(Code.E027, imported.span(), message).withHelp(help));
  }

  /** A path as written in a file, seen from where the file's own name is seen from. */
  static String resolve(String importer, String target) {
    int slash = importer.lastIndexOf('/');
    boolean absolute = target.startsWith("/");
    return normalize(absolute || slash < 0 ? target : importer.substring(0, slash + 1) + target);
  }

  private static String normalize(String path) {
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/")) {
      if (part.equals("..") && !parts.isEmpty() && !parts.get(parts.size() - 1).equals("..")) {
        parts.remove(parts.size() - 1);
      } else if (!part.equals(".") && !part.isEmpty()) {
        parts.add(part);
      }
    }
    return (path.startsWith("/") ? "/" : "") + String.join("/", parts);
  }
}
