/**
 * The reference meaning of a {@link skein.spec.ir.TransitionSystem}: an interpreter that is slow,
 * plain and obviously right. The compiled model is tested against it, and it explains the steps of
 * traces, for the compiled model as well.
 */
package skein.spec.interpret;
