package skein.cli;

import java.lang.management.ManagementFactory;
import skein.cli.console.Figures;

/** Whether the JVM can hold what {@code --memory} promises to the states. */
final class HeapCheck {
  private HeapCheck() {}

  /**
   * @throws CliException if neither the machine nor the heap holds so many bytes
   */
  static void require(long bytes) {
    require(bytes, machine(), Runtime.getRuntime().maxMemory());
  }

  static void require(long bytes, long machine, long heap) {
    if (bytes > machine) {
      throw CliException.usage(
          "--memory %s is more than the machine has; at most --memory %dm, or leave it out"
              .formatted(Figures.bytes(bytes), machine * 4 / 5 >> 20));
    }
    if (bytes > heap) {
      throw CliException.usage(
          "--memory %s is more than the heap of %s; start Java with -Xmx%dm or more, or leave"
                  .formatted(Figures.bytes(bytes), Figures.bytes(heap), (bytes / 7 * 8 >> 20) + 128)
              + " -Xmx out of SKEIN_JAVA_OPTS");
    }
  }

  /** Memory of the machine, or of the container, in bytes. */
  private static long machine() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : Long.MAX_VALUE;
  }
}
