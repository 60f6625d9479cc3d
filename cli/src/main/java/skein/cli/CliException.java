package skein.cli;

/** Ends a command with a message for the user and an exit status. */
final class CliException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;

  CliException(int status, String message) {
    super(message);
    this.status = status;
  }

  /** Something that the user can set right on the command line. */
  static CliException usage(String message) {
    return new CliException(ExitStatus.USAGE, message);
  }

  /** A model with errors, which have been printed. */
  static CliException model() {
    return new CliException(ExitStatus.MODEL, "");
  }

  int status() {
    return status;
  }
}
