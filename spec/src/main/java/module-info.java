/** The language: from text to a model, and the contract that every model keeps. */
module skein.spec {
  requires transitive com.google.common;
  requires org.objectweb.asm;

  exports skein.spec;
  exports skein.spec.codegen;
  exports skein.spec.diagnostic;
  exports skein.spec.ir;
  exports skein.spec.layout;
  exports skein.spec.model;
  exports skein.spec.source;
  exports skein.spec.syntax;
  exports skein.spec.types;
}
