/** The command line: the one module that prints, reads files and sets exit codes. */
module skein.cli {
  requires com.fasterxml.jackson.databind;
  requires com.google.common;
  requires info.picocli;
  requires jdk.management;
  requires skein.checker;
  requires skein.spec;

  opens skein.cli to
      info.picocli;
}
