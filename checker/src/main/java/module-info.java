/** The search over a model's states, and what it found. It never prints. */
module skein.checker {
  requires transitive skein.spec;
  requires transitive com.google.common;

  exports skein.checker.explore;
  exports skein.checker.report;
}
