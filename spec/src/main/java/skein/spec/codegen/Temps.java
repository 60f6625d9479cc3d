package skein.spec.codegen;

/** Where the temporaries are while a method runs. */
interface Temps {
  /** Pushes one. */
  void load(Code code, int slot);

  /** Pops a value into one. */
  void store(Code code, int slot);
}
