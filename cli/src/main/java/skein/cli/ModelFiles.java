package skein.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import skein.cli.console.OutputFile;
import skein.spec.Spec;
import skein.spec.diagnostic.Suggestions;
import skein.spec.source.SourceFile;

/** Reads the texts of models. */
final class ModelFiles implements Spec.SourceLoader {
  private static final String SUFFIX = ".skein";

  @Override
  public Optional<SourceFile> load(String path) {
    try {
      Path file = Path.of(path);
      return Files.isRegularFile(file) ? Optional.of(read(file)) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /**
   * The text of a file.
   *
   * @throws CliException if there is none
   */
  SourceFile read(Path file) {
    if (Files.isDirectory(file)) {
      throw CliException.usage(
          file + " is a directory; name a model in it, or run `skein test " + file + "`");
    }
    if (!Files.exists(file)) {
      throw CliException.usage("there is no file " + file + suggestion(file));
    }
    try {
      return new SourceFile(file.toString(), decode(file, Files.readAllBytes(file)));
    } catch (IOException e) {
      throw CliException.usage("cannot read " + file + ": " + OutputFile.reason(e));
    }
  }

  private static String decode(Path file, byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      long line = 1;
      for (int i = 0; i < in.position(); i++) {
        line += bytes[i] == '\n' ? 1 : 0;
      }
      throw CliException.usage(
          String.format(
              "%s is not a text in UTF-8: line %d has the byte 0x%02x; convert it with `iconv -t"
                  + " UTF-8`, or check that it is a model",
              file, line, bytes[in.position()]));
    }
    out.flip();
    return out.toString();
  }

  private static String suggestion(Path file) {
    Path directory = file.toAbsolutePath().getParent();
    if (directory == null || !Files.isDirectory(directory)) {
      return "";
    }
    try (Stream<Path> entries = Files.list(directory)) {
      List<String> names =
          entries.map(p -> p.getFileName().toString()).filter(n -> n.endsWith(SUFFIX)).toList();
      return Suggestions.nearest(String.valueOf(file.getFileName()), names)
          .map(name -> "; did you mean " + file.resolveSibling(name) + "?")
          .orElse("");
    } catch (IOException e) {
      return "";
    }
  }

  /**
   * The models in a file or below a directory, in the order of their names.
   *
   * @throws CliException if there are none
   */
  List<Path> below(Path path) {
    if (!Files.isDirectory(path)) {
      read(path);
      return List.of(path);
    }
    try (Stream<Path> files = Files.walk(path)) {
      List<Path> models =
          files
              .filter(f -> f.getFileName().toString().endsWith(SUFFIX) && Files.isRegularFile(f))
              .sorted()
              .toList();
      if (models.isEmpty()) {
        throw CliException.usage("there is no *" + SUFFIX + " file in " + path);
      }
      return models;
    } catch (IOException | java.io.UncheckedIOException e) {
      throw CliException.usage("cannot list " + path + ": " + e.getMessage());
    }
  }
}
