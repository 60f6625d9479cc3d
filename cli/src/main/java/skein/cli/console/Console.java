package skein.cli.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where a command prints: results on {@link #out()}, progress and hints on {@link #err()}. UTF-8 on
 * every system, since models and their names are.
 */
public final class Console {
  private final WatchedStream watched;
  private final PrintStream out;
  private final PrintStream err;
  private final boolean outIsTerminal;
  private final boolean errIsTerminal;
  private ColorMode color = ColorMode.AUTO;

  public Console(OutputStream out, OutputStream err, boolean outIsTerminal, boolean errIsTerminal) {
    this.watched = new WatchedStream(out);
    this.out = new PrintStream(watched, false, StandardCharsets.UTF_8);
    this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
    this.outIsTerminal = outIsTerminal;
    this.errIsTerminal = errIsTerminal;
  }

  /** That of the process. Java can not ask what its streams are; the launcher says it. */
  public static Console ofProcess() {
    return new Console(
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        System.getProperty("skein.terminal", "").contains("out"),
        System.getProperty("skein.terminal", "").contains("err"));
  }

  /** Results. Flushed when the command ends, or by {@link PrintStream#flush}. */
  public PrintStream out() {
    return out;
  }

  /** Messages, progress, hints. */
  public PrintStream err() {
    return err;
  }

  public boolean errIsTerminal() {
    return errIsTerminal;
  }

  public void setColor(ColorMode mode) {
    this.color = mode;
  }

  /** How to mark text on {@link #out()}. */
  public Paint outPaint() {
    return new Paint(color.on(outIsTerminal));
  }

  /** How to mark text on {@link #err()}. */
  public Paint errPaint() {
    return new Paint(color.on(errIsTerminal));
  }

  /** A message about what the user is to do differently. */
  public void complain(String message) {
    out.flush();
    err.println(errPaint().red("skein: ") + message);
  }

  /**
   * Writes out what is printed; why that failed, if it did. A reader who has left is no failure.
   */
  public Optional<String> finish() {
    out.flush();
    err.flush();
    return watched.failure();
  }
}
