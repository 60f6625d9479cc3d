package skein.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import skein.cli.console.OutputFile;

/** The files that a check was asked to write. */
final class Outputs implements Closeable {
  private final Optional<OutputFile> result;
  private final Optional<OutputFile> trace;

  private Outputs(Optional<OutputFile> result, Optional<OutputFile> trace) {
    this.result = result;
    this.trace = trace;
  }

  /**
   * Makes sure that the files can be written, before a long search.
   *
   * @throws CliException if not
   */
  static Outputs open(OutputOptions options) throws IOException {
    Optional<OutputFile> result = options.output().map(Outputs::open);
    try {
      return new Outputs(result, options.saveTrace().map(Outputs::open));
    } catch (CliException e) {
      if (result.isPresent()) {
        result.get().close();
      }
      throw e;
    }
  }

  private static OutputFile open(Path path) {
    try {
      return OutputFile.open(path);
    } catch (IOException e) {
      throw CliException.usage("cannot write " + path + ": " + OutputFile.reason(e));
    }
  }

  Optional<OutputFile> result() {
    return result;
  }

  Optional<OutputFile> trace() {
    return trace;
  }

  /**
   * Writes a file.
   *
   * @param summary what was found, so that it is not lost with the file
   * @throws CliException if the file can not be written
   */
  static void write(OutputFile file, String text, String summary) {
    try {
      file.commit(text);
    } catch (IOException e) {
      throw new CliException(
          ExitStatus.STOPPED,
          "cannot write "
              + file.target()
              + ": "
              + OutputFile.reason(e)
              + "; nothing was left there. The result was:\n"
              + summary.stripTrailing());
    }
  }

  @Override
  public void close() throws IOException {
    if (result.isPresent()) {
      result.get().close();
    }
    if (trace.isPresent()) {
      trace.get().close();
    }
  }
}
