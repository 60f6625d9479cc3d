package skein.spec.diagnostic;

/**
 * The stable code of each kind of diagnostic. A code is never given another meaning; {@code skein
 * explain} prints {@link #explanation()}.
 */
public enum Code {
  // E00x: files and lexing; E01x: syntax; E02x: names; E03x: types; E04x: symmetry;
  // E05x: steps and control flow; E06x: constants and sizes; W1xx: warnings of lint.
  E001(
      "a character that Skein does not know",
      """
      Outside comments and strings a model is written in ASCII.

          x = “a”      // wrong: typographic quotes
          #define N 2   // wrong: there is no preprocessor
          const N = 2   // right
      """),
  E002(
      "a comment that is never closed",
      """
      A comment that begins with /* reaches to the next */, and the file ended before one came.
      Comments do not nest.

          /* the fast path      // wrong
          /* the fast path */   // right
      """),
  E003(
      "a string that is not closed on its line",
      """
      A string stands between double quotes on one line.

          hunk fix "take the reference first     // wrong
          hunk fix "take the reference first"    // right
      """),
  E004(
      "a malformed number",
      """
      Numbers are decimal or hexadecimal; `_` may stand between digits. A name cannot begin with
      a digit.

          const N = 2x            // wrong
          const N = 2             // right
          const MASK = 0xff       // right
          const MANY = 100_000    // right
      """),
  E005(
      "a number that is too large",
      """
      Integers have 64 bits: the largest is 9223372036854775807. Models want small ranges: every
      value that a variable can take multiplies the states to explore.

          const N = 99999999999999999999    // wrong
          const N = 3                       // right
      """),
  E006(
      "an unknown escape in a string",
      """
      In a string a backslash stands only before a quote, a backslash, n or t.

          "C:\\model"      // wrong
          "C:\\\\model"     // right
      """),

  E010(
      "something else was expected here",
      """
      The text does not follow the grammar at this place: the message names what would have
      been read.

          struct Page[2] { locked = bool }    // wrong: expected `:` after the field's name
          struct Page[2] { locked: bool }     // right
      """),
  E011(
      "a bracket that is not closed",
      """
      Each `(`, `[` and `{` needs its `)`, `]` and `}`. The note shows the one left open; where
      the place looks right, look at the indentation between the two.

          if (refs == 1 { free eb }     // wrong
          if (refs == 1) { free eb }    // right
      """),
  E012(
      "a keyword used as a name",
      """
      A few words are kept for the language and cannot name a variable, a function or a type.
      They can name fields.

          let free = 2            // wrong
          let available = 2       // right
          struct pool { free: 0..3 }    // right
      """),
  E013(
      "an unknown declaration",
      """
      At the top level stand declarations: module, import, const, hunk, enum, struct, var, def,
      fn, process, action, invariant, cover, constraint, property, check. Statements stand in the
      body of a fn, a process or an action.

          invarient safe: x < 3    // wrong
          invariant safe: x < 3    // right
      """),
  E014(
      "not a statement",
      """
      A statement changes something, waits, or calls a function; a value alone does nothing.

          eb.refs            // wrong
          eb.refs += 1       // right
          x == 1             // wrong: compares
          x = 1              // right: assigns
      """),
  E015(
      "nested too deeply, or too long",
      """
      Brackets, blocks and expressions may be nested 200 deep, and one expression may have 2000
      tokens. Give parts of it names with `def`, `let` or `fn`.
      """),
  E016(
      "an operator of another language",
      """
      The operator means something in C or TLA+, but not in Skein; the help says what to write.

          eb->refs       // wrong
          eb.refs        // right: a reference needs no arrow
          flags & DIRTY  // wrong
          DIRTY in flags // right: flags are a set
          x := 1         // wrong
          x = 1          // right
      """),
  E017(
      "an unknown annotation",
      """
      The one annotation says where a statement stands in the C that is modelled; it goes
      before the statement.

          @line("fs/inode.c:42") BUG_ON(x)    // wrong
          @at("fs/inode.c:42") BUG_ON(x)      // right
      """),
  E018(
      "an unknown outcome after `expect`",
      """
      A check expects `pass`, or one error: BUG_ON, WARN_ON, assert, deadlock, invariant,
      property, cover, leak, use-after-free, double-free, null, range, index, pool-exhausted,
      lock-misuse, division-by-zero, queue, endless-loop, or `error` for any other.

          check race expect BUGON                    // wrong
          check race expect BUG_ON                   // right
          check race expect BUG_ON in free_buffer    // right: in that function
          check race expect invariant safe           // right: that invariant
      """),
  E019(
      "a misplaced `module` line",
      """
      One file is one module, and its name, if it is given, comes first.

          const N = 2
          module counter    // wrong

          module counter    // right
          const N = 2
      """),

  E060(
      "a constant expression that has no value",
      "Sizes, ranges and constants are computed before the model runs, from numbers, constants and"
          + " hunks."),
  E061(
      "a size or range that is impossible",
      "A range needs lo <= hi; an array has 1 to 65536 elements, a struct or process 1 to 63"
          + " instances. Sizes often come from constants set by -D or by a check."),
  E062(
      "a set over too many values",
      "A set is kept as a mask of at most 64 bits. Use a smaller element type or a map<K, bool>."),
  E063(
      "a value of a kind that is not possible here",
      "Sets, map keys and queue items are single values that can be listed: bool, a range, an enum,"
          + " a reference."),
  E064(
      "a variable without an initial value",
      "The default (0, or null) is not a value of its type. Write `= any` or give a value.");

  private final String title;
  private final String explanation;

  Code(String title, String explanation) {
    this.title = title;
    this.explanation = explanation;
  }

  public Severity severity() {
    return name().startsWith("W") ? Severity.WARNING : Severity.ERROR;
  }

  /** What kind of mistake it is, in a few words. */
  public String title() {
    return title;
  }

  /** A paragraph with an example of the mistake and of its remedy. */
  public String explanation() {
    return explanation;
  }
}
