package skein.cli;

import java.nio.file.Path;
import java.util.Optional;

/** {@code FILE} or {@code FILE::CHECK}. */
record Target(Path file, Optional<String> check) {

  static Target parse(String argument) {
    int at = argument.lastIndexOf("::");
    if (at < 0) {
      return new Target(Path.of(argument), Optional.empty());
    }
    String check = argument.substring(at + 2);
    if (at == 0 || check.isEmpty()) {
      throw CliException.usage(
          "`" + argument + "` is neither FILE nor FILE::CHECK, such as counter.skein::race");
    }
    return new Target(Path.of(argument.substring(0, at)), Optional.of(check));
  }
}
