package skein.spec.codegen;

import java.util.List;

/** Where the words of a state are while a method runs. */
interface Words {
  /** Pushes a word. */
  void load(Code code, int word);

  /**
   * Pops what {@link #beginStore} pushed and, above it, the word's new value.
   *
   * @param word as told to {@code beginStore}
   */
  void store(Code code, int word);

  /** Pushes what {@link #store} needs below the value. */
  void beginStore(Code code, int word);

  /**
   * Pushes the word that a bit lies in.
   *
   * @param position an int local that holds the bit's position in the state
   * @param words the words that it may lie in, ascending
   */
  void loadAt(Code code, int position, List<Integer> words);

  /**
   * Replaces bits of the word that a bit lies in.
   *
   * @param keep a long local: the bits to keep
   * @param set a long local: the bits to set
   */
  void replaceAt(Code code, int position, List<Integer> words, int keep, int set);

  /** Pushes an array that holds the state, and the offset of the first word. */
  void pushArray(Code code);
}
