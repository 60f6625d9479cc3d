package skein.checker.visited;

import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A temporary file to which blocks of states go when they are not needed in memory any more. It is
 * gone when the program is, however it ends.
 */
public final class Archive implements AutoCloseable {
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private static final ImmutableSet<StandardOpenOption> OPTIONS =
      ImmutableSet.of(
          StandardOpenOption.CREATE_NEW,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          StandardOpenOption.DELETE_ON_CLOSE);

  private final Path directory;
  private final FileChannel file;
  private long end;

  /**
   * @param directory where to make the file
   * @throws UncheckedIOException if it can not be made there; the message names the directory
   */
  public Archive(Path directory) {
    this.directory = directory;
    String name =
        "skein-" + ProcessHandle.current().pid() + "-" + NUMBERS.getAndIncrement() + ".states";
    try {
      file = FileChannel.open(directory.resolve(name), OPTIONS, attributes());
    } catch (IOException e) {
      throw failure("cannot make a file for explored states in ", e);
    }
  }

  /** Nobody else may read it, where a file system knows of others. */
  private FileAttribute<?>[] attributes() {
    boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private UncheckedIOException failure(String what, IOException e) {
    return new UncheckedIOException(what + directory, e);
  }

  /** Appends a block; says where it is. By one thread at a time. */
  long write(long[] block) {
    ByteBuffer bytes = ByteBuffer.allocate(block.length * Long.BYTES);
    bytes.asLongBuffer().put(block);
    long at = end;
    try {
      while (bytes.hasRemaining()) {
        end += file.write(bytes, end);
      }
    } catch (IOException e) {
      throw failure("cannot write explored states in ", e);
    }
    return at;
  }

  /** Reads a block of so many longs back. By any thread. */
  long[] read(long at, int longs) {
    ByteBuffer bytes = ByteBuffer.allocate(longs * Long.BYTES);
    try {
      while (bytes.hasRemaining()) {
        if (file.read(bytes, at + bytes.position()) < 0) {
          throw new IOException("the file is too short");
        }
      }
    } catch (IOException e) {
      throw failure("cannot read explored states in ", e);
    }
    long[] block = new long[longs];
    bytes.flip().asLongBuffer().get(block);
    return block;
  }

  /** Bytes written. */
  public long bytes() {
    return end;
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw failure("cannot close the file of explored states in ", e);
    }
  }
}
