package skein.cli.console;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that a command writes. It gets its name only when it is complete: until then the text is
 * in a temporary file beside it, which {@link #close} removes.
 */
public final class OutputFile implements Closeable {
  private final Path target;
  private final Path temporary;
  private final boolean special;

  private OutputFile(Path target, Path temporary, boolean special) {
    this.target = target;
    this.temporary = temporary;
    this.special = special;
  }

  /**
   * Makes the temporary file, so that a place where nothing can be written is known before the work
   * begins.
   *
   * @throws IOException if it can not be made; {@link #reason} says why in words
   */
  public static OutputFile open(Path target) throws IOException {
    if (Files.isDirectory(target)) {
      throw new IOException("it is a directory");
    }
    // A device or a pipe, such as /dev/stdout, is written to as it is.
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      return new OutputFile(target, target, true);
    }
    Path real = Files.isSymbolicLink(target) && Files.exists(target) ? target.toRealPath() : target;
    Path directory = real.toAbsolutePath().getParent();
    if (!Files.isDirectory(directory)) {
      throw new IOException("there is no directory " + directory);
    }
    String name = "." + real.getFileName() + "." + ProcessHandle.current().pid() + ".tmp";
    Path temporary = directory.resolve(name);
    Files.deleteIfExists(temporary);
    // Not Files.createTempFile: that would hide the file from the user's group.
    Files.createFile(temporary);
    return new OutputFile(real, temporary, false);
  }

  public Path target() {
    return target;
  }

  /**
   * Writes the text and gives the file its name.
   *
   * @throws IOException if not; then there is no such file, or it is as it was before
   */
  public void commit(String text) throws IOException {
    Files.writeString(temporary, text, StandardCharsets.UTF_8);
    if (special) {
      return;
    }
    takePermissions();
    try {
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** A file that is replaced keeps its permissions. */
  private void takePermissions() throws IOException {
    try {
      if (Files.exists(target)) {
        Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(target));
      }
    } catch (UnsupportedOperationException e) {
      // A file system without permissions has none to take.
    }
  }

  /** Removes the temporary file, if the text has not been committed. */
  @Override
  public void close() throws IOException {
    if (!special) {
      Files.deleteIfExists(temporary);
    }
  }

  /**
   * Why reading or writing failed, in words: the exceptions of files say little more than a name.
   */
  public static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    } else if (e instanceof NoSuchFileException) {
      return "no such file or directory";
    } else if (e instanceof FileSystemException f && f.getReason() != null) {
      return f.getReason();
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
