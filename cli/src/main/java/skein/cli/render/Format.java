package skein.cli.render;

/** The formats of a trace, by the name that {@code --format} gives them. */
public enum Format {
  /** The race diagram of a changelog: a column for each CPU. */
  COLUMNS(new ColumnsRenderer()),
  /** State by state, changed variables only. */
  STEPS(new StepsRenderer()),
  /** As the kernel reports it: the call traces of all tasks. */
  OOPS(new OopsRenderer()),
  /** Everything that is known of the trace, for other programs. */
  JSON(new JsonTraceRenderer());

  private final TraceRenderer renderer;

  Format(TraceRenderer renderer) {
    this.renderer = renderer;
  }

  public TraceRenderer renderer() {
    return renderer;
  }

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
