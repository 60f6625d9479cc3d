package skein.spec.diagnostic;

/** How grave a diagnostic is. Only an error stops a model from being checked. */
public enum Severity {
  ERROR,
  WARNING
}
