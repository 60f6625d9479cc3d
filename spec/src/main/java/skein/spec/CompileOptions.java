package skein.spec;

/**
 * How a transition system is made into a model.
 *
 * @param fuse whether steps are fused that nobody can tell apart from one: see {@link
 *     skein.spec.fusion}. A search of a fused model that looks for one property only, or goes on
 *     after a violation, may miss a violation for another that hides it
 */
public record CompileOptions(boolean fuse) {

  /** As the command line does it. */
  public static final CompileOptions DEFAULT = new CompileOptions(true);

  /** Every step as the language defines it, for counts to compare with those of other tools. */
  public static final CompileOptions NO_FUSION = new CompileOptions(false);
}
