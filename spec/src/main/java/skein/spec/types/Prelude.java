package skein.spec.types;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import skein.spec.source.SourceFile;

/** The files that ship with Skein, imported by name. */
public interface Prelude {

  /** The file of a name as in {@code import kernel}; the same one at every call. */
  Optional<SourceFile> find(String name);

  /** What is in the jar: {@code kernel}. */
  static Prelude shipped() {
    return Shipped.INSTANCE;
  }

  /** Reads the resources once. */
  final class Shipped implements Prelude {
    private static final Shipped INSTANCE = new Shipped();
    private final Optional<SourceFile> kernel = read("kernel.skein");

    private Shipped() {}

    @Override
    public Optional<SourceFile> find(String name) {
      return name.equals("kernel") ? kernel : Optional.empty();
    }

    private static Optional<SourceFile> read(String file) {
      try (InputStream in = Shipped.class.getResourceAsStream("/skein/spec/prelude/" + file)) {
        return in == null
            ? Optional.empty()
            : Optional.of(
                new SourceFile(file, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
      } catch (IOException e) {
        throw new UncheckedIOException("the prelude cannot be read", e);
      }
    }
  }
}
