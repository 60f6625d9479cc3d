package skein.cli.console;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/** Remembers why writing failed, which a print stream does not tell. */
final class WatchedStream extends OutputStream {
  private final OutputStream target;
  private IOException failure;

  WatchedStream(OutputStream target) {
    this.target = new BufferedOutputStream(target);
  }

  /** Why writing failed; empty as well if the reader of a pipe has left. */
  Optional<String> failure() {
    if (failure == null) {
      return Optional.empty();
    }
    String message = String.valueOf(failure.getMessage());
    String lower = message.toLowerCase(Locale.ROOT);
    boolean left = lower.contains("broken pipe") || lower.contains("pipe is being closed");
    return left ? Optional.empty() : Optional.of(message);
  }

  @Override
  public void write(int b) throws IOException {
    watch(() -> target.write(b));
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    watch(() -> target.write(bytes, from, count));
  }

  @Override
  public void flush() throws IOException {
    watch(target::flush);
  }

  private interface Write {
    void run() throws IOException;
  }

  private void watch(Write write) throws IOException {
    if (failure != null) {
      return;
    }
    try {
      write.run();
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }
}
