package skein.spec.syntax;

/** What a token is for, as far as the layout of the text asks. */
enum Role {
  /** Begins a declaration. */
  DECLARATION,
  /** Begins a statement of a block. */
  STATEMENT,
  /** Begins a field of a struct. */
  FIELD,
  /** Begins a member of an enum. */
  MEMBER,
  /** A label that begins a statement. */
  LABEL,
  /** Begins the statement after a label or an annotation. */
  NESTED,
  /** The {@code else} of an if, the {@code or} of an either. */
  CLAUSE,
  /** A brace that opens a block, of statements, fields or members. */
  BLOCK_OPEN,
  /** A brace that opens a block and stays on the line of what it belongs to. */
  ATTACHED,
  /** A brace that closes a block. */
  BLOCK_CLOSE,
  /** A comma or semicolon between fields or members. */
  SEPARATOR,
  /** A semicolon that is a statement by itself. */
  EMPTY,
  /** Has no blank before it. */
  TIGHT_BEFORE,
  /** Has no blank after it. */
  TIGHT_AFTER,
  /** A colon with a blank before it. */
  SPACED,
  /** The first token of the type of a field or a global variable. */
  ALIGN_TYPE,
  /** The {@code =} of a constant. */
  ALIGN_VALUE,
  /** The {@code with} of a check. */
  ALIGN_WITH,
  /** The {@code expect} of a check. */
  ALIGN_EXPECT
}
