package skein.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import skein.cli.console.Console;

/** A command that was run in this JVM, with what it printed. */
record CommandRun(int status, String out, String err) {

  static CommandRun of(String... arguments) {
    return of(() -> false, arguments);
  }

  static CommandRun of(BooleanSupplier interrupted, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status = Main.run(arguments, new Console(out, err, false, false), interrupted);
    return new CommandRun(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** A model in a file of its own. */
  static String model(Path directory, String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.writeString(file, text);
    return file.toString();
  }
}
