package skein.spec.codegen;

import java.util.Arrays;
import skein.spec.model.Successors;

/**
 * What the generated class extends. The static methods are called from generated code where plain
 * Java is as fast.
 */
abstract class GeneratedCode {
  /** As {@link skein.spec.model.Model#initialStates}; the array is a state of zeros. */
  abstract void initialStates(long[] zeros, Successors out);

  /** As {@link skein.spec.model.Model#successors}. */
  abstract void successors(long[] states, int at, Successors out);

  /** As {@link skein.spec.model.Model#evaluate}. */
  abstract int evaluate(int property, long[] states, int at);

  /** As {@link skein.spec.model.Model#ended}. */
  abstract boolean ended(long[] states, int at);

  /** Adds an outcome whose state is the first words of an array; returns where it is written. */
  static int add(Successors out, int action, int fault, long[] state, int words) {
    int at = out.add(action, fault);
    System.arraycopy(state, 0, out.states(), at, words);
    return at;
  }

  /** An array of at least a length, with a state in its first words and zeros up to the length. */
  static long[] scratch(Successors out, long[] states, int at, int words, int length) {
    long[] scratch = out.scratch(length);
    System.arraycopy(states, at, scratch, 0, words);
    Arrays.fill(scratch, words, length, 0);
    return scratch;
  }
}
