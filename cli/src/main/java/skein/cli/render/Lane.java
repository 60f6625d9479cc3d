package skein.cli.render;

/**
 * Where one actor's lines stand in a race diagram.
 *
 * @param label {@code CPU0}, or {@link #INTERRUPT}
 * @param role who runs there: the process' name, or the instance's where a trace has several
 */
record Lane(String label, String role) {
  /** The label of the lane of everything that comes from outside the processes. */
  static final String INTERRUPT = "<irq>";

  String header() {
    return role.isEmpty() ? label : label + " (" + role + ")";
  }

  /** Columns that the header takes with the role below the label. */
  int narrowHeaderWidth() {
    return Math.max(label.length(), role.length());
  }

  boolean interrupt() {
    return label.equals(INTERRUPT);
  }
}
