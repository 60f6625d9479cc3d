package skein.spec.codegen;

/**
 * What lies where in the array that the methods of a split step or property share.
 *
 * @param words number of words of state at its start: 0 for a property, which changes none
 * @param temps number of temporaries after that
 */
record Scratch(int words, int temps) {
  int firstTemp() {
    return words;
  }

  /** The fault that was met, plus 1; 0 as long as there is none. */
  int fault() {
    return words + temps;
  }

  /** The running process. */
  int self() {
    return words + temps + 1;
  }

  int backwardJumps() {
    return words + temps + 2;
  }

  int length() {
    return words + temps + 3;
  }
}
